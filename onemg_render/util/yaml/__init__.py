"""YAML as Jekyll reads it: libyaml's events, SafeYAML's rules for scalars."""

from onemg_render.util.yaml.loader import load, load_bytes, position

__all__ = ["load", "load_bytes", "position"]
