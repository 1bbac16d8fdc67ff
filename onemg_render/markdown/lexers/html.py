"""HTML, XML and Vue's single files (Rouge's lexers/{html,xml,vue}.rb)."""

from onemg_render.markdown.lexers.characters import FORMAT, LETTER, WORD
from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
from onemg_render.markdown.lexers.tokens import Comment, Error, Keyword, Name, String, Text

NAME = rf"(?u:(?:{LETTER}|[:_-])[{WORD}{FORMAT}:.·-]*)"
XML_NAME = rf"(?u:(?:{LETTER}|[:_])[{WORD}{FORMAT}:.·-]*)"


class Html(StateLexer):
    """HTML, with the lexers of its scripts and styles."""

    def start(self) -> None:
        self.javascript = self.child("javascript")
        self.style = self.child("css")

    def script(self) -> None:
        self.emit(Name.Tag)
        self.javascript = self.child("javascript")

    def stylesheet(self) -> None:
        self.emit(Name.Tag)
        self.style = self.child("css")

    def in_script(self) -> None:
        self.delegate(self.javascript)

    def in_style(self) -> None:
        self.delegate(self.style)

    tokens = {
        "root": [
            (r"[^<&]+", Text),
            (r"&\S*?;", Name.Entity),
            (r"(?is:<!DOCTYPE .*?>)", Comment.Preproc),
            (r"(?s:<!\[CDATA\[.*?\]\]>)", Comment.Preproc),
            (r"<!--", Comment, "comment"),
            (r"(?s:<\?.*?\?>)", Comment.Preproc),
            (r"<\s*script\s*", script, ("script_content", "tag")),
            (r"<\s*style\s*", stylesheet, ("style_content", "tag")),
            (r"</", Name.Tag, "tag_end"),
            (r"<", Name.Tag, "tag_start"),
        ],
        "tag_end": [include("tag_end_end"), (NAME, Name.Tag, ("#pop", "tag_end_end"))],
        "tag_end_end": [(r"\s+", Text), (r">", Name.Tag, "#pop")],
        "tag_start": [
            (r"\s+", Text),
            (NAME, Name.Tag, ("#pop", "tag")),
            (r"", Text, ("#pop", "tag")),
        ],
        "comment": [(r"[^-]+", Comment), (r"-->", Comment, "#pop"), (r"-", Comment)],
        "tag": [
            (r"\s+", Text),
            (
                rf"(?u:(?:{LETTER}|[:_\[\]()*.-])[{WORD}{FORMAT}:.·\[\]()*-]*)\s*=\s*",
                Name.Attribute,
                "attr",
            ),
            (rf"(?u:(?:{LETTER}|[:_*#-])[{WORD}{FORMAT}:.·*#-]*)", Name.Attribute),
            (r"/?\s*>", Name.Tag, "#pop"),
        ],
        "attr": [
            (r'"', String, ("#pop", "dq")),
            (r"'", String, ("#pop", "sq")),
            (r"[^\s>]+", String, "#pop"),
        ],
        "dq": [(r'"', String, "#pop"), (r"[^\"]+", String)],
        "sq": [(r"'", String, "#pop"), (r"[^']+", String)],
        "script_content": [
            (r"[^<]+", in_script),
            (r"<\s*/\s*script\s*>", Name.Tag, "#pop"),
            (r"<", in_script),
        ],
        "style_content": [
            (r"[^<]+", in_style),
            (r"<\s*/\s*style\s*>", Name.Tag, "#pop"),
            (r"<", in_style),
        ],
    }


