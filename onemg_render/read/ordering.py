"""The order of documents: by date and path, by a key, or as listed (upstream `lib/jekyll/collection.rb`)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast

from onemg_render.config import Compat
from onemg_render.reporting import Reporter
from onemg_render.site import Collection, Document
from onemg_render.util.sorting import merge_sorted


def sort_collection(collection: Collection, compat: Compat, reporter: Reporter) -> None:
    """Order the documents as the collection's settings say: `order` before `sort_by` before date and path."""
    metadata = collection.settings.metadata if compat.sorts_collections else {}
    order, key = metadata.get("order"), metadata.get("sort_by")
    if isinstance(order, list):
        collection.docs = _as_listed(collection, order)
    elif isinstance(key, str):
        collection.docs = _by_key(collection.docs, key, reporter)
    else:
        collection.docs = by_date(collection.docs)


def by_date(docs: Sequence[Document]) -> list[Document]:
    """By date, then by path; documents without a date of their own are compared by path alone."""
    if all(isinstance(document.data.own("date"), datetime) for document in docs):
        return sorted(docs, key=lambda document: (document.data.own("date"), document.path))
    return merge_sorted(docs, compare_documents)


def compare_documents(left: Document, right: Document) -> int:
    return compare(left.data["date"], right.data["date"]) or compare(left.path, right.path) or 0


def _as_listed(collection: Collection, order: Sequence[object]) -> list[Document]:
    known = {document.relative_path: document for document in by_date(collection.docs)}
    folder = collection.settings.relative_directory
    first = dict.fromkeys(f"{folder}/{str(entry).lstrip('/')}" for entry in order)
    return [known[path] for path in {**first, **dict.fromkeys(known)} if path in known]


def _by_key(docs: Sequence[Document], key: str, reporter: Reporter) -> list[Document]:
    lacking = [document for document in docs if document.data[key] is None]
    for document in lacking if len(lacking) < len(docs) else ():
        path = document.relative_path
        reporter.warn(f"'{key}' not defined in {path}", topic="Sort warning", path=path)

    def comparison(left: Document, right: Document) -> int:
        one, other = left.data[key], right.data[key]
        if (one is None) != (other is None):
            return 1 if one is None else -1
        return compare(one, other) or compare_documents(left, right)

    return merge_sorted(docs, comparison)


def compare(left: object, right: object) -> int | None:
    """Ruby's `<=>` for values of front matter; None where they cannot be compared."""
    if isinstance(left, list) and isinstance(right, list):
        return _compare_lists(left, right)
    if isinstance(left, bool) or isinstance(right, bool) or left is None or right is None:
        return 0 if left is right else None
    kinds = (int | float, str, datetime)
    days = type(left) is date and type(right) is date
    if not days and not any(isinstance(left, kind) and isinstance(right, kind) for kind in kinds):
        return 0 if type(left) is type(right) and left == right else None
    one, other = cast(Any, left), cast(Any, right)
    return int(one > other) - int(one < other)


def _compare_lists(left: Sequence[object], right: Sequence[object]) -> int | None:
    for one, other in zip(left, right, strict=False):
        if (order := compare(one, other)) != 0:
            return order
    return compare(len(left), len(right))
