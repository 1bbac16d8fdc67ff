"""Zips of themes with bytes changed, names made up and sizes that lie: unpacked whole, or refused."""

import io
import os
import warnings
import zipfile
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from onemg_render.errors import ThemeError
from onemg_render.plugins.theme_download import unpack

COUNT: Final = int(os.environ.get("ONEMG_FUZZ", "100"))
NAMES: Final = (
    *(
        "a-1/_layouts/a.html",
        "a-1/",
        "a-1",
        "/etc/x",
        "../x",
        "a-1/../../x",
        "a-1/a\\..\\..\\x",
        "C:/x",
        "a-1/\0",
    ),
    *("a-1/.git/x", "a-1//x", "a-1/x/y", "a-1/é", "a-1/" + "x" * 300, "", ".", "a-1/_layouts", "a-1/con"),
)
LINK: Final = 0o120777 << 16


@st.composite
def zips(draw: st.DrawFn) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings(action="ignore"):
        for name in draw(st.lists(st.sampled_from(NAMES), max_size=5)):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = draw(st.sampled_from((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
            entry.external_attr = draw(st.sampled_from((0, LINK)))
            archive.writestr(entry, draw(st.sampled_from((b"", b"/etc/passwd", b"x" * 5000))))
    data = bytearray(out.getvalue())
    for at in draw(st.lists(st.integers(0, len(data) - 1), max_size=4)):
        data[at] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.sampled_from((None, None, len(data) // 2)))])


@seed(2026)
@settings(max_examples=COUNT, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(zips())
def test_a_zip_is_unpacked_into_its_place_or_refused(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        place = Path(folder, "inner", "place")
        place.mkdir(parents=True)
        with suppress(ThemeError, OSError):
            unpack(io.BytesIO(data), place, "a/b")
        assert [path.name for path in Path(folder).iterdir()] == ["inner"]
        assert [path.name for path in (place.parent).iterdir()] == ["place"]
        assert {path.name for path in place.iterdir()} <= {"theme"}
        assert not any(path.is_symlink() for path in place.rglob("*"))
