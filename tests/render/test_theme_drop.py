"""The variable `theme`, from a gem specification as authors write it and as RubyGems stores it."""

from pathlib import Path

import pytest

from onemg_render.build.options import BuildOptions
from tests.support.sites import build_site, page, write_files

WRITTEN = """
Gem::Specification.new do |spec|
  spec.name     = "house"
  spec.version  = "3.0.0.dev"
  spec.authors  = ["Ann", 'Bob O\\'Neill']
  spec.summary  = "A \\"plain\\" theme."
  spec.metadata["plugin_type"] = "theme"
  spec.add_runtime_dependency "jekyll", "4.0"
  spec.add_dependency 'jekyll-feed'
  spec.add_development_dependency "rake", "~> 12.0"
end
"""
STORED = """
Gem::Specification.new do |s|
  s.version = "2.5.1"
  s.authors = ["Ann".freeze]
  s.description = "Described".freeze
  s.summary = "Summed up".freeze
  s.metadata = { "plugin_type" => "theme" } if s.respond_to? :metadata=
  if s.respond_to? :add_runtime_dependency then
    s.add_runtime_dependency(%q<jekyll>.freeze, [">= 3.5", "< 5.0"])
    s.add_development_dependency(%q<rake>.freeze, ["~> 12.0"])
  else
    s.add_dependency(%q<jekyll>.freeze, [">= 3.5", "< 5.0"])
    s.add_dependency(%q<rake>.freeze, ["~> 12.0"])
  end
end
"""
SHOWN = (
    "{{ theme.version }}|{{ theme.authors }}|{{ theme.description }}|"
    "{{ theme.metadata.plugin_type }}|{{ theme.root }}|{{ theme.dependencies | join: ', ' }}"
)


@pytest.mark.parametrize(
    ("name", "files", "expected"),
    [
        (
            "house",
            {"gems/house/house.gemspec": WRITTEN},
            '3.0.0.dev|Ann, Bob O\'Neill|A "plain" theme.|theme||jekyll (= 4.0), jekyll-feed (>= 0)',
        ),
        (
            "house-2.5.1",
            {"specifications/house-2.5.1.gemspec": STORED},
            "2.5.1|Ann|Described|theme||jekyll (>= 3.5, < 5.0)",
        ),
        ("house-1.2", {}, "1.2|||||"),
        ("house", {}, "|||||"),
    ],
)
def test_what_a_theme_says_of_itself(tmp_path: Path, name: str, files: dict[str, str], expected: str) -> None:
    write_files(tmp_path, {f"gems/{name}/_layouts/l.html": "", **files})
    options = BuildOptions(theme=tmp_path / "gems" / name, environment="production", force=True)
    built = build_site(tmp_path, {"index.html": page(SHOWN)}, options=options)
    assert built.text("index.html") == expected
