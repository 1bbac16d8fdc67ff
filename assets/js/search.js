// Search in the pages of this site. The index is a script of this site, loaded when the dialog first opens: that works
// without a service, and for pages opened from a folder.

const dialog = document.querySelector("[data-search]");
const field = dialog.querySelector("[data-search-field]");
const state = dialog.querySelector("[data-search-state]");
const list = dialog.querySelector("[data-search-results]");
let index;

function load() {
  return new Promise((resolve, reject) => {
    const script = element("script", { src: dialog.dataset.index, onload: resolve, onerror: reject });
    document.head.append(script);
  }).then(() => {
    const decoder = element("textarea");
    return window.searchIndex.map(([page, section, address, text]) => {
      const [title, heading, body] = [page, section, text].map((html) => {
        decoder.innerHTML = html;
        return decoder.value;
      });
      return { title, heading, address, body, low: [title, heading, body].map((part) => part.toLowerCase()) };
    });
  });
}

async function open() {
  if (dialog.open) return;
  dialog.showModal();
  field.select();
  index ??= load();
  try {
    await index;
    show();
  } catch {
    index = undefined;
    state.textContent = "The search index could not be loaded.";
  }
}

// Every word must be there; one in the section's or the page's title counts most.
function score({ low: [title, heading, body] }, words) {
  let total = 0;
  for (const word of words) {
    const here = (heading.includes(word) ? 40 : 0) + (title.includes(word) ? (heading ? 8 : 30) : 0)
      + Math.min(body.split(word).length - 1, 6);
    if (!here) return 0;
    total += here;
  }
  return total;
}

function marked(text, words) {
  const any = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "gi");
  return text.split(any).map((piece, at) => (at % 2 ? element("mark", { textContent: piece }) : piece));
}

function around({ body, low }, words) {
  const at = Math.max(0, Math.min(...words.map((word) => low[2].indexOf(word)).filter((place) => place >= 0), body.length));
  const start = at < 70 || at === body.length ? 0 : body.indexOf(" ", at - 60) + 1;
  return (start ? "… " : "") + body.slice(start, start + 130) + (body.length > start + 130 ? " …" : "");
}

async function show() {
  const words = field.value.toLowerCase().split(/\s+/).filter((word) => word.length > 1);
  const found = (words.length && index ? await index : [])
    .map((entry) => ({ entry, score: score(entry, words) }))
    .filter((hit) => hit.score)
    .sort((a, b) => b.score - a.score)
    .slice(0, 12);
  list.replaceChildren(...found.map(({ entry }) => element("li", {},
    element("a", { href: dialog.dataset.root + entry.address },
      element("strong", {}, ...marked(entry.heading || entry.title, words)),
      ...(entry.heading ? [element("small", {}, entry.title)] : []),
      element("span", {}, ...marked(around(entry, words), words))))));
  if (!words.length) state.textContent = "Type two letters or more.";
  else if (found.length === 12) state.textContent = "The twelve best places:";
  else state.textContent = `${found.length || "No"} place${found.length === 1 ? "" : "s"} found.`;
}

field.addEventListener("input", show);
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
list.addEventListener("click", () => dialog.close());
dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
dialog.addEventListener("keydown", (event) => {
  if (event.key === "Escape") dialog.close(); // a search field would first only empty itself
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const stops = [field, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  stops[(at + step + stops.length) % stops.length].focus();
});
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
document.querySelector("[data-search-open]").addEventListener("click", open);
document.addEventListener("keydown", (event) => {
  const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
  if ((event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    open();
  }
});
