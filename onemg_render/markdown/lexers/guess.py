"""Which language a text is in, by mode line, first line or tell-tale (Rouge's lib/rouge/guessers)."""

import re

from onemg_render.markdown.lexers.names import TAGS
from onemg_render.util.patterns import regex

MODE_LINES = [
    regex(
        r"-\*-\s*(?:(?!mode)[\w-]+\s*:\s*[\w+-]+\s*;?\s*)*(?:mode\s*:)?\s*([\w+-]+)\s*"
        r"(?:;\s*(?!mode)[\w-]+\s*:\s*[\w+-]+\s*)*;?\s*-\*-",
        re.I | re.A,
    ),
    regex(r"(?:vim|vi|ex):\s*(?:ft|filetype|syntax)=(\w+)\s?", re.I | re.A),
    regex(r"(?:vim|vi|Vim|ex):\s*set?.*\s(?:ft|filetype|syntax)=(\w+)\s?.*:", re.I | re.A),
]

SHEBANG = regex(r"\s*#!(.*)$", re.M | re.A)
DOCTYPE = regex(r"\s*<!DOCTYPE\s+(.+?)>", re.A | re.S)

SHEBANGS = {
    "awk": "awk",
    "coffeescript": "coffee",
    "crystal": "crystal",
    "factor": "factor",
    "gherkin": "cucumber",
    "groovy": "groovy",
    "hack": "hhvm",
    "haskell": "runhaskell",
    "haxe": "haxe",
    "io": "io",
    "javascript": "node|jsc",
    "julia": "julia",
    "lasso": "lasso9",
    "livescript": "lsc",
    "lua": "lua",
    "moonscript": "moon",
    "perl": "perl",
    "php": "php",
    "praat": "praat",
    "puppet": "puppet-apply|puppet",
    "python": r"pythonw?(?:[23](?:\.\d+)?)?",
    "r": "Rscript",
    "ruby": "ruby",
    "rust": "rustc",
    "sed": "sed",
    "shell": "(?:ba|z|k)?sh",
    "tcl": "tclsh|wish|jimsh",
    "tulip": "tulip",
}

TELL_TALES = {
    "biml": r"<\s*Biml\b",
    "diff": r"\AIndex: |\Adiff[^\n]*?\ba/[^\n]*\bb|---.*?\n[+][+][+]|[+][+][+].*?\n---",
    "hack": r"<\?hh|async function [a-zA-Z]|\): Awaitable<",
    "html": r"\A(?!<\?xml\b)(?s:.*?)<\s*html\b",
    "lasso": r"\A.*?<\?(?:lasso(?:script)?|=)",
    "mosel": r"^\s*(?:model|package)\s+",
    "php": r"^<\?php",
    "postscript": r"^%!",
    "racket": r"\A#lang\s*.*?(?:racket|scribble)",
    "solidity": r"\Apragma solidity",
    "tex": r"\A\s*\\(?:documentclass|input|documentstyle|relax|ProvidesPackage|ProvidesClass)",
    "xml": r"\A<\?xml\b",
    "yaml": r"\A\s*%YAML",
}


def guess(source: str) -> list[str]:
    """The tags of the languages that the text may be in; empty when nothing tells."""
    lines = source.replace("\r\n", "\n").split("\n")
    ends = "\n".join(lines[:5] + lines[-5:])
    named = [match[1] for match in (mode.search(ends) for mode in MODE_LINES) if match]
    modes = sorted({TAGS[name] for name in named if name in TAGS})
    if len(modes) == 1:
        return modes
    found = {tag for tag, pattern in TELL_TALES.items() if re.search(pattern, source, re.M | re.A)}
    if shebang := SHEBANG.match(source):
        found |= {
            tag for tag, word in SHEBANGS.items() if re.search(rf"\b(?:{word})(?:\s|$)", shebang[1], re.A)
        }
    if doctype := DOCTYPE.match(source):
        found.discard("xml")
        found.add("html" if re.search(r"\bhtml\b", doctype[1], re.I) else "xml")
    if re.search(r"^<\?hh", source, re.M):
        found.discard("php")
    return sorted(found)
