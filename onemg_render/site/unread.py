"""Texts that stay in their files until somebody asks for them, as few do if little has changed."""

from collections.abc import Callable
from typing import NamedTuple, overload


class Unread(NamedTuple):
    """A text that has not been read. digest: of the text, by which it is known. read: gets it.

    is_template: whether there is anything in it for Liquid.
    """

    digest: bytes
    read: Callable[[], str]
    is_template: bool = True


class Text:
    """A field that holds a text. It may be given as an `Unread`, which is read when the field is."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, holder: None, owner: type) -> str: ...
    @overload
    def __get__(self, holder: object, owner: type) -> str: ...
    def __get__(self, holder: object | None, owner: type) -> str:
        if holder is None:
            return ""  # of a holder that is made without it
        text: str | Unread = holder.__dict__[self._name]
        if isinstance(text, Unread):
            text = holder.__dict__[self._name] = text.read()
        return text

    def __set__(self, holder: object, text: str | Unread) -> None:
        holder.__dict__[self._name] = text


def is_template(text: str | Unread) -> bool:
    """Whether there is anything in a text for Liquid."""
    return text.is_template if isinstance(text, Unread) else "{%" in text or "{{" in text


def content_of(holder: object) -> str | Unread:
    """The field `content` as it is, read or not."""
    content: str | Unread = holder.__dict__["content"]
    return content
