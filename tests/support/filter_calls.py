"""Thousands of calls of Jekyll's filters on ordinary and odd values, answered by the Ruby original.

    JEKYLL4="ruby -I.../jekyll-4.4.1/lib ..." JEKYLL3="ruby -I.../jekyll-3.10.0/lib ..." \\
        python -m tests.support.filter_calls

writes `tests/cases/filters/*.json`: lists of `call` (filter, input, arguments), `answer` (Jekyll 4.4.1 with
Liquid 4.0.4) and, where it differs, `pages` (of Jekyll 3.10.0). `!date`, `!time`, `!range`, `!literal` and
`!error` stand for what JSON has no words for.
"""

import json
import os
import shlex
import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent.parent / "cases" / "filters"
SCRIPT = Path(__file__).parent / "jekyll_filters.rb"

Call = dict[str, Any]

DATE = {"!date": "2020-02-03"}
TIME = {"!time": "2015-11-21T23:45:06+05:30"}
EMPTY = {"!literal": "empty"}
BLANK = {"!literal": "blank"}

STRINGS = [
    "",
    " ",
    "abc",
    "Hello, World",
    "  two  words\n",
    "01",
    "1",
    "1.0",
    "-7",
    " 12 ",
    "12abc",
    "0x1A",
    "1_000",
    "a&b<c>\"d'",
    '"quoted"',
    "50% off + more",
    "a/b c?d=e f&g#h",
    "tab\tnew\r\nline\x0b\x0c",
    "Ünïcödé Straße",
    "e\u0301 İ ǅ ß",
    "日本語 テスト한글 and more",
    "中文字",
    "नमस्ते दुनिया ١٢٣",
    "emoji 😀 👍🏽",
    "_under-score_.-~!$&'()+,;=@*",
    "--a--",
    "Œuvre Ø Ł þ Đ ij",
    "nb\u00a0sp\u2003em\u3000full",
    "now\u2028line",
]
URLS = [
    "/",
    "/a/index.html",
    "/index.htm",
    "/index.html?x",
    "a/index.html\nb",
    "css/main.css",
    "/sub/css/main.css",
    "sub",
    "//host/path",
    "http://x.y/z",
    "HTTP://EXAMPLE.com:80/%7Ea/./b/../c?q=%20#f g",
    "mailto:a@b.c",
    "javascript:void(0)",
    "tel:+123",
    "#frag",
    "?q=a b",
    "/a b/ü.html?x=ö#ä",
    "/%zz",
    "/a:b/c",
    "a:b/c",
    "/ä/%C3%A4/%e4",
    "./x/../y",
    "/x//y",
    "data:text/plain;base64,AA==",
    "/[a]/{b}",
    "a|b^c`d\\e",
    "日本",
    "http://[::1",
    "http://bücher.example/ü",
]
NUMBERS = [0, 1, -1, 42, 3.7, -0.5, 1.0, 1e20, 1e-5, 123456789012345678901234567890]
LISTS: list[Any] = [
    [],
    [1, 2],
    ["b", "a", None],
    [None],
    [[1, "x"], [3]],
    [{"a": 1}, {"a": "1"}, {"b": 2}],
    ["one", 2, 3.5, True],
    [1, 2, 3, 4],
]
HASHES: list[Any] = [{}, {"a": 1}, {"b": {"a": 2}, "c": {"a": "x"}}, {"k": [1, None, {"z": "ü"}]}]
SCALARS: list[Any] = [None, True, False, *NUMBERS]
VALUES: list[Any] = [*SCALARS, *STRINGS, *LISTS, *HASHES, DATE, TIME, {"!range": [1, 3]}]

DATES: list[Any] = [
    *(None, "", " ", True, 0, 1, -1, 86400, 1e9, 1234567890, "1234567890", [], [1], {}, {"a": 1}, DATE, TIME),
    *("2020-02-03", "2020-02-03 04:05:06", "2020-02-03T04:05:06Z", "2020-02-03 04:05 +0530", "03 Feb 2020"),
    *("Feb 3, 2020", "2020-12-31 23:59:59 -1100", "yesterday", "2020-13-45", "3/2/2020"),
    *({"!date": f"2021-03-{day:02}"} for day in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30, 31)),
    *({"!time": "1969-12-31T23:59:59Z"}),
]

