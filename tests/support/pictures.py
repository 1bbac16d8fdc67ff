"""The pictures of README and manual, drawn as SVG from what onemg really shows: `make pictures`.

`error.svg` is the output of a failing build; `preview.svg` a page of the preview, box by box.
"""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT: Final = Path(__file__).parent.parent.parent
IMAGES: Final = ROOT / "content" / "images"
SITE: Final = {
    "_config.yml": "title: A site\n",
    "_data/people.yml": "- name: Ada\n",
    "_includes/card.html": "<ul>\n{% assign people = site.data.people %}\n{% foreach person in people %}\n"
    "  <li>{{ person.name }}</li>\n{% endforeach %}\n</ul>\n",
    "about.md": "---\ntitle: About\n---\n\n# About us\n\nWho we are:\n\n{% include card.html %}\n",
}
DARK: Final = TerminalTheme(
    (16, 23, 28),
    (226, 232, 236),
    [(16, 23, 28), (255, 138, 128), (143, 214, 160), (240, 178, 122), (139, 188, 245), (227, 155, 216),
     (111, 208, 199), (226, 232, 236)],
)  # fmt: skip
TERMINAL: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>A message of onemg: where a mistake is, the text around it, and what would be right</title>
<style>text {{ font: 20px ui-monospace, Menlo, Consolas, monospace; white-space: pre; }}{styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect width="100%" height="100%"/></clipPath>{lines}</defs>
<rect width="100%" height="100%" rx="12" fill="#10171c" stroke="#3a4a54" stroke-width="2"/>
<g fill="#3a4a54">
<circle cx="26" cy="24" r="7"/><circle cx="48" cy="24" r="7"/><circle cx="70" cy="24" r="7"/>
</g>
<g transform="translate(20, 44)">{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""
FRAME: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>The preview of a page in a browser, with a bar that names the page's source</title>
<style>text {{ white-space: pre; }}</style>
<clipPath id="page"><rect width="{width}" height="{height}" rx="12"/></clipPath>
<g clip-path="url(#page)">
<rect width="{width}" height="44" fill="#dbe1e5"/>
<g fill="#9fadb8">
<circle cx="24" cy="22" r="7"/><circle cx="46" cy="22" r="7"/><circle cx="68" cy="22" r="7"/>
</g>
<rect x="96" y="9" width="{bar}" height="26" rx="13" fill="#fff"/>
<text x="114" y="27" font-family="system-ui, sans-serif" font-size="13" fill="#55626d">{address}</text>
<g transform="translate(0, 44)">{body}</g></g>
<rect x=".5" y=".5" width="{inner_width}" height="{inner_height}" rx="12" fill="none" stroke="#9fadb8"/>
</svg>
"""
BOXES: Final = Path(__file__).with_name("page_boxes.js")


def error_picture() -> str:
    """The message of a failing build as a terminal shows it."""
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in SITE.items():
            (Path(scratch) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(scratch) / name).write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "onemg_render", "build", "--disable-disk-cache"]
        environment = {**os.environ, "FORCE_COLOR": "1", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        environment.pop("NO_COLOR", None)
        done = subprocess.run(
            command, cwd=scratch, capture_output=True, encoding="utf-8", env=environment, check=False
        )
    said = [line for line in done.stderr.splitlines() if "Jekyll: " not in line and scratch not in line]
    console = Console(
        record=True, file=io.StringIO(), width=68, force_terminal=True, color_system="truecolor"
    )
    console.print(Text("$ onemg build", style="dim"))
    for line in said:
        console.print(Text.from_ansi(line))
    console.print()
    return console.export_svg(theme=DARK, code_format=TERMINAL, unique_id="error")


def preview_picture(address: str, *, width: int = 1040, height: int = 620) -> str:
    """The page at `address` as Chromium lays it out: backgrounds, borders and lines of text."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": height - 44})
        page.goto(address)
        page.wait_for_timeout(500)
        body: Any = page.evaluate(BOXES.read_text(encoding="utf-8"))
        browser.close()
    return FRAME.format(
        width=width, height=height, inner_width=width - 1, inner_height=height - 1, bar=width - 130,
        address="127.0.0.1:4000/guide/first-steps.html", body=body,
    )  # fmt: skip


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    (IMAGES / "error.svg").write_text(error_picture(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        onemg = [sys.executable, "-m", "onemg_render"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run([*onemg, "new", "my-docs"], cwd=scratch, env=environment, check=True)
        serve = subprocess.Popen(
            [*onemg, "serve", "--port", "4017"],
            cwd=Path(scratch) / "my-docs",
            env=environment,
            stdout=subprocess.PIPE,
        )
        try:
            assert serve.stdout is not None
            next(line for line in serve.stdout if b"Server address" in line)
            picture = preview_picture("http://127.0.0.1:4017/guide/first-steps.html")
        finally:
            serve.terminate()
            serve.wait()
    (IMAGES / "preview.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
