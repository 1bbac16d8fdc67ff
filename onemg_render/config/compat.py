"""How the Jekyll that a build behaves like differs from the other: one table of switches.

Two columns: `jekyll4` is Jekyll 4.4.1, `github-pages` is Jekyll 3.10.0 in the frame of the github-pages gem.
"""

from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple

from onemg_render.config.defaults import JEKYLL_3, JEKYLL_4, PAGES_PLUGINS
from onemg_render.errors import UsageError
from onemg_render.util.close_matches import close_matches


class Compat(NamedTuple):
    """How the two lines of Jekyll differ where it shows in a site. A switch that is True is Jekyll 4's way.

    name: as `--compat` takes it; jekyll_version: what `{{ jekyll.version }}` prints.
    defaults: the configuration before the user's.
    adds_excludes: the user's `exclude` is added to the built-in list; else it replaces it.
    reads_toml: `_config.toml` is found.
    includes_by_path: a file named in `include` is read even inside an excluded folder, entries of `include`
        take equal ones out of `exclude`, and an entry `name/` also means the folder itself.
    drops_dot_names: names that end in a dot are not read.
    scope_path: how a path of `defaults` applies: as a prefix of the text, or by whole path components.
    strict_post_names: the date of a post's name stands at the start of the base name, a slug has no `/`.
    merges_categories: categories from the path are merged only into a list.
    trims_dots: dots at the end of a page's or document's base name are dropped.
    extensionless_documents: documents need no extension.
    sorts_collections: `order` and `sort_by` of a collection are honoured.
    renders_on_request: `render_with_liquid: false` and `page_excerpts` are honoured.
    keeps_templates: a path is parsed once, so that a rendered page is included without its front
        matter.
    excerpt_definitions: which link definitions of the rest of a text are added to an excerpt.
    lists_collection_files: files without front matter in a collection stand in `site.static_files`.
    reports_conflicts: a warning for two outputs with one destination.
    reports_future: a warning (else a debug line) for a post left out for its date.
    csv_options: `csv_reader` and `tsv_reader` are honoured.
    theme_data, theme_config: a theme's `_data` and `_config.yml` are read, `theme.*` exists in templates.
    document_fields: documents have `name`, and the `date` of the site before it is asked for.
    weekdate: the permalink style of that name and the placeholders that came with it.
    slug_words: what `slugify` keeps beyond ASCII.
    compares_numbers: where, find, sort and group_by take texts that look like numbers for numbers.
    chained_conditions: `where_exp` takes `and` and `or`.
    newer_filters: `find`, `find_exp`; modes of `number_of_words`.
    relative_links: `link` and `post_url` pass through `relative_url`, `link` takes Liquid in its path.
    mark_lines: the option of that name of the tag `highlight`.
    sass_source_maps: style sheets get source maps.
    legacy_keys: old configuration keys are translated; `exclude` and `include` may be texts with commas.
    pages: the frame of the github-pages gem: forced and underlaid settings, default plug-ins and theme.
    default_plugins: plug-ins that are on without being listed.
    """

    name: str
    jekyll_version: str
    defaults: Mapping[str, Any]
    adds_excludes: bool
    reads_toml: bool
    includes_by_path: bool
    drops_dot_names: bool
    scope_path: Literal["prefix", "components"]
    strict_post_names: bool
    merges_categories: bool
    trims_dots: bool
    extensionless_documents: bool
    sorts_collections: bool
    renders_on_request: bool
    keeps_templates: bool
    excerpt_definitions: Literal["used", "all"]
    lists_collection_files: bool
    reports_conflicts: bool
    reports_future: bool
    csv_options: bool
    theme_data: bool
    theme_config: bool
    document_fields: bool
    weekdate: bool
    slug_words: Literal["letters", "alnum"]
    compares_numbers: bool
    chained_conditions: bool
    newer_filters: bool
    relative_links: bool
    mark_lines: bool
    sass_source_maps: bool
    legacy_keys: bool
    pages: bool
    default_plugins: tuple[str, ...]


JEKYLL4: Final = Compat(
    name="jekyll4",
    jekyll_version="4.4.1",
    defaults=JEKYLL_4,
    adds_excludes=True,
    reads_toml=True,
    includes_by_path=True,
    drops_dot_names=True,
    scope_path="prefix",
    strict_post_names=True,
    merges_categories=True,
    trims_dots=True,
    extensionless_documents=True,
    sorts_collections=True,
    renders_on_request=True,
    keeps_templates=True,
    excerpt_definitions="used",
    lists_collection_files=True,
    reports_conflicts=True,
    reports_future=True,
    csv_options=True,
    theme_data=True,
    theme_config=True,
    document_fields=True,
    weekdate=True,
    slug_words="letters",
    compares_numbers=True,
    chained_conditions=True,
    newer_filters=True,
    relative_links=True,
    mark_lines=True,
    sass_source_maps=True,
    legacy_keys=False,
    pages=False,
    default_plugins=(),
)
GITHUB_PAGES: Final = Compat(
    name="github-pages",
    jekyll_version="3.10.0",
    defaults=JEKYLL_3,
    adds_excludes=False,
    reads_toml=False,
    includes_by_path=False,
    drops_dot_names=False,
    scope_path="components",
    strict_post_names=False,
    merges_categories=False,
    trims_dots=False,
    extensionless_documents=False,
    sorts_collections=False,
    renders_on_request=False,
    keeps_templates=False,
    excerpt_definitions="all",
    lists_collection_files=False,
    reports_conflicts=False,
    reports_future=False,
    csv_options=False,
    theme_data=False,
    theme_config=False,
    document_fields=False,
    weekdate=False,
    slug_words="alnum",
    compares_numbers=False,
    chained_conditions=False,
    newer_filters=False,
    relative_links=False,
    mark_lines=False,
    sass_source_maps=False,
    legacy_keys=True,
    pages=True,
    default_plugins=PAGES_PLUGINS,
)
COMPATS: Final = {compat.name: compat for compat in (JEKYLL4, GITHUB_PAGES)}


def named(name: str) -> Compat:
    """The compat of that name. Raises UsageError, with the names there are."""
    if name in COMPATS:
        return COMPATS[name]
    near = close_matches(name, COMPATS, n=1)
    raise UsageError(
        f"there is no compat `{name}`",
        hint=f"did you mean `{near[0]}`?" if near else f"choose {' or '.join(COMPATS)}",
    )
