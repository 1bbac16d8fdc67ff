"""Smarty (Rouge's lexers/smarty.rb)."""

from onemg_render.markdown.lexers.state_lexer import by_word
from onemg_render.markdown.lexers.templates import Template
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Operator, String, Text

BUILTINS = """
    append assign block break call capitalize capture cat config_load continue count_characters
    count_paragraphs count_sentences count_words counter cycle date_format debug default else elseif
    escape eval extends fetch for foreach foreachelse from_charset function html_checkboxes html_image
    html_options html_radios html_select_date html_select_time html_table if include include_php indent
    insert ldelim literal lower mailto math nl2br nocache php rdelim regex_replace replace section
    sectionelse setfilter spacify string_format strip strip_tags textformat to_charset truncate unescape
    upper while wordwrap
"""


class Smarty(Template):
    """Smarty."""

    tokens = {
        "root": [
            (r"\{\s+", Template.around),
            (r"(?s:\{\*.*?\*\})", Comment),
            (r"\{/?(?![\s*])", Keyword, "smarty"),
            (r"(?s:.+?(?={[/a-zA-Z0-9$#*\"']))", Template.around),
            (r"(?s:.+)", Template.around),
        ],
        "comment": [
            (r"{\*", Comment, "#push"),
            (r"\*}", Comment, "#pop"),
            (r"[^{}]+", Comment),
        ],
        "smarty": [
            (r"\{/?(?![\s*])", Keyword, "smarty"),
            (r"}", Keyword, "#pop"),
            (r"\s+", Text),
            (r"[~!%^&*()+=|\[\]:;,.<>/@?-]", Operator),
            (r"#[a-zA-Z_]\w*#", Name.Variable),
            (r"\$[a-zA-Z_]\w*(?:\.\w+)*", Name.Variable),
            (r"(?:true|false|null)\b", Keyword.Constant),
            (r"[0-9](?:\.[0-9]*)?(?:eE[+-][0-9])?[flFLdD]?|0[xX][0-9a-fA-F]+[Ll]?", Number),
            (r'"(?:(?:\\.|[^"\\\n])*+"|.*\\")', String.Double),
            (r"'(?:(?:\\.|[^'\\\n])*+'|.*\\')", String.Single),
            (r"[a-zA-Z_]\w*", by_word((Name.Builtin, BUILTINS), default=Name.Attribute)),
        ],
    }
