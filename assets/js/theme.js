// What the theme adds where scripts run: copy buttons, links to headings, dark or light, the section being read.
// Everything else works without. The search is in search.js.

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

// What is worth copying of a block: of a terminal session the commands, without their prompts and answers.
function copied(block) {
  const text = block.innerText.trimEnd();
  if (!block.closest(".language-console")) return text;
  let goesOn = false;
  const commands = text.split("\n").filter((line) => {
    const kept = goesOn || line.startsWith("$ ");
    goesOn = kept && line.endsWith("\\");
    return kept;
  });
  return commands.map((line) => line.replace(/^\$ /, "")).join("\n");
}

for (const block of document.querySelectorAll("pre")) {
  const frame = element("div", { className: "copyable" });
  const button = element("button", { type: "button", className: "tool", textContent: "Copy" });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(copied(block));
      button.textContent = "Copied";
    } catch { // not allowed here: it is marked, and the keyboard copies it
      getSelection().selectAllChildren(block);
      button.textContent = "Marked";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  block.replaceWith(frame);
  frame.append(block, button);
}

// Whatever scrolls sideways does so by keyboard too.
for (const wide of document.querySelectorAll("pre, .prose table")) {
  if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
}

for (const heading of document.querySelectorAll(".prose :is(h2, h3)[id]")) {
  if (heading.closest(".example")) continue;
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
