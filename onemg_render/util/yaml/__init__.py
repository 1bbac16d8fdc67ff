"""YAML as Jekyll reads it: libyaml's events, SafeYAML's (or Psych's) rules for scalars, no surprises."""

from onemg_render.util.yaml.loader import Rules, load, load_bytes, position

__all__ = ["Rules", "load", "load_bytes", "position"]
