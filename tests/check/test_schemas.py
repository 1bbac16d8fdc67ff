"""Front matter and data against schemas: each misfit with the line of its key, in the words of authors."""

import json
from pathlib import Path

import pytest

from onemg_render.errors import ConfigError
from tests.check.test_report import said
from tests.support.sites import page

SCHEMA = {
    "required": ["title"],
    "properties": {
        "title": {"type": "string"},
        "layout": {"enum": ["page", "post"]},
        "tags": {"type": "array", "items": {"type": "string"}},
        "when": {"type": "string", "format": "date"},
        "code": {"pattern": "^[A-Z]+$"},
        "size": {"maximum": 3},
        "team": {"$ref": "team.json#/$defs/team"},
    },
    "additionalProperties": False,
}
TEAM = {"$defs": {"team": {"type": "object", "required": ["lead"]}}}
FILES = {
    "_config.yml": "",
    "schemas/page.json": json.dumps(SCHEMA),
    "schemas/team.json": json.dumps(TEAM),
    "schemas/list.yml": "items: {type: object, required: [url]}\ntype: array\n",
}
PAGES = "check: {schemas: [{schema: schemas/page.json, pages: 'pages/*'}]}\n"


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("title: T\nlayout: page\ntags: [a]\nwhen: 2024-05-06", []),
        ("layout: page", [("the key `title` is missing", None)]),
        ("title: T\ntitel: T", [("the schema knows no key `titel`", 3)]),
        ("title: 1", [("`title` should be a text, but is `1`", 2)]),
        ("title: T\nlayout: pots", [('`layout` cannot be `"pots"`', 3)]),
        ("title: T\ntags:\n- a\n- 2", [("`tags.1` should be a text, but is `2`", 5)]),
        ("title: T\ncode: ab", [('`code` is `"ab"`, which does not fit `^[A-Z]+$`', 3)]),
        ("title: T\nsize: 4", [("`size`: 4 is greater than the maximum of 3", 3)]),
        ("title: T\nteam:\n  name: x", [("the key `lead` is missing in `team`", 3)]),
        ("title:", [("`title` should be a text, but is empty", 2)]),
    ],
)
def test_front_matter(tmp_path: Path, front_matter: str, expected: list[tuple[str, int | None]]) -> None:
    files = {**FILES, "pages/a.html": f"---\n{front_matter}\n---\n", "other.html": page("", title=1)}
    found = said(tmp_path, files, "schemas", config=PAGES)
    assert found == [(text, f"pages/a.html:{line}") for text, line in expected]


def test_a_strangers_schemas_are_not_used(tmp_path: Path) -> None:
    files = {**FILES, "pages/a.html": page("")}
    assert said(tmp_path, files, "schemas", config=f"{PAGES}safe: true\n") == []


def test_what_the_engine_adds_to_a_document_is_not_its_authors(tmp_path: Path) -> None:
    config = "check: {schemas: [{schema: schemas/page.json, pages: '_posts/*'}]}\n"
    files = {**FILES, "_posts/2024-05-06-a.html": page("", title="T", layout="post")}
    assert said(tmp_path, files, "schemas", config=config) == []


def test_the_defaults_of_the_configuration_count(tmp_path: Path) -> None:
    defaults = "defaults: [{scope: {path: ''}, values: {title: T}}]\n"
    assert said(tmp_path, {**FILES, "pages/a.html": page("")}, "schemas", config=PAGES + defaults) == []


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("links.yml", "- url: /a\n- name: b\n", 2),
        ("links.json", '[{"url": "/a"},\n {"name": "b"}]', 2),
        ("links.csv", "url,name\n/a,a\n", None),
    ],
)
def test_data_files(tmp_path: Path, name: str, text: str, line: int | None) -> None:
    config = "check: {schemas: [{schema: schemas/list.yml, data: 'links.*'}]}\n"
    found = said(tmp_path, {**FILES, f"_data/{name}": text}, "schemas", config=config)
    assert found == ([("the key `url` is missing in `1`", f"_data/{name}:{line}")] if line else [])


def test_the_row_of_a_table(tmp_path: Path) -> None:
    schema = "{schema: schemas/row.yml, data: rows.csv}"
    files = {
        **FILES,
        "schemas/row.yml": "items: {properties: {size: {pattern: '^[0-9]+$'}}}",
        "_data/rows.csv": "size\n1\nbig\n",
    }
    found = said(tmp_path, files, "schemas", config=f"check: {{schemas: [{schema}]}}\n")
    assert found == [('`1.size` is `"big"`, which does not fit `^[0-9]+$`', "_data/rows.csv:3")]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{schema: nowhere.json}", "there is no schema `nowhere.json` in the source"),
        ("{schema: ../outside.json}", "there is no schema `../outside.json` in the source"),
        ("{pages: x}", "an entry of `check.schemas` names no `schema`"),
        ("{schema: schemas/page.json, page: x}", "an entry of `check.schemas` has no `page`"),
        ("{preset: elixir}", "there is no preset `elixir`"),
        (
            "{schema: schemas/broken.yml}",
            "the schema cannot be read: mapping values are not allowed in this context",
        ),
        ("{schema: schemas/none.yml}", "the schema is none: -1 is less than the minimum of 0"),
        ("{schema: schemas/lost.yml}", "a schema refers to `nowhere.json`, which is not there"),
    ],
)
def test_schemas_that_cannot_be_used(tmp_path: Path, entry: str, message: str) -> None:
    files = {
        **FILES,
        "schemas/broken.yml": "type: a: b",
        "schemas/none.yml": "minLength: -1",
        "schemas/lost.yml": "$ref: nowhere.json",
        "../outside.json": "{}",
        "pages/a.html": page(""),
    }
    with pytest.raises(ConfigError) as error:
        said(tmp_path / "site", files, "schemas", config=f"check: {{schemas: [{entry}]}}\n")
    assert error.value.message == message
