"""Templates around another language, by default HTML (Rouge's lib/rouge/template_lexer.rb, lexers/erb.rb)."""

from onemg_render.markdown.lexers.state_lexer import Lexer, StateLexer
from onemg_render.markdown.lexers.tokens import Comment


class Template(StateLexer):
    """Keeps the lexer of the language around; the option `parent` names it."""

    parent_tag = "html"

    def start(self) -> None:
        named = self.options.get("parent")
        found = self.child(named) if isinstance(named, str) else None
        self.parent: Lexer | None = found or self.child(self.parent_tag)

    def around(self) -> None:
        self.delegate(self.parent)


ERB_OPEN = r"(?:<%%|<%=|<%#|<%-|<%)"
ERB_CLOSE = r"(?:%%>|-%>|%>)"


class Erb(Template):
    """Ruby in a template."""

    language = "ruby"

    def start(self) -> None:
        super().start()
        self.inner = self.child(self.language)

    def code(self) -> None:
        self.delegate(self.inner)

    tokens = {
        "root": [
            (r"<%#", Comment, "comment"),
            (ERB_OPEN, Comment.Preproc, "ruby"),
            (rf"(?s:.+?)(?={ERB_OPEN})|(?s:.+)", Template.around),
        ],
        "comment": [
            (ERB_CLOSE, Comment, "#pop"),
            (rf"(?s:.+?)(?={ERB_CLOSE})|(?s:.+)", Comment),
        ],
        "ruby": [
            (ERB_CLOSE, Comment.Preproc, "#pop"),
            (rf"(?s:.+?)(?={ERB_CLOSE})|(?s:.+)", code),
        ],
    }
