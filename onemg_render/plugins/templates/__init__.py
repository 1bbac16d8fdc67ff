"""Templates of the built-in plug-ins, as files beside this module."""

from importlib import resources


def template(name: str) -> str:
    """The text of a template."""
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
