"""What `onemg new` makes can be built and checked without a warning, and bears the name of its folder."""

from pathlib import Path

import pytest
import yaml

from onemg_render.cli.main import main


@pytest.mark.parametrize("kind", ["docs", "blog", "jekyll", "blank"])
def test_a_new_site_is_clean(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "über-uns #1"
    assert main(["new", f"--{kind}", str(site)]) == 0
    assert main(["build", "--strict", "-s", str(site), "-d", str(site / "_site")]) == 0
    assert main(["check", "--strict", "-s", str(site)]) == 0
    assert capsys.readouterr().err == ""
    assert yaml.safe_load((site / "_config.yml").read_text(encoding="utf-8"))["title"] == "Über uns #1"
