"""Templates around another language, by default HTML (Rouge's template_lexer.rb, lexers/{erb,eex,epp}.rb)."""

from onemg_render.markdown.lexers.state_lexer import Lexer, StateLexer, Tokens
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


def _around_code(language: str, begin: str, end: str) -> Tokens:
    """States of a template whose code stands between `begin` and `end`."""
    to_end = rf"(?s:.+?)(?={end})|(?s:.+)"
    return {
        "root": [
            (r"<%#", Comment, "comment"),
            (begin, Comment.Preproc, language),
            (rf"(?s:.+?)(?={begin})|(?s:.+)", Template.around),
        ],
        "comment": [(end, Comment, "#pop"), (to_end, Comment)],
        language: [(end, Comment.Preproc, "#pop"), (to_end, CodeTemplate.code)],
    }


class CodeTemplate(Template):
    """Code of one language in a template; its lexer goes on from one piece to the next."""

    language = "plaintext"

    def start(self) -> None:
        super().start()
        self.inner = self.child(self.language)

    def code(self) -> None:
        self.delegate(self.inner)


class Erb(CodeTemplate):
    """Ruby in a template."""

    language = "ruby"
    tokens = _around_code("ruby", r"(?:<%%|<%=|<%#|<%-|<%)", r"(?:%%>|-%>|%>)")


class Eex(CodeTemplate):
    """Elixir in a template."""

    language = "elixir"
    tokens = _around_code("elixir", r"(?:<%%|<%=|<%#|<%)", r"(?:%%>|%>)")


class Epp(CodeTemplate):
    """Puppet in a template of any text."""

    language = "puppet"
    parent_tag = "plaintext"
    tokens = _around_code("puppet", r"(?:<%%|<%=|<%#|(?:<%-|<%)(?:\s*\|)?)", r"(?:%%>|(?:\|\s*)?(?:-%>|%>))")
