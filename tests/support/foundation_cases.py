"""What Ruby, SafeYAML, addressable and Jekyll answer where `util` and `config` must answer the same.

    JEKYLL4="ruby -I.../jekyll-4.4.1/lib ..." JEKYLL3="ruby -I.../jekyll-3.10.0/lib ..." \\
        python -m tests.support.foundation_cases

writes `tests/cases/util/*.json` and `tests/cases/config/*.json`: lists of `ask` (kind and arguments),
`answer` (with Jekyll 4.4.1) and, where it differs, `pages` (with Jekyll 3.10.0 and the github-pages gem).
`foundations.rb` answers. The ordinary questions stand in `foundation_questions.json`, the random ones are
made here; with another seed these serve the comparisons that run where Ruby is installed.
"""

import json
import os
import random
import re
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent.parent / "cases"
SCRIPT = Path(__file__).parent / "foundations.rb"
ZONE = "Europe/Brussels"
SEED = 1

Question = list[Any]

QUESTIONS = Path(__file__).parent / "foundation_questions.json"
ORDINARY: dict[str, Any] = json.loads(QUESTIONS.read_text(encoding="utf-8"))
DATE_FORMS = (
    *(
        "YYYY-MM-DD",
        "D/M/YYYY",
        "YYYY/M/D",
        "DD.MM.YYYY",
        "D NAME YYYY",
        "NAME D, YYYY",
        "NAME D",
        "NAME YYYY",
    ),
    *("Dth NAME YYYY", "D-NAME-YYYY", "YYYYMMDD", "YYYY-WDD-M", "YYYY-0DD", "NAME"),
)
MONTHS = ("january", "February", "mar", "Apr.", "MAY", "jun", "July", "aug", "Sept", "october", "nov.", "Dec")
PLACEHOLDERS: dict[str, Callable[[random.Random], str]] = {
    "YYYY": lambda rnd: f"{rnd.choice([rnd.randint(1900, 2100), rnd.randint(0, 99)]):04d}",
    "NAME": lambda rnd: rnd.choice(MONTHS),
    "MM": lambda rnd: f"{rnd.randint(0, 13):02d}",
    "DD": lambda rnd: f"{rnd.randint(0, 32):02d}",
    "HH": lambda rnd: f"{rnd.randint(0, 25):02d}",
    "SS": lambda rnd: f"{rnd.randint(0, 61):02d}",
    "K|[MD](?![a-zA-Z])": lambda rnd: str(rnd.randint(0, 13)),
}
WORD_CHARACTERS = "aBcÉéßﬁΣςǆİıẞ日本語कि्न्दीไทย½Ⅷⓐ²٣_-. ~!$&'()+,;=@#\n\t\u00a0\u0301ŁżüÆ"
BOTH = (
    *("util/slugify", "util/merge", "util/plural", "util/within", "util/text"),
    *("config/defaults", "config/config"),
)


def random_format(rnd: random.Random) -> str:
    def directive() -> str:
        flags = "".join(rnd.choice("-_0^#") for _ in range(rnd.choice([0, 0, 0, 1, 1, 2])))
        width = str(rnd.randint(1, 15)) if rnd.random() < 0.3 else ""
        locale = rnd.choice("EO") if rnd.random() < 0.1 else ""
        letter = rnd.choice("AaBbCcDdeFGgHIjklLMmNnPpRrSsTtUuVvWwXxYyZz%+Qiq")
        colons = ":" * rnd.randint(0, 4) if letter == "z" else ""
        return f"%{flags}{width}{colons}{locale}{letter}"

    return rnd.choice(["", "x ", "é-"]).join(directive() for _ in range(rnd.randint(1, 3)))


def random_moment(rnd: random.Random) -> Question:
    seconds, microseconds = rnd.randint(-2 * 10**9, 4 * 10**9), rnd.choice([0, 123_456, 7, 999_999])
    kind = rnd.choice(["date", "utc", "local", "fixed"])
    if kind == "date":
        return [kind, rnd.randint(1900, 2100), rnd.randint(1, 12), rnd.randint(1, 28)]
    offset = [rnd.choice([0, 3600, -3600, 19_800, -12_600, 20_700, -1800, 45_296])]
    return [kind, seconds, microseconds, *(offset if kind == "fixed" else [])]


def random_strftime(rnd: random.Random) -> Question:
    return ["strftime", random_moment(rnd), random_format(rnd)]


