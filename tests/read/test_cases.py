"""Small sites, read as Ruby Jekyll reads them: items, order, URLs, destinations, data."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from onemg_render.errors import OnemgError
from tests.support.read_cases import Case, load, portable
from tests.support.site_facts import differences, facts, read_site

CASES = [(case, compat) for case in load() for compat in case.compat]


def read(case: Case, compat: str, folder: Path) -> Any:
    source = case.arrange(folder)
    site, _ = read_site(source, {"future": False, **case.settings(folder)}, compat)
    return portable(facts(site), folder)


@pytest.mark.parametrize(("case", "compat"), CASES, ids=[f"{case.id} ({compat})" for case, compat in CASES])
def test_reads_what_jekyll_reads(case: Case, compat: str, tmp_path: Path) -> None:
    if os.name == "nt" and not case.is_portable:
        pytest.skip("Windows has no such names")
    expected = case.expected[compat]
    if case.error is not None:
        assert '"error":' in json.dumps(expected)
        with pytest.raises(OnemgError) as caught:
            read(case, compat, tmp_path)
        assert str(caught.value).startswith(case.error)
        return
    assert not differences(read(case, compat, tmp_path), expected)
