# Loaded into the original by parity.

# Folders are read in the order of names. Without this the order is the file system's, and with it that of
# pages whose names are equal.
class Dir
  class << self
    alias unsorted_entries entries

    def entries(...)
      unsorted_entries(...).sort
    end
  end
end

# The folder of `--theme` as an installed gem, so that Jekyll itself lays it underneath the site.
if ENV["PARITY_THEME"]
  module ThemeOfParity
    def find_by_name(name, *)
      return super unless name == "parity-theme"

      Gem::Specification.new(name, "1.0") do |theme|
        theme.define_singleton_method(:full_gem_path) { ENV["PARITY_THEME"] }
      end
    end
  end
  Gem::Specification.singleton_class.prepend(ThemeOfParity)
end