ITEMS: list[list[Any]] = [
    [{"a": 1, "n": "x"}, {"a": "1", "n": "y"}, {"a": "01"}, {"a": 1.0}, {"a": "1.0"}, {"a": True}, {"b": 1}],
    [
        {"a": None},
        {"a": ""},
        {"a": []},
        {"a": [""]},
        {"a": {}},
        {"a": False},
        {},
        {"a": [[], []]},
        {"a": " "},
    ],
    [{"a": ["x", "y"]}, {"a": ["y", 1]}, {"a": [1.0, None]}, {"a": "x"}, {"a": {"x": 1}}, {"a": [["x"]]}],
    [{"a": {"b": 1}}, {"a": {"b": "x"}}, {"a": {"c": 2}}, {"a": {"b": None}}, {"a": {"b": {"c": "x"}}}],
    [{"a": 3}, {"a": 10}, {"a": -1}, {"a": 2.5}, {"a": 1e3}],
    [{"a": "b"}, {"a": "B"}, {"a": "ä"}, {"a": "a"}, {"a": "10"}, {"a": "9"}],
    [{"a": "10"}, {"a": "9"}, {"a": "9.5"}, {"a": ".5"}, {"a": " 7 "}, {"a": "7."}, {"a": "-3"}],
    [{"a": 10}, {"a": "x"}, {"a": 9}, {"a": True}, {"a": False}, {"a": [1]}],
    [{"a": 2, "n": 1}, {"n": 2}, {"a": 1, "n": 3}, {"a": None, "n": 4}, {"a": 2, "n": 5}],
    [{"a": DATE}, {"a": {"!date": "2019-01-01"}}, {"a": None}],
    [{"a": TIME}, {"a": {"!time": "2015-11-21T18:15:06Z"}}],
    [{"a": [2, 1]}, {"a": [1, 3]}, {"a": [1, "x"]}, {"a": []}],
    [{"a": {"b": 2}}, {"a": {"b": 1}}, {"a": {}}],
    [{"a": "x\n"}, {"a": "1\n"}, {"a": "\u0661"}, {"a": "1e5"}, {"a": "0x1"}, {"a": "1,5"}],
    [],
]
ODD_ITEMS: list[Any] = [
    *(
        None,
        True,
        5,
        "abc",
        "",
        DATE,
        {},
        {"!range": [1, 3]},
        [1, 2],
        ["a", "banana", "b"],
        [None],
        [[1, 2], [3]],
    ),
    *(
        {"x": {"a": 1}, "y": {"a": 2}, "z": {"b": 1}},
        {"x": 1},
        [True],
        [2.5],
        [[{"a": 1}]],
        [DATE],
        [{"a": 1}, None],
    ),
]
PROPERTIES: list[Any] = ["a", "a.b", "a.b.c", "n", "", ".", "a.", None, False, 1, "size", "0"]
TARGETS: list[Any] = [
    *(
        None,
        True,
        False,
        1,
        1.0,
        2.5,
        "1",
        "01",
        "1.0",
        "x",
        "",
        " ",
        EMPTY,
        BLANK,
        [],
        ["x"],
        {},
        DATE,
        "2020-02-03",
    ),
]
EXPRESSIONS: list[Any] = [
    *("item", "item.a", "item.a == 1", "item.a == '1'", "item.a > 1", "item.a != nil", "item.a contains 'x'"),
    *("item.a == 1 or item.n == 'y'", "item.a and item.n == 2", "item.a == 2 and item.n > 1 or item.n == 4"),
    *(
        "item.a == empty",
        "item.a == blank",
        "item.a.b == 1",
        "item.a >= limit",
        "limit",
        "true",
        "nil",
        "",
        "item.a ==",
    ),
    *(
        "item.a | size",
        "item['a'] == 1",
        "(1..2)",
        "item.a <> 1",
        "item.a == 1 and",
        "== 1",
        "a b",
        None,
        5,
        "item.a=1",
    ),
]
GROUPINGS: list[Any] = [
    *(
        "item.a",
        "item.n",
        "item",
        "item.a | size",
        "item.a | append: '!'",
        "limit",
        "'x'",
        "",
        "item.a == 1",
        None,
        "| size",
    ),
    *("item.a | plus: 1", "item.a.b", "item[", "item.a, item.b"),
]
SITES: list[Call] = [
    {},
    {"url": "http://example.com", "baseurl": "/base"},
    {"url": "http://example.com/", "baseurl": "/base/"},
    {"url": "", "baseurl": "base"},
    {"url": "https://ünï.example:443", "baseurl": "/b ä"},
    {"url": None, "baseurl": None},
    {"url": "//cdn.example", "baseurl": "/"},
]


def call(*words: Any, **more: Any) -> Call:
    return {"call": list(words), **more}


def text() -> Iterator[Call]:
    names = [
        "xml_escape",
        "cgi_escape",
        "uri_escape",
        "normalize_whitespace",
        "number_of_words",
        "to_integer",
    ]
    for name, value in product([*names, "slugify", "inspect", "jsonify"], VALUES):
        yield call(name, value)
    for value, mode in product(
        [*STRINGS, None, 5], ["raw", "default", "pretty", "ascii", "latin", "none", "Pretty", 1]
    ):
        yield call("slugify", value, mode)
    for value, mode in product([*STRINGS, None, 5], ["cjk", "auto", "other", None]):
        yield call("number_of_words", value, mode)
    for value in URLS:
        yield from (call(name, value) for name in ("uri_escape", "cgi_escape", "xml_escape"))


