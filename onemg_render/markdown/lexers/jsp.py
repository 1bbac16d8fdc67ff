"""Jsp (Rouge's lexers/jsp.rb)."""

from onemg_render.markdown.lexers.state_lexer import include
from onemg_render.markdown.lexers.templates import Template
from onemg_render.markdown.lexers.tokens import Comment, Literal, Name, String


class Jsp(Template):
    """Jsp."""

    def start(self) -> None:
        super().start()
        self.java = self.child("java")

    def in_java(self) -> None:
        self.delegate(self.java)

    tokens = {
        "root": [
            (r"<%--", Comment, "jsp_comment"),
            (r"<%@\s*(?:page|include|taglib)\s*", Name.Tag, "jsp_directive"),
            (r"<jsp:directive\.(?:page|include|taglib)", Name.Tag, "jsp_directive2"),
            (r"<jsp:(?:scriptlet|declaration|expression)>", Name.Tag, "jsp_expression"),
            (r"<[a-zA-Z]*:[a-zA-Z]*\s*", Name.Tag, "jsp_tag"),
            (r"</[a-zA-Z]*:[a-zA-Z]*>", Name.Tag),
            (r"<%[!=]?", Name.Tag, "jsp_expression2"),
            (r"(?s:(.+?)(?=(<%|</?[a-zA-Z]*:)))", Template.around),
            (r"(?s:.+)", Template.around),
        ],
        "jsp_comment": [
            (r"--%>", Comment, "#pop"),
            (r"(?s:.)", Comment),
        ],
        "jsp_directive": [
            (r"%>", Name.Tag, "#pop"),
            include("attributes"),
            (r"(?s:(.+?)(?=%>))", Template.around),
        ],
        "jsp_directive2": [
            (r"/>", Name.Tag, "#pop"),
            include("attributes"),
            (r"(?s:(.+?)(?=/>))", Template.around),
        ],
        "jsp_expression": [
            (r"</jsp:(?:scriptlet|declaration|expression)>", Name.Tag, "#pop"),
            include("attributes"),
            (r"[^</]+", in_java),
        ],
        "jsp_expression2": [
            (r"%>", Name.Tag, "#pop"),
            (r"[^%>]+", in_java),
        ],
        "jsp_tag": [
            (r"/?>", Name.Tag, "#pop"),
            include("attributes"),
            (r"(?s:(.+?)(?=/?>))", Template.around),
        ],
        "attributes": [
            (r"\s*[a-zA-Z0-9_:-]+\s*=\s*", Name.Attribute, "attr"),
        ],
        "attr": [
            (r'"', String, ("#pop", "double_quotes")),
            (r"'", String, ("#pop", "single_quotes")),
            (r"[^\s>]+", String, "#pop"),
        ],
        "double_quotes": [
            (r'"', String, "#pop"),
            (r"\$\{", String.Interpol, "jsp_interp"),
            (r'[^"]+', String),
        ],
        "single_quotes": [
            (r"'", String, "#pop"),
            (r"\$\{", String.Interpol, "jsp_interp"),
            (r"[^']+", String),
        ],
        "jsp_interp": [
            (r"\}", String.Interpol, "#pop"),
            (r"'", Literal, "jsp_interp_literal_start"),
            (r"[^'\}]+", in_java),
        ],
        "jsp_interp_literal_start": [
            (r"'", Literal, "#pop"),
            (r"[^']+", Literal),
        ],
    }
