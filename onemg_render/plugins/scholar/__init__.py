"""Citations and bibliographies (jekyll-scholar 7.3), on bibtexparser and citeproc-py: the extra `bib`."""

from onemg_render.errors import PluginError
from onemg_render.plugins.api import Extensions


def extensions() -> Extensions:
    """Raises PluginError where the extra is not installed."""
    try:
        from onemg_render.plugins.scholar.bibliography import Bibliographies
        from onemg_render.plugins.scholar.details import Details
        from onemg_render.plugins.scholar.tags import tags
    except ImportError as error:
        raise PluginError(
            "jekyll-scholar needs bibtexparser and citeproc-py", hint="pip install 'onemg-render[bib]'"
        ) from error
    bibliographies = Bibliographies()
    return Extensions(
        generators=[Details(bibliographies)],
        tags=tags(bibliographies),
        safe=True,
        parallel=True,
        tracked=True,
        blank=True,
    )
