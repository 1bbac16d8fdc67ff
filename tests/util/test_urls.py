import pytest

from onemg_render.errors import UrlError
from onemg_render.util import urls
from tests.support.answers import FAILURE, differences


def test_urls_are_parsed_normalised_and_escaped_as_addressable_does() -> None:
    assert differences("util/urls", _all_ways) == {}


def _all_ways(text: str) -> list[object]:
    ways = (urls.is_absolute, urls.normalize, urls.encode, urls.unencode, urls.normalize_component)
    return [_or_failure(way, text) for way in ways]


def _or_failure(way: object, text: str) -> object:
    assert callable(way)
    try:
        return way(text)
    except UrlError:
        return FAILURE


def test_a_placeholder_is_escaped_as_jekyll_does() -> None:
    assert differences("util/escape", urls.escape_path) == {}


def test_a_path_is_unescaped_to_a_file_name() -> None:
    assert urls.unescape_path("/a%20b/%C3%A9.html") == "/a b/\u00e9.html"


@pytest.mark.parametrize(
    ("text", "message"),
    [("http://", "nothing after"), ("http://h:x/", "invalid port"), ("1:b", "scheme"), ("//a b/", "host")],
)
def test_what_is_no_url_is_an_error_that_says_why(text: str, message: str) -> None:
    with pytest.raises(UrlError, match=message):
        urls.parse(text)
