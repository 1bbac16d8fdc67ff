"""Nim (Rouge's lexers/nim.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)


class Nim(StateLexer):
    """Nim."""

    tokens = {
        "chars": [
            (r"\\(?:[\\abcefnrtvl\"']|x[a-fA-F0-9]{2}|[0-9]{1,3})", String.Escape),
            (r"'", String.Char, "#pop"),
            (r".", String.Char),
        ],
        "strings": [
            (r"\$(?:\d+|#|\w+)+", String.Interpol),
            (r"[^\\'\"\$\n]+", String),
            (r"['\"\\]", String),
            (r"\$", String),
        ],
        "dqs": [
            (r"\\(?:[\\abcefnrtvl\"']|\n|x[a-fA-F0-9]{2}|[0-9]{1,3})", String.Escape),
            (r'"', String, "#pop"),
            include("strings"),
        ],
        "rdqs": [
            (r'"(?!")', String, "#pop"),
            (r'"', String.Escape, "#pop"),
            include("strings"),
        ],
        "tdqs": [
            (r'"""(?!")', String, "#pop"),
            include("strings"),
            include("nl"),
        ],
        "funcname": [
            (r"(?![\d_])\w(?:(?!_)\w|_(?!_)\w)*", Name.Function, "#pop"),
            (r"`.+`", Name.Function, "#pop"),
        ],
        "nl": [
            (r"\n", String),
        ],
        "floatnumber": [
            (r"\.(?!\.)[0-9_]*", Number.Float),
            (r"[eE][+-]?[0-9][0-9_]*", Number.Float),
            (r"", Text, "#pop"),
        ],
        "floatsuffix": [
            (r"'?[fF](?:32|64)", Number.Float),
            (r"", Text, "#pop"),
        ],
        "intsuffix": [
            (r"'?[iI](?:32|64)", Number.Integer.Long),
            (r"'?[iI](?:8|16)", Number.Integer),
            (r"'?[uU]", Number.Integer),
            (r"", Text, "#pop"),
        ],
        "root": [
            (r"##.*$", String.Doc),
            (r"#.*$", Comment),
            (r"\*|=|>|<|\+|-|/|@|\$|~|&|%|!|\?|\||\\|\[|\]", Operator),
            (r"\.\.|\.|,|\[\.|\.\]|{\.|\.}|\(\.|\.\)|{|}|\(|\)|:|\^|`|;", Punctuation),
            (r'\w+"', String, "rdqs"),
            (r'"""', String, "tdqs"),
            (r'"', String, "dqs"),
            (r"'", String.Char, "chars"),
            (
                r"(?:a_?n_?d_?|o_?r_?|n_?o_?t_?|x_?o_?r_?|s_?h_?l_?|s_?h_?r_?|d_?i_?v_?|m_?o_?d_?|"
                r"i_?n_?|n_?o_?t_?i_?n_?|i_?s_?|i_?s_?n_?o_?t_?)\b",
                Operator.Word,
            ),
            (r"p_?r_?o_?c_?\s(?![\(\[\]])", Keyword, "funcname"),
            (
                r"(?:a_?d_?d_?r_?|a_?s_?|a_?s_?m_?|a_?t_?o_?m_?i_?c_?|b_?i_?n_?d_?|b_?l_?o_?c_?k_?|"
                r"b_?r_?e_?a_?k_?|c_?a_?s_?e_?|c_?a_?s_?t_?|c_?o_?n_?s_?t_?|c_?o_?n_?t_?i_?n_?u_?e_?|"
                r"c_?o_?n_?v_?e_?r_?t_?e_?r_?|d_?e_?f_?e_?r_?|d_?i_?s_?c_?a_?r_?d_?|d_?i_?s_?t_?i_?n_?c_?t"
                r"_?|d_?o_?|e_?l_?i_?f_?|e_?l_?s_?e_?|e_?n_?d_?|e_?n_?u_?m_?|e_?x_?c_?e_?p_?t_?|"
                r"e_?x_?p_?o_?r_?t_?|f_?u_?n_?c_?|f_?i_?n_?a_?l_?l_?y_?|f_?o_?r_?|f_?r_?o_?m_?|"
                r"g_?e_?n_?e_?r_?i_?c_?|i_?f_?|i_?m_?p_?o_?r_?t_?|i_?n_?c_?l_?u_?d_?e_?|i_?n_?t_?e_?r_?f_?"
                r"a_?c_?e_?|i_?t_?e_?r_?a_?t_?o_?r_?|l_?e_?t_?|m_?a_?c_?r_?o_?|m_?e_?t_?h_?o_?d_?|"
                r"m_?i_?x_?i_?n_?|n_?i_?l_?|o_?b_?j_?e_?c_?t_?|o_?f_?|o_?u_?t_?|p_?r_?o_?c_?|"
                r"p_?t_?r_?|r_?a_?i_?s_?e_?|r_?e_?f_?|r_?e_?t_?u_?r_?n_?|s_?t_?a_?t_?i_?c_?|"
                r"t_?e_?m_?p_?l_?a_?t_?e_?|t_?r_?y_?|t_?u_?p_?l_?e_?|t_?y_?p_?e_?|u_?s_?i_?n_?g_?|"
                r"v_?a_?r_?|w_?h_?e_?n_?|w_?h_?i_?l_?e_?|w_?i_?t_?h_?|w_?i_?t_?h_?o_?u_?t_?|"
                r"y_?i_?e_?l_?d_?)\b",
                Keyword,
            ),
            (r"(?:f_?r_?o_?m_?|i_?m_?p_?o_?r_?t_?|i_?n_?c_?l_?u_?d_?e_?)\b", Keyword.Namespace),
            (r"v_?a_?r\b", Keyword.Declaration),
            (
                r"(?:i_?n_?t_?|i_?n_?t_?8_?|i_?n_?t_?1_?6_?|i_?n_?t_?3_?2_?|i_?n_?t_?6_?4_?|"
                r"f_?l_?o_?a_?t_?|f_?l_?o_?a_?t_?3_?2_?|f_?l_?o_?a_?t_?6_?4_?|b_?o_?o_?l_?|"
                r"c_?h_?a_?r_?|r_?a_?n_?g_?e_?|a_?r_?r_?a_?y_?|s_?e_?q_?|s_?e_?t_?|s_?t_?r_?i_?n_?g_?)"
                r"\b",
                Keyword.Type,
            ),
            (r"(?:n_?i_?l_?|t_?r_?u_?e_?|f_?a_?l_?s_?e_?)\b", Keyword.Pseudo),
            (r"(?![_\d])\w(?:(?!_)\w|_(?!_)\w)*", Name),
            (r"[0-9][0-9_]*(?=(?:[eE.]|'?[fF](?:32|64)))", Number.Float, ("floatsuffix", "floatnumber")),
            (r"0[xX][a-fA-F0-9][a-fA-F0-9_]*", Number.Hex, "intsuffix"),
            (r"0[bB][01][01_]*", Number, "intsuffix"),
            (r"0o[0-7][0-7_]*", Number.Oct, "intsuffix"),
            (r"[0-9][0-9_]*", Number.Integer, "intsuffix"),
            (r"\s+", Text),
            (r".+$", Error),
        ],
    }
