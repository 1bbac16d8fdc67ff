"""Jekyll's filters, laid over the standard ones of Liquid."""

from collections.abc import Mapping
from typing import Final

from onemg_render.config import Compat
from onemg_render.liquid import Filter
from onemg_render.render.filters import arrays, data, dates, grouping, selecting, text, urls

FILTERS: Final[Mapping[str, Filter]] = {
    "absolute_url": urls.absolute_url,
    "array_to_sentence_string": arrays.array_to_sentence_string,
    "cgi_escape": text.cgi_escape,
    "date": dates.date,
    "date_to_long_string": dates.date_to_long_string,
    "date_to_rfc822": dates.date_to_rfc822,
    "date_to_string": dates.date_to_string,
    "date_to_xmlschema": dates.date_to_xmlschema,
    "find": selecting.find,
    "find_exp": selecting.find_exp,
    "group_by": grouping.group_by,
    "group_by_exp": grouping.group_by_exp,
    "inspect": data.inspect,
    "jsonify": data.jsonify,
    "markdownify": text.markdownify,
    "normalize_whitespace": text.normalize_whitespace,
    "number_of_words": text.number_of_words,
    "pop": arrays.pop,
    "push": arrays.push,
    "relative_url": urls.relative_url,
    "sample": arrays.sample,
    "sassify": text.sassify,
    "scssify": text.scssify,
    "shift": arrays.shift,
    "slugify": text.slugify,
    "smartify": text.smartify,
    "sort": grouping.sort,
    "strip_index": urls.strip_index,
    "to_integer": text.to_integer,
    "unshift": arrays.unshift,
    "uri_escape": text.uri_escape,
    "where": selecting.where,
    "where_exp": selecting.where_exp,
    "xml_escape": text.xml_escape,
}
BEFORE_NEWER_FILTERS: Final[Mapping[str, Filter | None]] = {
    "find": None,
    "find_exp": None,
    "number_of_words": text.number_of_words_in_jekyll_3,
}
WITHOUT_NUMBERS: Final[Mapping[str, Filter]] = {
    "group_by": grouping.group_by_in_jekyll_3,
    "sort": grouping.sort_in_jekyll_3,
    "where": selecting.where_in_jekyll_3,
}


def jekyll_filters(compat: Compat) -> dict[str, Filter]:
    """All filters that Jekyll adds, in the shape that `compat` has them."""
    table: dict[str, Filter | None] = dict(FILTERS)
    if not compat.newer_filters:
        table.update(BEFORE_NEWER_FILTERS)
    if not compat.compares_numbers:
        table.update(WITHOUT_NUMBERS)
    return {name: function for name, function in table.items() if function is not None}
