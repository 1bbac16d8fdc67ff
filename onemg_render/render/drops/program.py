"""The variables `jekyll` and `theme` (upstream `lib/jekyll/drops/jekyll_drop.rb`, `theme_drop.rb`)."""

from collections.abc import Iterable, Mapping

from onemg_render.liquid import Drop, Fields, Value
from onemg_render.render.reads import ENVIRONMENT, Reads


class JekyllDrop(Drop):
    """`jekyll.version` and `jekyll.environment`."""

    __slots__ = ("_environment", "_reads", "_version")

    def __init__(self, version: str, environment: str, reads: Reads) -> None:
        self._version = version
        self._environment = environment
        self._reads = reads

    def get(self, key: Value) -> Value:
        if key == "environment":
            self._reads.current.add((ENVIRONMENT, "JEKYLL_ENV"))
            return self._environment
        return self._version if key == "version" else None

    def keys(self) -> Iterable[str]:
        return ("version", "environment")

    def text(self) -> str:
        return "Jekyll::Drops::JekyllDrop"


class ThemeDrop(Fields):
    """What a theme says about itself in its gem specification or package metadata."""

    __slots__ = ("_facts",)

    def __init__(self, facts: Mapping[str, Value]) -> None:
        self._facts = facts

    def get(self, key: Value) -> Value:
        return self._facts.get(key)

    def keys(self) -> Iterable[str]:
        return self._facts.keys()

    def text(self) -> str:
        return "Jekyll::Drops::ThemeDrop"
