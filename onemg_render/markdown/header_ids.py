"""The IDs made for headers: in GitHub's style by the GFM parser, in kramdown's own elsewhere.

kramdown: converter/base.rb (basic_generate_id); kramdown-parser-gfm: parser/gfm.rb (generate_gfm_header_id).
"""

import re
from collections import Counter

from onemg_render.markdown.characters import downcase, is_word
from onemg_render.util.patterns import regex

LEADING_RE = regex(r"^[^a-zA-Z]+", re.M)
DROPPED_RE = regex(r"[^a-zA-Z0-9 -]")
NOT_WORD_RE = regex(r"[^\w\- \t]", re.A)
SPACES = str.maketrans(" \t", "--")


def basic_id(text: str) -> str:
    """Latin letters and digits from the first letter on."""
    text = LEADING_RE.sub("", text)
    return DROPPED_RE.sub("", text).replace(" ", "-").lower()


class GfmIds:
    """The IDs of one document: letters, digits and marks of all scripts, numbered when they repeat."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._seen: Counter[str] = Counter()

    def made_from(self, text: str) -> str:
        if text.isascii():
            kept = NOT_WORD_RE.sub("", text).lower()
        else:
            kept = "".join([char for char in downcase(text) if char in "- \t" or is_word(char)])
        made = kept.translate(SPACES)
        repeats = self._seen[made]
        self._seen[made] += 1
        return self._prefix + (f"{made}-{repeats}" if repeats else made)
