"""The preview: a server, a watcher and one builder thread; knows `build`, never `render`."""
