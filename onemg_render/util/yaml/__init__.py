"""YAML as Jekyll reads it: libyaml's events, SafeYAML's rules for scalars."""

from onemg_render.util.yaml.loader import load, load_bytes
from onemg_render.util.yaml.positions import Positions, position

__all__ = ["Positions", "load", "load_bytes", "position"]
