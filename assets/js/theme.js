// What the theme adds where scripts run: search, copy buttons, links to headings, dark or light.
// Everything else works without.

const root = document.documentElement;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// Dark or light: the choice beats the system's, and is kept.
document.querySelector("[data-theme-switch]")?.addEventListener("click", () => {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = (root.dataset.theme || system) === "dark" ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* no storage: the choice lasts for this page */ }
});

// On a narrow screen the chapters start folded.
const chapters = document.querySelector("[data-chapters]");
if (chapters && matchMedia("(max-width: 50rem)").matches) chapters.open = false;

for (const block of document.querySelectorAll("pre")) {
  const frame = element("div", { className: "copyable" });
  const button = element("button", { type: "button", className: "tool", textContent: "Copy" });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.innerText.trimEnd());
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
  block.replaceWith(frame);
  frame.append(block, button);
}

for (const heading of document.querySelectorAll(".prose :is(h2, h3)[id]")) {
  const link = element("a", { className: "heading-link", href: `#${heading.id}`, textContent: "#" });
  link.setAttribute("aria-label", `Link to “${heading.textContent}”`);
  heading.append(link);
}

// The section being read, in the table of contents.
const entries = new Map([...document.querySelectorAll(".toc a")].map((link) => [link.hash.slice(1), link]));
if (entries.size) {
  const watch = new IntersectionObserver((seen) => {
    const first = seen.find((entry) => entry.isIntersecting);
    if (!first) return;
    for (const [id, link] of entries) {
      if (id === first.target.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "-15% 0% -70% 0%" });
  for (const id of entries.keys()) {
    const heading = document.getElementById(decodeURIComponent(id));
    if (heading) watch.observe(heading);
  }
}

// Search: the index is a JSON file of this site, loaded when the dialog first opens.
const dialog = document.querySelector("[data-search]");
if (dialog) {
  const field = dialog.querySelector("[data-search-field]");
  const state = dialog.querySelector("[data-search-state]");
  const list = dialog.querySelector("[data-search-results]");
  let index;

  async function open() {
    if (dialog.open) return;
    dialog.showModal();
    field.select();
    index ??= fetch(dialog.dataset.index).then((answer) => answer.json());
    try { await index; } catch { index = undefined; state.textContent = "The search index could not be loaded."; }
  }

  function score(page, words) {
    const title = page.title.toLowerCase();
    const text = page.text.toLowerCase();
    let total = 0;
    for (const word of words) {
      const here = (title.includes(word) ? 20 : 0) + Math.min(text.split(word).length - 1, 10);
      if (!here) return 0;
      total += here;
    }
    return total;
  }

  function marked(text, words) {
    const any = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "gi");
    return text.split(any).map((piece, at) => (at % 2 ? element("mark", { textContent: piece }) : piece));
  }

  function around(text, words) {
    const at = Math.max(0, ...words.map((word) => text.toLowerCase().indexOf(word)));
    const start = Math.max(0, at - 60);
    return (start ? "… " : "") + text.slice(start, start + 150) + " …";
  }

  async function show() {
    const words = field.value.toLowerCase().split(/\s+/).filter((word) => word.length > 1);
    const pages = words.length && index ? await index : [];
    const found = pages
      .map((page) => ({ page, score: score(page, words) }))
      .filter((hit) => hit.score)
      .sort((a, b) => b.score - a.score)
      .slice(0, 12);
    list.replaceChildren(...found.map(({ page }) => element("li", {}, element("a", { href: page.url },
      element("strong", {}, ...marked(page.title, words)),
      element("span", {}, ...marked(around(page.text, words), words))))));
    state.textContent = words.length
      ? `${found.length || "No"} page${found.length === 1 ? "" : "s"} found.`
      : "Type two letters or more.";
  }

  field.addEventListener("input", show);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    stops[(at + step + stops.length) % stops.length].focus();
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.querySelector("[data-search-open]")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    if ((event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      open();
    }
  });
}
