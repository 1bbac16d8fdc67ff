"""What a page lacks for its readers: title, language, texts for images, headings in order, ids used once."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from onemg_render.check.built_site import BuiltSite
from onemg_render.check.finding import Finding
from onemg_render.check.links import spellings
from onemg_render.check.pages import BuiltPage
from onemg_render.site import Item


def repeated_ids(built: BuiltSite) -> Iterator[Finding]:
    """Ids that one page has more than once: links and scripts meet the first."""
    for page in built.pages.values():
        for name, count in Counter(page.ids).items() if page.repeats_ids else ():
            if count > 1:
                yield Finding(
                    severity="warning",
                    page=page.path,
                    text=f"one page has the id `{name}` more than once",
                    traces=(f'id="{name}"', f"id='{name}'", f"{{#{name}"),
                    shown=name,
                    words=name,
                    hint="links to it lead to the first",
                )


def images_without_text(built: BuiltSite) -> Iterator[Finding]:
    """Images without `alt`; an empty one marks a mere ornament and is fine."""
    for page in built.pages.values():
        for address in page.unnamed_images:
            yield Finding(
                severity="warning",
                page=page.path,
                text=f"the image `{address}` has no `alt`",
                address=address,
                traces=tuple(
                    f"src={quote}{spelling}" for spelling in spellings(built, address) for quote in "\"'"
                ),
                shown=address,
                words=address,
                form="image",
                hint='say what it shows, or write alt="" for a mere ornament',
            )


def missing_titles(built: BuiltSite) -> Iterator[Finding]:
    """Pages without a title, which bookmarks, tabs and search results show."""
    for page in documents(built):
        if page.title is None:
            yield Finding(
                severity="warning",
                page=page.path,
                text="the page has no `<title>`",
                traces=("<head>", "<head ", "<html"),
                hint="write <title>{{ page.title }}</title> into its head",
            )
        elif not page.title:
            yield Finding(
                severity="warning",
                page=page.path,
                text="the `<title>` of the page is empty",
                hint="write `title: ...` into its front matter",
            )


def missing_languages(built: BuiltSite) -> Iterator[Finding]:
    """Pages that do not say their language, which screen readers go by."""
    for page in documents(built):
        if not page.language:
            yield Finding(
                severity="warning",
                page=page.path,
                text="`<html>` has no `lang`",
                traces=("<html",),
                hint='write <html lang="en">, or whatever it is in',
            )


def heading_order(built: BuiltSite) -> Iterator[Finding]:
    """Headings that skip a level, which readers who go by headings take for something missing."""
    for page in built.pages.values():
        for above, heading in pairwise(page.headings):
            if heading.level > above.level + 1:
                skipped = heading.level - 1
                marks = "#" * heading.level
                yield Finding(
                    severity="warning",
                    page=page.path,
                    text=f"the heading `{heading.text}` is an h{heading.level} with no h{skipped} above it",
                    traces=(f"{marks} {heading.text}", f">{heading.text}<") if heading.text else (),
                    shown=heading.text,
                    words=heading.text,
                    form="heading",
                )


def documents(built: BuiltSite) -> Iterator[BuiltPage]:
    """Whole pages that the site's author writes, so not those that are only copied."""
    return (
        page for page in built.pages.values() if page.whole and isinstance(built.items.get(page.path), Item)
    )
