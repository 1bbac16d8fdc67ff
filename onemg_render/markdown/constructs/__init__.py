"""kramdown's constructs, a file each: what it looks like, what it becomes, how it is drawn."""
