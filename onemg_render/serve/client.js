// Reloads a page of the preview when it changes, swaps style sheets in place, shows a failed build over the
// page, and a small bar that tells where the page comes from. Everything lives in one shadow root.
(() => {
  "use strict";
  if (window.onemgPreview) return;
  window.onemgPreview = true;

  const settings = JSON.parse(document.currentScript.dataset.onemg);
  const STYLE = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    .bar, .overlay { font: 14px/1.5 system-ui, sans-serif; color: #f4f4f5; background: #18181b; }
    .bar { position: fixed; z-index: 2147483646; right: 12px; bottom: 12px; max-width: calc(100vw - 24px);
      padding: 4px 6px 4px 12px; border: 1px solid #52525b; border-radius: 8px; display: flex; flex-wrap: wrap;
      gap: 4px 10px; align-items: center; box-shadow: 0 2px 10px rgb(0 0 0 / .35); }
    @media print { .bar, .overlay { display: none; } }
    .bar code { font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
    .note { background: #b45309; color: #fff; border-radius: 5px; padding: 0 7px; }
    button { font: inherit; color: inherit; background: #3f3f46; border: 0; border-radius: 5px;
      padding: 0 8px; cursor: pointer; }
    .bar button { margin-left: auto; }
    button:focus-visible { outline: 2px solid #fbbf24; }
    .overlay { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; padding: 4vh 5vw;
      background: rgb(24 24 27 / .985); }
    .overlay h1 { font-size: 20px; margin: 0 0 4px; color: #fca5a5; }
    .overlay p { margin: 0 0 18px; color: #d4d4d8; }
    .overlay section { margin: 0 0 24px; border-left: 3px solid #ef4444; padding: 2px 0 2px 16px; }
    .overlay h2 { font-size: 16px; margin: 0 0 4px; overflow-wrap: anywhere; }
    .place { font: 13px/1.5 ui-monospace, monospace; color: #fbbf24; overflow-wrap: anywhere; }
    pre { font: 13px/1.55 ui-monospace, monospace; background: #09090b; border-radius: 6px; padding: 10px 12px;
      margin: 8px 0; overflow-x: auto; }
    .chain { color: #a1a1aa; } .hint { color: #86efac; }
    .close { position: absolute; top: 3vh; right: 4vw; padding: 2px 12px; }
  `;

  // Where the browser keeps nothing for pages, nothing is remembered.
  const store = (() => { try { return sessionStorage; } catch { return {}; } })();

  const host = document.createElement("onemg-preview");
  const root = host.attachShadow({ mode: "open" });
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text != null) element.textContent = text;
    return element;
  };
  // Unlike a <style>, nothing that a page's Content-Security-Policy forbids.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const attach = () => (document.body || document.documentElement).append(host);
  if (document.body) attach();
  else document.addEventListener("DOMContentLoaded", attach);

  if (settings.bar && settings.source && store.onemgBar !== "closed") {
    const bar = make("div", "bar");
    bar.setAttribute("role", "status");
    for (const note of settings.notes) bar.append(make("span", "note", note));
    bar.append(make("code", "", settings.source));
    const close = make("button", "", "×");
    close.title = "Hide this bar";
    close.setAttribute("aria-label", close.title);
    close.onclick = () => { store.onemgBar = "closed"; bar.remove(); };
    bar.append(close);
    root.append(bar);
  }

  if (!settings.reload) return;

  let overlay = null;
  const clear = () => { if (overlay) overlay.remove(); overlay = null; };
  const fail = (messages) => {
    clear();
    overlay = make("div", "overlay");
    overlay.setAttribute("role", "alertdialog");
    overlay.setAttribute("aria-label", "The build failed");
    overlay.append(make("h1", "", "The site could not be built"));
    overlay.append(make("p", "", "Below this is the last good version. This goes away once the error is fixed."));
    for (const message of messages) {
      const section = make("section");
      section.append(make("h2", "", message.text));
      if (message.place) section.append(make("div", "place", message.place));
      if (message.excerpt) section.append(make("pre", "", message.excerpt));
      for (const link of message.chain) section.append(make("div", "chain", link));
      if (message.hint) section.append(make("div", "hint", message.hint));
      overlay.append(section);
    }
    const close = make("button", "close", "Close");
    close.onclick = clear;
    overlay.append(close);
    root.append(overlay);
    close.focus();
  };

  // The path of a URL as the server names files: decoded, from the root of the site.
  const pathOf = (url) => {
    const { pathname } = new URL(url, location.href);
    try { return decodeURIComponent(pathname); } catch { return pathname; }
  };
  const used = (path, urls) => urls.some((url) => pathOf(url) === path);

  const swap = (link, stamp) => {
    const url = new URL(link.href);
    url.searchParams.set("onemg", stamp);
    const fresh = link.cloneNode();
    fresh.href = url.href;
    fresh.onload = fresh.onerror = () => link.remove();
    link.after(fresh);
  };

  const reload = () => {
    store.onemgScroll = JSON.stringify([location.pathname, scrollX, scrollY]);
    location.reload();
  };
  const kept = JSON.parse(store.onemgScroll || "null");
  if (kept && kept[0] === location.pathname) {
    delete store.onemgScroll;
    history.scrollRestoration = "manual";
    const restore = () => scrollTo({ left: kept[1], top: kept[2], behavior: "instant" });
    document.addEventListener("DOMContentLoaded", restore);
    addEventListener("load", () => { restore(); history.scrollRestoration = "auto"; });
  }

  const change = ({ files, urls, stamp }) => {
    // A page in place of one that is not there: any build may have brought it.
    if (!settings.file || files.includes(settings.file)) return reload();
    const sheets = [...document.querySelectorAll("link[rel~=stylesheet][href]")];
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    const imported = loaded.filter((url) => /\.css$/.test(pathOf(url)));
    for (const url of urls) {
      const own = sheets.filter((link) => pathOf(link.href) === url);
      if (own.length) own.forEach((link) => swap(link, stamp));
      else if (url.endsWith(".css") ? used(url, imported) : used(url, loaded)) return reload();
    }
  };

  let version = settings.version;
  let delay = settings.delay[0];
  let source = null;
  let retry = 0;
  const disconnect = () => {
    clearTimeout(retry);
    if (source) source.close();
    source = null;
  };
  const connect = () => {
    disconnect();
    source = new EventSource(`/.onemg/events?since=${version}`);
    source.onopen = () => { delay = settings.delay[0]; };
    // Ended and perhaps started again soon: look for it less and less often.
    source.onerror = () => {
      disconnect();
      retry = setTimeout(connect, delay);
      delay = Math.min(2 * delay, settings.delay[1]);
    };
    source.addEventListener("hello", (event) => {
      const data = JSON.parse(event.data);
      // Another server, or changes that it no longer remembers (a sleeping laptop): look again.
      if (data.unknown) return reload();
      if (data.failed) fail(data.failed); else clear();
      if (data.version !== version) { version = data.version; change(data); }
    });
    source.addEventListener("changed", (event) => {
      const data = JSON.parse(event.data);
      version = data.version;
      clear();
      change(data);
    });
    source.addEventListener("failed", (event) => fail(JSON.parse(event.data).messages));
  };
  // A browser has six connections to one address: pages that nobody sees give theirs back.
  const visit = () => { if (document.hidden) disconnect(); else connect(); };
  document.addEventListener("visibilitychange", visit);
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => { if (event.persisted) visit(); });
  visit();
})();
