"""Objects that generated code refers to by name."""


class Constants:
    """Names for objects; the namespace in which generated code runs."""

    def __init__(self) -> None:
        self.namespace: dict[str, object] = {}
        self._names: dict[int, str] = {}

    def name(self, value: object) -> str:
        known = self._names.get(id(value))
        if known is None:
            known = self._names[id(value)] = f"c{len(self._names)}"
            self.namespace[known] = value
        return known