def random_date(rnd: random.Random) -> str:
    """A date as people write them, perhaps with letters lost or added; or a run of odd characters."""
    if rnd.random() < 0.25:
        return "".join(
            rnd.choice("0123456789" * 2 + "-/.:, +'[]thampTZwW") for _ in range(rnd.randint(1, 18))
        )
    clock = rnd.choice(["", "K:MM", "HH:MM:SS.5", "K pm", "KhK"])
    zone = rnd.choice(
        ["", "Z", " UTC", " +0100", "-05:00", " EST", " CET", " GMT+2", " +05:30:15", " -0000", " foo"]
    )
    text = rnd.choice([" ", "T", ", "]).join(part for part in (rnd.choice(DATE_FORMS), clock + zone) if part)
    for placeholder, make in PLACEHOLDERS.items():
        text = re.sub(placeholder, lambda _, make=make: make(rnd), text)  # type: ignore[misc]  # bound at once
    for _ in range(rnd.choice([0, 0, 0, 1, 2])):
        at = rnd.randrange(len(text) + 1)
        text = text[:at] + rnd.choice(["", "", *"0123-/.:, 'amTé"]) + text[at + rnd.randint(0, 1) :]
    return text


def random_url(rnd: random.Random) -> str:
    return "".join(rnd.choice(ORDINARY["url_pieces"]) for _ in range(rnd.randint(1, 6)))


def random_scalar(rnd: random.Random) -> str:
    text: str = rnd.choice(ORDINARY["scalars"])
    at = rnd.randrange(len(text) + 1)
    return text[:at] + rnd.choice("0123456789_.,:-+eExb TtZ") + text[at + rnd.randint(0, 1) :]


def random_word(rnd: random.Random) -> str:
    return "".join(rnd.choice(WORD_CHARACTERS) for _ in range(rnd.randint(0, 10)))


def some(rnd: random.Random, make: Callable[[random.Random], Any], count: int) -> list[Any]:
    return [make(rnd) for _ in range(count)]


def random_pattern(rnd: random.Random) -> Question:
    parts = [
        "*",
        "?",
        "[a-c]",
        "[!a]",
        "[^a-]",
        "[",
        "]",
        "a",
        "b",
        "/",
        ".",
        "**",
        "\\",
        "\\*",
        "[]a]",
        "{a,b}",
    ]
    path = "".join(rnd.choice("ab/.-]*\\") for _ in range(rnd.randint(0, 5)))
    return ["fnmatch", "".join(rnd.choice(parts) for _ in range(rnd.randint(1, 5))), path]


def random_data(rnd: random.Random, depth: int = 0) -> Any:
    if depth > 2 or rnd.random() < 0.4:
        return rnd.choice([None, 1, "x", "y z", True, False, [1], ["a", None, ["b"]], []])
    return {rnd.choice("abcde"): random_data(rnd, depth + 1) for _ in range(rnd.randint(0, 3))}


def random_mapping(rnd: random.Random) -> dict[str, Any]:
    return {rnd.choice("abcde"): random_data(rnd, 1) for _ in range(rnd.randint(0, 4))}


def random_merge(rnd: random.Random) -> Question:
    return ["merge", random_mapping(rnd), random_mapping(rnd)]


def random_default_set(rnd: random.Random) -> dict[str, Any]:
    paths = ["", "a", "a/", "/a", "a/b", "a/*", "*", "*.md", "**/c.md", "col", "col/a", "c", "_p", "é", None]
    kinds = ["pages", "posts", "drafts", "page", "post", "draft", "col"]
    one: dict[str, Any] = {
        "values": {rnd.choice("lmh"): random_data(rnd, 1) for _ in range(rnd.randint(0, 3))}
    }
    if rnd.random() < 0.05:
        one["values"] = "no mapping"
    if rnd.random() < 0.9:
        scope = {"path": rnd.choice(paths), "type": rnd.choice(kinds)}
        one["scope"] = {key: scope[key] for key in scope if rnd.random() < 0.7}
    return one


def random_defaults(rnd: random.Random) -> Question:
    files = [
        "a/b.md",
        "a.md",
        "a/d/a.md",
        "_p/x",
        "b/c.md",
        "c.md",
        "ab",
        "/a/b",
        "col/a/x",
        "a/_posts/x.md",
        "é/y",
    ]
    config = {
        "defaults": some(rnd, random_default_set, rnd.randint(1, 4)),
        "collections_dir": rnd.choice(["", "", "col"]),
    }
    return ["defaults", config, rnd.choice(files), rnd.choice(["pages", "posts", "drafts", "col"])]


