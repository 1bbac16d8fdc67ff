"""References of the toolkit theme: names of contributors, pages, tools, countries that lead to nothing."""

from pathlib import Path

from tests.check.test_report import said

FILES = {
    "_config.yml": "defaults: [{scope: {path: tasks}, values: {type: your_tasks}}]\n",
    "_includes/contributor-tiles-all.html": "",
    "_data/CONTRIBUTORS.yaml": "Ada Lovelace:\n  git: ada\n",
    "_data/countries.yml": "BE: Belgium\n'NO': Norway\n",
    "_data/sidebars/main.yml": "subitems: []\n",
    "_data/tool_and_resource_list.yml": (
        "- id: galaxy\n  name: Galaxy\n  related_pages:\n    your_tasks: [storage, storing]\n"
    ),
    "tasks/storage.md": (
        "---\npage_id: storage\ncontributors: [Ada Lovelace, Ada Lovelac, <!--- name --->]\n"
        "related_pages:\n  your_tasks: [storage, storge]\ntraining:\n---\n"
    ),
    "tasks/again.md": "---\npage_id: storage\n---\n",
    "elsewhere.md": "---\npage_id: storage\nsidebar: mian\ncountry_code: BR\n---\n",
    "country.md": (
        "---\ncountry_code: 'NO'\nsidebar: main\nref_to_main_resources: [galaxy, Galaxy, galxy]\n"
        "national_resources:\n- name: N\n  instance_of: galaxi\n  related_pages: {your_tasks: [a]}\n---\n"
    ),
}


def test_references(tmp_path: Path) -> None:
    pages, tools = "the front matter of a page", "_data/tool_and_resource_list.yml"
    assert said(tmp_path, FILES, "references") == [
        (f"there is no page id `storing` in {pages}", f"{tools}:4"),
        (f"there is no tool `galxy` in {tools}", "country.md:4"),
        (f"there is no tool `galaxi` in {tools}", "country.md:7"),
        (f"there is no page id `a` in {pages}", "country.md:8"),
        ("there is no sidebar `mian` in _data/sidebars", "elsewhere.md:3"),
        ("there is no country `BR` in _data/countries.yml", "elsewhere.md:4"),
        ("the page id `storage` is that of tasks/again.md too", "tasks/storage.md:2"),
        ("there is no contributor `Ada Lovelac` in _data/CONTRIBUTORS.yaml", "tasks/storage.md:3"),
        (f"there is no page id `storge` in {pages}", "tasks/storage.md:5"),
    ]


def test_sites_of_other_themes_have_names_of_their_own(tmp_path: Path) -> None:
    files = {name: text for name, text in FILES.items() if not name.startswith("_includes/")}
    assert said(tmp_path, files, "references") == []
