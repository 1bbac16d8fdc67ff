import pytest

from onemg_render.util import text
from tests.support.answers import cases, differences


@pytest.mark.parametrize(("column", "words"), [("answer", "letters"), ("pages", "alnum")])
def test_slugs_are_those_of_either_jekyll(column: str, words: text.WordClass) -> None:
    def slug(word: str, mode: str | None, cased: bool) -> str:
        return text.slugify(word, mode, keep_case=cased, word_class=words)

    assert differences("util/slugify", slug, column) == {}


def test_case_words_and_titles_are_rubys() -> None:
    for (kind, word), answer in cases("util/text"):
        if kind == "titleize":
            assert text.titleize_slug(word) == answer
        else:
            assert [text.downcase(word), text.capitalize(word), text.words(word)] == answer


@pytest.mark.parametrize(("value", "expected"), [(None, ""), (True, "true"), (1.5, "1.5"), ("x", "x")])
def test_a_plain_value_as_text(value: object, expected: str) -> None:
    assert text.as_text(value) == expected


def test_the_two_jekylls_differ_in_marks_and_numerals() -> None:
    assert text.slugify("\u0939\u093f\u0928\u094d\u0926\u0940") == "\u0939\u093f\u0928\u094d\u0926\u0940"
    assert text.slugify("\u2167", word_class="alnum") == "\u2177"
    assert text.slugify("\u2167") == ""
