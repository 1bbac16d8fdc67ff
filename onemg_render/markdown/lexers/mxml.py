"""MXML (Rouge's lexers/mxml.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups
from onemg_render.markdown.lexers.tokens import Comment, Name, Punctuation, String, Text


class MXML(StateLexer):
    """MXML."""

    def in_actionscript(self) -> None:
        self.delegate("actionscript")

    tokens = {
        "root": [
            (r"[^<&]+", Text),
            (r"&\S*?;", Name.Entity),
            (r"<!\[CDATA\[", Comment.Preproc, "actionscript_content"),
            (r"<!--", Comment, "comment"),
            (r"<\?.*?\?>", Comment.Preproc),
            (r"<![^>]*>", Comment.Preproc),
            (r"<\s*[\w:.-]+", Name.Tag, "tag"),
            (r"<\s*/\s*[\w:.-]+\s*>", Name.Tag),
        ],
        "comment": [
            (r"[^-]+", Comment),
            (r"-->", Comment, "#pop"),
            (r"-", Comment),
        ],
        "tag": [
            (r"\s+", Text),
            (r"[\w.:-]+\s*=", Name.Attribute, "attribute"),
            (r"/?\s*>", Name.Tag, "root"),
        ],
        "attribute": [
            (r"\s+", Text),
            (r'(")({|@{)', groups(String, Punctuation), "actionscript_attribute"),
            (r"\".*?\"|'.*?'|[^\s>]+", String, "tag"),
        ],
        "actionscript_content": [
            (r"\]\]>", Comment.Preproc, "#pop"),
            (r"(?s:.*?(?=\]\]>))", in_actionscript),
        ],
        "actionscript_attribute": [
            (r'(})(")', groups(Punctuation, String), "tag"),
            (r'(?s:.*?(?=}"))', in_actionscript),
        ],
    }
