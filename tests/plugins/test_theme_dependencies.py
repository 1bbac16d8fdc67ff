"""Plug-ins that a theme's gem brings along."""

from pathlib import Path

import onemg_render
from onemg_render.build.options import BuildOptions
from onemg_render.plugins.loader import dependencies
from onemg_render.reporting import Reporter

GEMSPEC = """
Gem::Specification.new do |spec|
  spec.add_runtime_dependency "jekyll", ">= 3.5"
  spec.add_dependency('jekyll-seo-tag')
  spec.add_dependency(%q<jekyll-feed>.freeze, ["~> 0.9"])
  spec.add_development_dependency "rake"
end
"""


def test_a_gemspec_names_them(tmp_path: Path) -> None:
    (tmp_path / "theme.gemspec").write_text(GEMSPEC, encoding="utf-8")
    assert dependencies(tmp_path) == ["jekyll", "jekyll-seo-tag", "jekyll-feed"]


def test_an_installed_gem_has_its_specification_elsewhere(tmp_path: Path) -> None:
    root = tmp_path / "gems" / "theme-1.0"
    root.mkdir(parents=True)
    (tmp_path / "specifications").mkdir()
    (tmp_path / "specifications" / "theme-1.0.gemspec").write_text(GEMSPEC, encoding="utf-8")
    assert dependencies(root) == ["jekyll", "jekyll-seo-tag", "jekyll-feed"]


def test_tags_and_generators_of_a_theme_work_without_being_listed(tmp_path: Path) -> None:
    source, theme = tmp_path / "source", tmp_path / "theme"
    (theme / "_layouts").mkdir(parents=True)
    (theme / "_layouts" / "default.html").write_text("{% feed_meta %}", encoding="utf-8")
    (theme / "theme.gemspec").write_text(GEMSPEC, encoding="utf-8")
    source.mkdir()
    (source / "_config.yml").write_text(f"theme: {theme}\n", encoding="utf-8")
    (source / "index.html").write_text("---\nlayout: default\n---\n", encoding="utf-8")
    quiet = Reporter(lambda message: None)
    onemg_render.build(source, tmp_path / "out", options=BuildOptions(force=True), reporter=quiet)
    assert 'rel="alternate"' in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / "out" / "feed.xml").exists()