def url() -> Iterator[Call]:
    for name, value in product(["relative_url", "absolute_url"], VALUES):
        yield call(name, value, site=SITES[1])
    for name, value, site in product(["relative_url", "absolute_url"], ["", *URLS], SITES):
        yield call(name, value, site=site)
    for value in [*VALUES, *URLS]:
        yield call("strip_index", value)


def date() -> Iterator[Call]:
    plain = ["date_to_string", "date_to_long_string", "date_to_xmlschema", "date_to_rfc822"]
    for name, value in product(plain, DATES):
        yield call(name, value)
    for name, value, kind in product(
        plain[:2], DATES, [("ordinal",), ("ordinal", "US"), ("other",), (None, "US"), (1, 2)]
    ):
        yield call(name, value, *kind)
    formats = ["%Y-%m-%d %H:%M", "%-d %b '%y", "%s", "%Z %z", "", None, 5]
    for value, pattern in product(DATES, formats):
        yield call("date", value, pattern)


def array() -> Iterator[Call]:
    for value in VALUES:
        yield call("array_to_sentence_string", value)
        yield from (call("array_to_sentence_string", value, word) for word in ("or", "", None, 5))
        for name in ("pop", "shift"):
            yield from (call(name, value, *count) for count in ((), (0,), (2,), (9,)))
        for name in ("push", "unshift"):
            yield from (call(name, value, item) for item in (None, "x", [1], {"a": 1}))
        yield call("sort", value)
    for name, count in product(
        ["pop", "shift"], [-1, "1", "x", 1.5, None, True, "0x1", " 2 ", "1_0", "", [1]]
    ):
        yield call(name, [1, 2, 3], count)
    for value in (
        ["b", "B", "a", "ä"],
        [3, 1.5, 2],
        [[2, 1], [1, 9]],
        [True, True],
        [None, None],
        [DATE, {"!date": "2019-01-01"}],
    ):
        yield call("sort", value)


def select() -> Iterator[Call]:
    for items, name in product([*ITEMS, *ODD_ITEMS], PROPERTIES):
        yield call("group_by", items, name)
        yield call("sort", items, name)
    for items, nils in product(ITEMS, ["first", "last", "middle", None]):
        yield call("sort", items, "a", nils)
    for items, name, target in product(ITEMS, ["a", "a.b", "n"], TARGETS):
        yield call("where", items, name, target)
    for items, name, target in product(ODD_ITEMS, PROPERTIES, [None, 1, "1", "a"]):
        yield call("where", items, name, target)
    for items, name, target in product(
        [*ITEMS[:5], *ODD_ITEMS], ["a", "a.b", None], [None, 1, "x", EMPTY, []]
    ):
        yield call("find", items, name, target)


def expression() -> Iterator[Call]:
    variables = {"limit": 2}
    for items, condition in product(ITEMS, EXPRESSIONS):
        yield call("where_exp", items, "item", condition, variables=variables)
    for items, condition in product(ITEMS, EXPRESSIONS[:12]):
        yield call("find_exp", items, "item", condition, variables=variables)
    for items, grouping in product(ITEMS, GROUPINGS):
        yield call("group_by_exp", items, "item", grouping, variables=variables)
    for name, items in product(["where_exp", "find_exp", "group_by_exp"], ODD_ITEMS):
        yield call(name, items, "item", "item.a == 1", variables=variables)
    for name, variable in product(["where_exp", "group_by_exp"], ["limit", "", None, 1, "a.b"]):
        yield call(name, [{"a": 1}, {"a": 3}], variable, "limit", variables=variables)


THEMES = {"text": text, "url": url, "date": date, "array": array, "select": select, "expression": expression}


def answers(command: str, calls: list[Call]) -> list[Any]:
    script = [*shlex.split(command), str(SCRIPT)]
    environment = {**os.environ, "TZ": "UTC", "LANG": "C.UTF-8"}
    done = subprocess.run(
        script, input=json.dumps(calls).encode(), stdout=subprocess.PIPE, check=True, env=environment
    )
    found: list[Any] = json.loads(done.stdout)
    return found


def main() -> None:
    CASES.mkdir(parents=True, exist_ok=True)
    for theme, calls in THEMES.items():
        cases = list(calls())
        for case, answer, pages in zip(
            cases, answers(os.environ["JEKYLL4"], cases), answers(os.environ["JEKYLL3"], cases), strict=True
        ):
            case["answer"] = answer
            if pages != answer:
                case["pages"] = pages
        lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
        (CASES / f"{theme}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
