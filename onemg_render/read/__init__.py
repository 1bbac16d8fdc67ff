"""From source files to a site."""
