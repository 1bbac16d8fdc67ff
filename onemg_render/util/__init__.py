"""What every room needs and no library gives exactly: Ruby's dates, YAML, paths, URLs and text."""
