"""API Blueprint (Rouge's lexers/apiblueprint.rb)."""

from onemg_render.markdown.lexers.markdown import Markdown
from onemg_render.markdown.lexers.state_lexer import groups
from onemg_render.markdown.lexers.tokens import Generic, Keyword, Name, Number, Punctuation, String


class ApiBlueprint(Markdown):
    """API Blueprint."""

    tokens = {
        **Markdown.tokens,
        "root": [
            (r"(\S+)(:\s*)(.*)$", groups(Name.Variable, Punctuation, String)),
            (r"^(#+)(\s*Group\s+)(.*)$", groups(Punctuation, Keyword, Generic.Heading)),
            (r"^(#+)(.*)(\[.*\])$", groups(Punctuation, Generic.Heading, String)),
            (r"^([\+\-\*])(\s*Relation:)(\s*.*)$", groups(Punctuation, Keyword, String)),
            (r"^(\s+[\+\-\*]\s*)(Attributes|Parameters)(.*)$", groups(Punctuation, Keyword, String)),
            (
                r"^([\+\-\*]\s*)(Request|Response)(\s+\d\d\d)?(.*)$",
                groups(Punctuation, Keyword, Number, String),
            ),
            *Markdown.tokens["root"],
        ],
    }