def random_config(rnd: random.Random) -> Question:
    def text() -> str:
        lines = ORDINARY["config_lines"]
        keys = rnd.sample(sorted(lines), rnd.randint(0, 6))
        return "".join(f"{key}: {rnd.choice(lines[key])}\n" for key in keys)

    overrides = [{"future": True}, {"baseurl": "/z"}, {"layouts_dir": "ll"}, {"limit_posts": 2}]
    files = (
        [rnd.choice([text(), text(), "- no mapping\n"])]
        if rnd.random() < 0.1
        else some(rnd, lambda _: text(), 2)
    )
    return ["config", files, rnd.choice([{}, {}, *overrides])]


def questions(seed: int = SEED, scale: int = 1) -> dict[str, list[Question]]:
    """All questions by the name of their file; the ordinary ones once, the random ones `scale` times."""
    known = ORDINARY

    def rnd(name: str) -> random.Random:
        """A source of its own for each file, so that one can grow without the others."""
        return random.Random(f"{seed} {name}")

    strftime = [["strftime", moment, form] for moment in known["moments"][:6] for form in known["formats"]]
    strftime += some(rnd("strftime"), random_strftime, 400 * scale)
    moments = [moment for moment in known["moments"] if moment[0] != "date"]
    plural: list[Any] = [None, False, "a b", "a\u00a0b c", ["x", None, ["y", "z"]], 1, {}, ""]
    scalars = [*known["scalars"], *some(rnd("scalars"), random_scalar, 300 * scale)]
    words = [*known["words"], *some(rnd("words"), random_word, 60 * scale)]
    modes = [None, "raw", "default", "pretty", "ascii", "latin", "none"]
    return {
        "util/strftime": strftime,
        "util/parse": [
            ["parse", text] for text in [*known["dates"], *some(rnd("dates"), random_date, 700 * scale)]
        ],
        "util/written": [["text", at] for at in known["moments"]] + [["web", at] for at in moments],
        "util/yaml_scalars": [["yaml", f"v: {text}"] for text in scalars],
        "util/yaml_documents": [["yaml", text] for text in known["documents"]],
        "util/urls": [
            ["url", text] for text in [*known["urls"], *some(rnd("urls"), random_url, 300 * scale)]
        ],
        "util/escape": [["escape", text] for text in [*known["urls"], *known["words"]]],
        "util/fnmatch": some(rnd("patterns"), random_pattern, 400 * scale),
        "util/glob": [["glob", pattern] for pattern in known["globs"]],
        "util/within": [["within", base, path] for base in ("/site", "/site/src") for path in known["paths"]],
        "util/slugify": [["slugify", text, mode, False] for text in words for mode in modes]
        + [["slugify", text, "pretty", True] for text in words],
        "util/text": [[kind, text] for text in words for kind in ("case", "titleize")],
        "util/merge": some(rnd("merge"), random_merge, 100 * scale),
        "util/plural": [["plural", {"tag": one, "tags": many}] for one in plural for many in plural],
        "config/defaults": some(rnd("defaults"), random_defaults, 300 * scale),
        "config/config": some(rnd("config"), random_config, 200 * scale),
    }


def make_tree(root: Path) -> None:
    for name in ORDINARY["tree"]:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def ruby(command: str, asked: list[Question]) -> list[Any]:
    """Ruby's answers, in a folder that holds the tree. Raises CalledProcessError."""
    with tempfile.TemporaryDirectory() as folder:
        make_tree(Path(folder))
        done = subprocess.run(
            [*shlex.split(command), str(SCRIPT)],
            input=json.dumps(asked),
            capture_output=True,
            text=True,
            check=True,
            cwd=folder,
            env={**os.environ, "TZ": ZONE, "LANG": "C.UTF-8", "JEKYLL_ENV": "production", "TREE": folder},
        )
    return [json.loads(line) for line in done.stdout.splitlines()]


def main(environment: Mapping[str, str] = os.environ) -> None:
    for name, asked in questions().items():
        asked = [list(one) for one in dict.fromkeys(map(json.dumps, asked)) for one in [json.loads(one)]]
        answers = ruby(environment["JEKYLL4"], asked)
        pages = ruby(environment["JEKYLL3"], asked) if name in BOTH else answers
        write(CASES / f"{name}.json", zip(asked, answers, pages, strict=True))


def write(path: Path, cases: Iterable[tuple[Question, Any, Any]]) -> None:
    """One case a line, so that a difference reads as one."""
    lines = []
    for asked, answer, pages in cases:
        case = {"ask": asked, "answer": answer} | ({} if pages == answer else {"pages": pages})
        lines.append(json.dumps(case, ensure_ascii=False))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
