"""What templates see of a site: read-only views that record what is read (upstream `lib/jekyll/drops`)."""
