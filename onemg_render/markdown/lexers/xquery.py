"""XQuery (Rouge's lexers/xquery.rb)."""

from onemg_render.markdown.lexers.state_lexer import groups, include
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Punctuation, String, Text, Whitespace
from onemg_render.markdown.lexers.xpath import XPath


class XQuery(XPath):
    """XQuery."""

    def end_braces(self) -> None:
        self.emit(Punctuation)
        if len(self.stack) > 1:
            self.pop()

    tokens = {
        **XPath.tokens,
        "root": [
            include("tags"),
            (r"\{", Punctuation),
            (r"\}`?", end_braces),
            (r"(namespace)(\s+)((?i:[a-z_][a-z_\-.0-9]*))", groups(Keyword, Whitespace, Name.Namespace)),
            (
                r"(?:(?:let|for|some|every|if|then|else|return|in|satisfies)|(?:xquery|encoding|"
                r"version|declare|module|namespace|copy\-namespaces|boundary\-space|construction|"
                r"default|collation|base\-uri|preserve|strip|ordering|ordered|unordered|order|"
                r"empty|greatest|least|preserve|no\-preserve|inherit|no\-inherit|decimal\-format|"
                r"decimal\-separator|grouping\-separator|infinity|minus\-sign|NaN|percent|"
                r"per\-mille|zero\-digit|digit|pattern\-separator|exponent\-separator|import|"
                r"schema|at|element|option|function|external|context|item|typeswitch|switch|"
                r"case|try|catch|validate|lax|strict|type|document|element|attribute|text|"
                r"comment|processing\-instruction|for|let|where|order|group|by|return|allowing|"
                r"tumbling|stable|sliding|window|start|end|only|when|previous|next|count|"
                r"collation|ascending|descending))\b",
                Keyword,
            ),
            (r";", Punctuation),
            (r"%", Keyword.Declaration, "annotation"),
            (
                r"(\(#)(\s*)((?:Q\{[^{}]*\}(?i:[a-z_][a-z_\-.0-9]*)|(?i:[a-z_][a-z_\-.0-9]*)"
                r"(?::(?i:[a-z_][a-z_\-.0-9]*))?))",
                groups(Comment.Preproc, Whitespace, Name.Tag),
                "pragma",
            ),
            (r"``\[", String, "str_constructor"),
            *XPath.tokens["root"],
        ],
        "tags": [
            (r"<(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-9]*))?", Name.Tag, "start_tag"),
            (r"<!--", Comment, "xml_comment"),
            (r"<\?.*?\?>", Comment.Preproc),
            (r"<!\[CDATA\[.*?\]\]>", Comment.Preproc),
            (r"&\S*?;", Name.Entity),
        ],
        "annotation": [
            include("commentsAndWhitespace"),
            (
                r"Q\{[^{}]*\}(?i:[a-z_][a-z_\-.0-9]*)|(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-9]*))?",
                Keyword.Declaration,
                "#pop",
            ),
        ],
        "pragma": [
            include("commentsAndWhitespace"),
            (r"#\)", Comment.Preproc, "#pop"),
            (r".", Comment.Preproc),
        ],
        "str_constructor": [
            (r"`\{", Punctuation, "root"),
            (r"\]``", String, "#pop"),
            (r"[^`\]]+", String),
            (r"[`\]]", String),
        ],
        "xml_comment": [
            (r"[^-]+", Comment),
            (r"-->", Comment, "#pop"),
            (r"-", Comment),
        ],
        "start_tag": [
            (r"\s+", Whitespace),
            (r'([\w.:-]+\s*=)(")', groups(Name.Attribute, String), "quot_attr"),
            (r"([\w.:-]+\s*=)(')", groups(Name.Attribute, String), "apos_attr"),
            (r">", Name.Tag, "tag_content"),
            (r"/>", Name.Tag, "#pop"),
        ],
        "quot_attr": [
            (r'"', String, "#pop"),
            (r"\{\{", String),
            (r"\{", Punctuation, "root"),
            (r'[^"{>]+', String),
        ],
        "apos_attr": [
            (r"'", String, "#pop"),
            (r"\{\{", String),
            (r"\{", Punctuation, "root"),
            (r"[^'{>]+", String),
        ],
        "tag_content": [
            (r"\s+", Whitespace),
            include("tags"),
            (r"\{\{|\}\}", Text),
            (r"\{", Punctuation, "root"),
            (r"[^{}<&]", Text),
            (r"</(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-9]*))?\s*>", Name.Tag, ("#pop", "#pop")),
        ],
    }
