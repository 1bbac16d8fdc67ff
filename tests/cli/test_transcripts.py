"""Every transcript of `tests/cases/cli` runs again and says the same."""

from pathlib import Path

import pytest

from tests.support.transcripts import replay

CASES = sorted((Path(__file__).parent.parent / "cases" / "cli").rglob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_transcript(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_goldens: bool
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("JEKYLL_LOG_LEVEL", raising=False)
    monkeypatch.delenv("JEKYLL_ENV", raising=False)
    expected = case.read_text(encoding="utf-8")
    actual = replay(expected, tmp_path)
    if update_goldens:
        case.write_text(actual, encoding="utf-8")
    assert actual == expected
