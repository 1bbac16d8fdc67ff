// Reloads a page that another server shows, or swaps its style sheets, when the preview tells over LiveReload.
(() => {
  "use strict";
  const script = new URL(document.currentScript.src);
  const swap = (link) => {
    const url = new URL(link.href);
    url.searchParams.set("onemg", Date.now());
    link.href = url.href;
  };
  const connect = () => {
    const socket = new WebSocket(`ws://${script.host}/livereload`);
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.command !== "reload") return;
      if (!message.path.endsWith(".css")) return location.reload();
      document.querySelectorAll("link[rel~=stylesheet][href]").forEach(swap);
    };
    socket.onclose = () => setTimeout(connect, 1000);
  };
  connect();
})();
