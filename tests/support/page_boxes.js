// The visible page as SVG: a rectangle for each box with a ground or a border, a text for each line of text.
() => {
  const out = [];
  const round = (number) => Math.round(number * 10) / 10;
  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const seen = (box) => box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  const clear = (colour) => colour === "transparent" || /, 0\)$/.test(colour);

  function boxOf(element, style) {
    const box = element.getBoundingClientRect();
    if (!seen(box) || style.visibility === "hidden" || style.opacity === "0") return;
    const ground = clear(style.backgroundColor) ? "none" : style.backgroundColor;
    const sides = ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) && !clear(style[`border${side}Color`]));
    const place = `x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}"`;
    const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, box.height / 2);
    const stroke = sides.length === 4 ? ` stroke="${style.borderTopColor}"` : "";
    if (ground !== "none" || stroke) out.push(`<rect ${place} rx="${round(radius)}" fill="${ground}"${stroke}/>`);
    if (sides.length === 4) return;
    for (const side of sides) {
      const [x1, y1, x2, y2] = { Top: [box.left, box.top, box.right, box.top], Bottom: [box.left, box.bottom, box.right, box.bottom],
        Left: [box.left, box.top, box.left, box.bottom], Right: [box.right, box.top, box.right, box.bottom] }[side].map(round);
      out.push(`<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${style[`border${side}Color`]}" stroke-width="${style[`border${side}Width`]}"/>`);
    }
  }

  function linesOf(node, style) {
    const range = document.createRange();
    let line = null;
    const lines = [];
    for (let at = 0; at < node.data.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      if (!line || Math.abs(line.top - box.top) > 3) lines.push(line = { text: "", left: box.left, top: box.top, bottom: box.bottom });
      line.text += node.data[at];
      line.right = box.right;
    }
    for (const { text, left, right, top, bottom } of lines) {
      if (!text.trim() || bottom < 0 || top > innerHeight) continue;
      const size = parseFloat(style.fontSize);
      const shown = style.textTransform === "uppercase" ? text.toUpperCase() : text;
      const family = style.fontFamily.includes("mono") ? "ui-monospace, Menlo, Consolas, monospace" : "system-ui, sans-serif";
      const weight = style.fontWeight === "400" ? "" : ` font-weight="${style.fontWeight}"`;
      const underline = style.textDecorationLine === "underline" ? ' text-decoration="underline"' : "";
      out.push(`<text x="${round(left)}" y="${round((top + bottom) / 2 + size * 0.35)}" textLength="${round(right - left)}" font-family="${family}" `
        + `font-size="${size}"${weight}${underline} fill="${style.color}">${escape(shown)}</text>`);
    }
  }

  function pictureOf(image, box) {
    const request = new XMLHttpRequest();
    request.open("GET", image.src, false);
    request.send();
    const svg = new DOMParser().parseFromString(request.responseText, "image/svg+xml").documentElement;
    const place = { x: box.x, y: box.y, width: box.width, height: box.height };
    for (const [name, value] of Object.entries(place)) svg.setAttribute(name, round(value));
    return svg.outerHTML;
  }

  function walk(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      const style = getComputedStyle(node.parentElement ?? node.getRootNode().host);
      if (style.opacity !== "0") linesOf(node, style);
      return;
    }
    if (node.nodeType === Node.ELEMENT_NODE) {
      const style = getComputedStyle(node);
      const box = node.getBoundingClientRect();
      if (style.display === "none" || style.opacity === "0" || /^(script|style|title)$/i.test(node.tagName)) return;
      if (node.matches(".skip-link")) return;
      boxOf(node, style);
      if (node.tagName === "svg") {
        const copy = node.cloneNode(true);
        copy.setAttribute("x", round(box.x));
        copy.setAttribute("y", round(box.y));
        copy.setAttribute("color", style.color);
        out.push(copy.outerHTML);
        return;
      }
      if (node.tagName === "IMG") out.push(pictureOf(node, box));
    }
    for (const child of node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes) walk(child);
  }

  walk(document.body);
  return out.join("\n");
}
