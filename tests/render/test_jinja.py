"""Native Jinja2 templates beside Liquid ones."""

from pathlib import Path

import pytest

from onemg_render.errors import OnemgError
from tests.support.sites import build_site, page

FILES = {
    "_config.yml": "title: T\nbaseurl: /base\n",
    "_layouts/base.html.jinja": "<t>{{ page.title | upper }} {{ '/x' | relative_url }}</t>{{ content }}",
    "_layouts/child.jinja": "{% extends 'parent.jinja' %}{% block inner %}[{{ content }}]{% endblock %}",
    "_layouts/parent.jinja": "<p>{% block inner %}{% endblock %}</p>{% include 'part.html' %}",
    "_layouts/liquid.html": "{% include part.jinja who='Liquid' %}{{ content }}",
    "_includes/part.html": "{{ page.title | upcase }}-{{ site.title }}",
    "_includes/part.jinja": "<{{ include.who }}:{{ page.title }}:{{ site.pages | length }}>",
}
CASES = [
    ("a layout, with Jekyll's filters", "base", "<t>HOME /base/x</t>text"),
    ("blocks, and a Liquid include", "child", "<p>[text]</p>HOME-T"),
    ("included by Liquid", "liquid", "<Liquid:Home:1>text"),
]
PRINTED = [
    ("{{ page.nothing }}|{{ page.nothing.deeper }}", "|"),
    ("{{ page.flag }}", "true"),
    ("{{ page.list }}", "ab"),
    ("{% for p in site.pages %}{{ p.url }}{% endfor %}", "/"),
    ("{{ site.pages | where('title', 'Home') | map(attribute='url') | join }}", "/"),
    ("{{ '*a*' | markdownify }}", "<p><em>a</em></p>\n"),
    ("{{ site.data.d.k }}", "v"),
    ("{{ [3, 1] | sort | first }}", "1"),
]
ESCAPES = [
    "{{ ''.__class__.__mro__ }}",
    "{{ site.__init__.__globals__ }}",
    "{{ site.get.__func__ }}",
    "{{ self.__init__ }}",
    "{{ page.__class__ }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ (site|attr('__class__')).__name__ }}",
    "{{ lipsum.__globals__['os'].name }}",
    "{{ '{0.__class__}'.format(site) }}",
    "{{ site.pages.append }}",
    "{{ site._views }}{{ site.views }}{{ page.item }}",
]


@pytest.mark.parametrize(
    ("layout", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_layouts_and_includes(tmp_path: Path, layout: str, expected: str) -> None:
    files = {**FILES, "index.html": page("text", layout=layout, title="Home")}
    assert build_site(tmp_path, files).text("index.html") == expected


@pytest.mark.parametrize(("text", "expected"), PRINTED, ids=[text for text, _ in PRINTED])
def test_what_is_printed(tmp_path: Path, text: str, expected: str) -> None:
    index = page("", layout="it", title="Home", flag="true", list="[a, b]")
    files = {"_layouts/it.jinja": text, "_data/d.yml": "k: v", "index.html": index}
    assert build_site(tmp_path, files).text("index.html") == expected


@pytest.mark.parametrize("text", ESCAPES)
def test_nothing_of_python_is_reachable(tmp_path: Path, text: str) -> None:
    files = {"_layouts/it.jinja": f"({text})", "index.html": page("", layout="it")}
    try:
        shown = build_site(tmp_path, files).text("index.html")
    except OnemgError as error:
        assert error.path == "_layouts/it.jinja"
    else:
        assert shown in ("()", "(None)")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n{% if %}", 2, "Expected an expression"),
        ("a\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ("a\n{% include 'no.html' %}", 2, "no template `no.html`"),
    ],
)
def test_errors_name_the_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    files = {"_layouts/it.jinja": page(text), "index.html": page("", layout="it")}
    with pytest.raises(OnemgError, match=message) as caught:
        build_site(tmp_path, files)
    assert (caught.value.path, caught.value.line) == ("_layouts/it.jinja", line + 2)
