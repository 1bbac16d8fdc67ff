"""Prometheus (Rouge's lexers/prometheus.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, include, words
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

FUNCTIONS = """
    abs absent avg_over_time ceil changes clamp_max clamp_min count_over_time count_scalar day_of_month
    day_of_week days_in_month delta deriv drop_common_labels exp floor histogram_quantile holt_winters
    hour idelta increase irate label_replace ln log10 log2 max_over_time min_over_time month
    predict_linear quantile_over_time rate resets round scalar sort sort_desc sqrt stddev_over_time
    stdvar_over_time sum_over_time time vector year
"""

AGGREGATIONS = "sum min max avg stddev stdvar count count_values bottomk topk"


class Prometheus(StateLexer):
    """Prometheus."""

    tokens = {
        "root": [
            include("strings"),
            include("whitespace"),
            (r"-?\d+\.\d+", Number.Float),
            (r"-?\d+[smhdwy]?", Number.Integer),
            include("operators"),
            (r"(ignoring|on)(\()", groups(Keyword.Pseudo, Punctuation), "label_list"),
            (r"(group_left|group_right)(\()", groups(Keyword.Type, Punctuation)),
            (r"(?:bool|offset)\b", Keyword),
            (r"(?:without|by)\b", Keyword, "label_list"),
            (r"[\w:]+", by_word((Name.Builtin, FUNCTIONS), default=Name)),
            include("metrics"),
        ],
        "metrics": [
            (r"[a-zA-Z0-9_-]+", Name),
            (r"[\(\)\]:.,]", Punctuation),
            (r"\{", Punctuation, "filters"),
            (r"\[", Punctuation),
        ],
        "strings": [
            (r'"', String.Double, "double_string_escaped"),
            (r"'", String.Single, "single_string_escaped"),
            (r"`.*`", String.Backtick),
        ],
        "double_string_escaped": [
            (r'\\[\\abfnrtv"]', String.Escape),
            (r'[^\\"]+', String.Double),
            (r'"', String.Double, "#pop"),
        ],
        "single_string_escaped": [
            (r"\\[\\abfnrtv']", String.Escape),
            (r"[^\\']+", String.Single),
            (r"'", String.Single, "#pop"),
        ],
        "filters": [
            include("inline_whitespace"),
            (r",", Punctuation),
            include("labels"),
            include("filter_matching_operators"),
            include("strings"),
            (r"}", Punctuation, "#pop"),
        ],
        "label_list": [
            (r"\(", Punctuation),
            (r"[a-zA-Z0-9_:-]+", Name.Attribute),
            (r",", Punctuation),
            include("whitespace"),
            (r"\)", Punctuation, "#pop"),
        ],
        "labels": [
            (r"[a-zA-Z0-9_:-]+", Name.Attribute),
        ],
        "operators": [
            (r"[+\-\*/%\^]", Operator),
            (r"=|==|!=|<|>|<=|>=", Operator),
            (r"and|or|unless", Operator),
            (rf"{words(AGGREGATIONS)}\b", Name.Function),
        ],
        "filter_matching_operators": [
            (r"!(?:=|~)|=~?", Operator),
        ],
        "inline_whitespace": [
            (r"[ \t\r]+", Text),
        ],
        "whitespace": [
            include("inline_whitespace"),
            (r"\n\s*", Text),
            (r"#.*?$", Comment),
        ],
    }