class Xml(StateLexer):
    """XML; unlike HTML's, its data sections and instructions stay on one line (Rouge has no /m)."""

    tokens = {
        "root": [
            (r"[^<&]+", Text),
            (r"&\S*?;", Name.Entity),
            (r"<!\[CDATA\[.*?\]\]>", Comment.Preproc),
            (r"<!--", Comment, "comment"),
            (r"<\?.*?\?>", Comment.Preproc),
            (r"<![^>]*>", Comment.Preproc),
            (rf"<\s*{XML_NAME}", Name.Tag, "tag"),
            (rf"<\s*/\s*{XML_NAME}\s*>", Name.Tag),
        ],
        "comment": [(r"[^-]+", Comment), (r"-->", Comment, "#pop"), (r"-", Comment)],
        "tag": [
            (r"\s+", Text),
            (rf"{XML_NAME}\s*=", Name.Attribute, "attr"),
            (r"/?\s*>", Name.Tag, "#pop"),
        ],
        "attr": [(r"\s+", Text), (r"(?s:\".*?\"|'.*?'|[^\s>]+)", String, "#pop")],
    }


VUE_LANGUAGES = {
    "html": "html",
    "css": "css",
    "javascript": "javascript",
    "sass": "sass",
    "scss": "scss",
    "coffee": "coffeescript",
}


class Vue(Html):
    """Vue's files: templates, scripts and styles, each in the language that its `lang` names."""

    def start(self) -> None:
        super().start()
        self.lang = "html"
        self.interpolation = self.child("javascript")

    def template(self) -> None:
        self.groups(Name.Tag, Text, Keyword)
        self.lang = "html"

    def style_part(self) -> None:
        self.groups(Name.Tag, Text, Keyword)
        self.lang = "css"

    def script_part(self) -> None:
        self.groups(Name.Tag, Text, Keyword)
        self.lang = "javascript"

    def named_lang(self) -> None:
        self.groups(Name.Attribute, Text, String)
        self.lang = VUE_LANGUAGES.get(self[3].lower().replace('"', "").replace("'", ""), "plaintext")

    def embedded(self) -> None:
        self.delegate(self.lang)

    def enter_interpolation(self) -> None:
        self.emit(String.Interpol)
        self.interpolation = self.child("javascript")

    def interpolated(self) -> None:
        self.delegate(self.interpolation)

    tokens = {
        **Html.tokens,
        "root": [
            (r"(<)(\s*)(template)", template, ("template", "lang_tag")),
            (r"(<)(\s*)(style)", style_part, ("style", "lang_tag")),
            (r"(<)(\s*)(script)", script_part, ("script", "lang_tag")),
            *Html.tokens["root"],
        ],
        "tag": [(r"[a-zA-Z0-9_:#\[\]()*.-]+\s*=\s*", Name.Attribute, "attr"), *Html.tokens["tag"]],
        "style": [
            (r"(<\s*/\s*)(style)(\s*>)", groups(Name.Tag, Keyword, Name.Tag), "#pop"),
            (r"[^<]+", embedded),
            (r"<\s*/\s*style\s*>", Name.Tag, "#pop"),
            (r"<", embedded),
            include("embed"),
        ],
        "script": [
            (r"(<\s*/\s*)(script)(\s*>)", groups(Name.Tag, Keyword, Name.Tag), "#pop"),
            include("script_content"),
            include("embed"),
        ],
        "lang_tag": [
            (r"(lang\s*=)(\s*)(\"(?s:\\.|[^\\])*?\"|'(?s:\\.|[^\\])*?'|[^\s>]+)", named_lang),
            include("tag"),
        ],
        "template": [
            (r"(<\s*/\s*)(template)(\s*>)", groups(Name.Tag, Keyword, Name.Tag), "#pop"),
            (r"\{\{", enter_interpolation, "template_interpol"),
            include("embed"),
        ],
        "template_interpol": [
            (r"\}\}", String.Interpol, "#pop"),
            (r"\}", Error),
            include("template_interpol_inner"),
        ],
        "template_interpol_inner": [
            (r"\{", interpolated, "#push"),
            (r"\}", interpolated, "#pop"),
            (r"[^{}]+", interpolated),
        ],
        "embed": [(r"[^{<]+", embedded), (r"[<{][^<{]*", embedded)],
    }
