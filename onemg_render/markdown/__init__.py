"""The kramdown dialect on mistune: Markdown in, HTML out."""
