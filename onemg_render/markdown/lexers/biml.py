"""BIML (Rouge's lexers/biml.rb)."""

from onemg_render.markdown.lexers.html import Xml
from onemg_render.markdown.lexers.tokens import Name, Text


class BIML(Xml):
    """BIML."""

    def in_csharp(self) -> None:
        self.delegate("csharp")

    tokens = {
        **Xml.tokens,
        "root": [
            (r"<#@\s*", Name.Tag, "directive_tag"),
            (r"<#[=]?\s*", Name.Tag, "directive_as_csharp"),
            *Xml.tokens["root"],
        ],
        "directive_as_csharp": [
            (r"\s*#>\s*", Name.Tag, "#pop"),
            (r"(?s:.*?(?=\s*#>\s*))", in_csharp),
        ],
        "directive_tag": [
            (r"\s+", Text),
            (r"[\w.:-]+\s*=", Name.Attribute, "attr"),
            (r"\w+\s*", Name.Attribute),
            (r"/?\s*#>", Name.Tag, "#pop"),
        ],
    }
