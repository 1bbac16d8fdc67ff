"""The parts of one build, put together from its configuration."""

import os
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from onemg_render.build.options import BuildOptions
from onemg_render.build.themes import with_theme
from onemg_render.config import Config, SourceTree, load, merge_theme_config, source_tree
from onemg_render.hooks import Hooks
from onemg_render.liquid import Environment
from onemg_render.plugins import loader
from onemg_render.plugins.api import Extensions
from onemg_render.render.converters import Converters, Identity, Markdown
from onemg_render.render.environment import jekyll_environment
from onemg_render.render.includes import Includes
from onemg_render.render.layouts import LayoutData, Layouts, LeftContent
from onemg_render.render.payload import Payload
from onemg_render.render.reads import Reads
from onemg_render.render.renderer import Renderer
from onemg_render.render.steps import Steps
from onemg_render.render.styles import Styles
from onemg_render.render.surroundings import Surroundings
from onemg_render.render.templates import Parse, Templates
from onemg_render.render.views import Views
from onemg_render.reporting import Reporter
from onemg_render.sass import Compiler, SassSettings
from onemg_render.site import Site

if TYPE_CHECKING:
    from onemg_render.liquid.names import Names


class Assembly(NamedTuple):
    """What stays the same while a site is built; `compiler` is to be closed in the end."""

    config: Config
    tree: SourceTree
    time: datetime
    extensions: Extensions
    hooks: Hooks
    reporter: Reporter
    reads: Reads
    liquid: Environment
    compiler: Compiler
    styles: Styles
    markdown: Markdown
    converters: Converters

    @classmethod
    def of(
        cls, given: Mapping[str, object], options: BuildOptions, reporter: Reporter, compiler: Compiler
    ) -> Self:
        """Raises OnemgError for a configuration, plug-in or theme that cannot be used."""
        config = load(
            str(given.get("source") or "."),
            files=options.config_files,
            overrides=given,
            reporter=reporter,
            compat=options.compat,
            environment=options.environment or os.environ.get("JEKYLL_ENV") or "development",
        )
        tree = source_tree(config)
        gemfile = "JEKYLL_NO_BUNDLER_REQUIRE" not in os.environ
        reads = Reads()
        extensions = loader.load(config, tree, reporter, gemfile=gemfile, reads=reads, trace=options.trace)
        if options.theme is not None:
            tree = with_theme(tree, config, options.theme, reporter)
        for setup in extensions.setups:
            config, tree = setup.configure(config, tree, reporter)
        tree = with_theme(tree, config, None, reporter)
        if tree.theme is not None and options.theme is None:
            of_theme = loader.of_theme(tree.theme, config, tree)
            for setup in of_theme.setups:
                config, tree = setup.configure(config, tree, reporter)
            extensions = extensions.joined(of_theme)
        if tree.theme is not None and tree.theme.config is not None:
            merge_theme_config(config, tree.theme.config, reporter)
        names = named_in_vain() if options.names else None
        time = config.now(options.time)
        return cls.around(
            config, tree, extensions, reporter, time, reads=reads, compiler=compiler, names=names
        )

    @classmethod
    def around(
        cls,
        config: Config,
        tree: SourceTree,
        extensions: Extensions,
        reporter: Reporter,
        time: datetime,
        *,
        reads: Reads,
        compiler: Compiler,
        names: "Names | None" = None,
    ) -> Self:
        sass = SassSettings.of(
            config.get("sass"),
            source=tree.main,
            sass_folder=tree.sass[0],
            theme_folders=tree.sass[1:],
            fence=tree.fence,
            environment=config.environment,
            ruby_sass=not config.compat.sass_source_maps,
        )
        styles = Styles(compiler, sass, reads, reporter, root=tree.root)
        markdown = Markdown(config, reporter, extensions.processors)
        return cls(
            config=config,
            tree=tree,
            time=time,
            extensions=extensions,
            hooks=Hooks(extensions.hooks),
            reporter=reporter,
            reads=reads,
            liquid=jekyll_environment(
                config, extensions.tags, extensions.filters, reporter, names, blank=extensions.blank
            ),
            compiler=compiler,
            styles=styles,
            markdown=markdown,
            converters=Converters([markdown, styles, *extensions.converters, Identity()], markdown.smartify),
        )

    def renderer(self, site: Site) -> Renderer:
        """A renderer of `site` as it is now."""
        return Renderer(site, self.reads, lambda views: self._steps(site, views))

    def _steps(self, site: Site, views: Views) -> Steps:
        items = list(site.items)
        layouts = Layouts(site.layouts, self.reads)
        includes = Includes(
            self.tree,
            self.reads,
            lambda text, path, line: templates.parse(text, path, line),
            safe=self.config.flag("safe"),
            encoding=self.config.encoding,
            earlier=views.earlier if self.config.compat.keeps_templates else None,
        )
        templates = Templates(self.liquid, lambda: native_parser(self.liquid, includes), self.reads)
        surroundings = Surroundings(
            site=site,
            reporter=self.reporter,
            reads=self.reads,
            environment=self.config.environment,
            includes=includes,
            convert=lambda text, ext: self.converters.convert(text, ext, f"text{ext}"),
            smartify=self.converters.smartify,
            single=views.single,
            relative_urls={},
        )
        return Steps(
            templates=templates,
            includes=includes,
            payload=Payload(views, surroundings, self.converters),
            converters=self.converters,
            styles=self.styles,
            layouts=layouts,
            layout_data=LayoutData(items, layouts, self.reads),
            left_content=LeftContent(items, layouts, self.reads),
            hooks=self.hooks,
            reporter=self.reporter,
            future=site.publisher.future,
        )


def named_in_vain() -> "Names":
    """What notes the names that templates use, as checks want it."""
    from onemg_render.liquid.names import Names

    return Names()


def native_parser(liquid: Environment, includes: Includes) -> Parse:
    """The parser of Jinja2 templates, whose sandbox few sites ever load."""
    from onemg_render.render.jinja import Jinja

    return Jinja(liquid.filters, includes).parse
