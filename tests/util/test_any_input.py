"""Whatever a text holds, it is read, or refused by an error of ours."""

import contextlib
import json
import string
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from yaml import YAMLError

from onemg_render.config import front_matter
from onemg_render.errors import DateError, UrlError, YamlError
from onemg_render.util import dates, paths, urls, yaml
from onemg_render.util.text import SLUGIFY_MODES, slugify
from onemg_render.util.yaml.builder import Builder
from onemg_render.util.yaml.parser import PureParser
from tests.support.answers import NOW, ZONE

ANY = st.text(max_size=60)
YAML_LIKE = st.text(alphabet="ab1: -[]{}&*!|>'\"#%,?<~\n\t.0x_é", max_size=60)
DATE_LIKE = st.text(alphabet=string.digits + " -/:.,+'[]thampTZjanfebcWé", max_size=30)
URL_LIKE = st.text(alphabet="ab:/?#@[].%2Fé&=+;\\ <\n", max_size=30)
PATTERNS = st.text(alphabet="ab*?[]!^-\\/.{},", max_size=12)
MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)).map(lambda at: at.replace(tzinfo=UTC))
JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["<<", "012"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
LIMITS = settings(max_examples=150, deadline=None)


@LIMITS
@given(st.one_of(ANY, YAML_LIKE))
def test_yaml(text: str) -> None:
    with contextlib.suppress(YamlError):
        yaml.load(text)


@LIMITS
@given(st.binary(max_size=40))
def test_bytes_of_yaml(data: bytes) -> None:
    with contextlib.suppress(YamlError):
        yaml.load_bytes(data)


@LIMITS
@given(st.lists(JSON_VALUES), st.sampled_from([None, 2, "\t"]))
def test_json_is_read_as_the_yaml_that_it_is(values: list[Any], indent: int | str | None) -> None:
    text = json.dumps(values, ensure_ascii=False, indent=indent)
    try:
        expected = Builder(PureParser(text)).document()
    except (YamlError, YAMLError):  # a character that YAML does not have
        return
    assert repr(yaml.load(text)) == repr(expected)


@LIMITS
@given(st.one_of(ANY, DATE_LIKE), MOMENTS)
def test_dates(text: str, now: datetime) -> None:
    with contextlib.suppress(DateError):
        dates.parse_time(text, now, ZONE)


@LIMITS
@given(MOMENTS, st.text(alphabet="%-_0^#:EO19" + string.ascii_letters, max_size=12))
def test_formats(moment: datetime, form: str) -> None:
    with contextlib.suppress(DateError):
        dates.strftime(moment, form)
    dates.strftime(moment.date(), form)


@LIMITS
@given(st.one_of(ANY, URL_LIKE))
def test_urls(text: str) -> None:
    for use in (urls.parse, urls.normalize, urls.encode):
        with contextlib.suppress(UrlError):
            use(text)
    urls.unescape_path(text)
    urls.normalize_component(text)


@LIMITS
@given(PATTERNS, st.text(alphabet="ab/.-]*", max_size=8))
def test_patterns(pattern: str, path: str) -> None:
    paths.fnmatch(pattern, path)
    paths.glob(Path(__file__).parent, pattern)


@LIMITS
@given(ANY, st.sampled_from([*SLUGIFY_MODES, "none"]))
def test_a_slug_is_its_own_slug(text: str, mode: str) -> None:
    once = slugify(text, mode)
    assert slugify(once, mode).strip("-") == once.strip("-")


@LIMITS
@given(st.text(alphabet="-.a: \n\r\t", max_size=30))
def test_a_split_text_is_whole(text: str) -> None:
    parts = front_matter.split(text)
    assert text.endswith(parts.body)
    assert text.startswith(parts.yaml or "")


@LIMITS
@given(MOMENTS)
def test_a_moment_that_is_written_is_read_again(moment: datetime) -> None:
    whole = moment.replace(microsecond=0)
    assert dates.parse_time(dates.text(whole), NOW, ZONE) == whole
    if whole.year > 1900:  # before, the offset of a zone has seconds, which are not written
        assert dates.parse_time(dates.xmlschema(whole.astimezone(ZONE)), NOW, ZONE) == whole
