"""Templates of the built-in plug-ins, as files beside this module."""

from pathlib import Path


def template(name: str) -> str:
    """The text of a template."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
