"""HTTP (Rouge's lexers/http.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, words
from onemg_render.markdown.lexers.tokens import Keyword, Name, Number, Operator, Punctuation, String, Text

LISTED = "GET POST PUT DELETE HEAD OPTIONS TRACE PATCH"

# the languages of bodies, by media type
CONTENT = {
    "application/atom+xml": "xml",
    "application/graphql": "graphql",
    "application/hal+json": "json",
    "application/javascript": "javascript",
    "application/json": "json",
    "application/problem+json": "json",
    "application/rss+xml": "xml",
    "application/schema+json": "json",
    "application/sparql-query": "sparql",
    "application/trig": "turtle",
    "application/vnd.api+json": "json",
    "application/x-javascript": "javascript",
    "application/x-python": "python",
    "application/x-ruby": "ruby",
    "application/x-sh": "shell",
    "application/x-shellscript": "shell",
    "application/xhtml+xml": "html",
    "application/xml": "xml",
    "image/svg+xml": "xml",
    "text/css": "css",
    "text/html": "html",
    "text/javascript": "javascript",
    "text/plain": "plaintext",
    "text/turtle": "turtle",
    "text/x-diff": "diff",
    "text/x-ini": "ini",
    "text/x-javascript": "javascript",
    "text/x-markdown": "markdown",
    "text/x-patch": "diff",
    "text/x-php": "php",
    "text/x-python": "python",
    "text/x-ruby": "ruby",
    "text/x-sh": "shell",
    "text/x-shellscript": "shell",
    "text/x-sql": "sql",
    "text/x-toml": "toml",
    "text/x-yaml": "yaml",
    "text/xml": "xml",
}


class HTTP(StateLexer):
    """HTTP."""

    def start(self) -> None:
        self.content_type = "text/plain"

    def header(self) -> None:
        if self[1].strip().lower() == "content-type":
            self.content_type = self[5].split(";")[0].lower()
        self.groups(Name.Attribute, Text, Punctuation, Text, String, Text)

    def content(self) -> None:
        named = self.options.get("content")
        self.delegate(str(named) if named else CONTENT.get(self.content_type, "plaintext"))

    tokens = {
        "root": [
            (
                rf"({words(LISTED)})([ ]+)([^ ]+)([ ]+)(HTTPS?)(/)(\d(?:\.\d)?)(\r?\n|$)",
                groups(Name.Function, Text, Name.Namespace, Text, Keyword, Operator, Number, Text),
                "headers",
            ),
            (
                r"(HTTPS?)(/)(\d\.\d)([ ]+)(\d{3})([ ]+)?([^\r\n]*)?(\r?\n|$)",
                groups(Keyword, Operator, Number, Text, Number, Text, Name.Exception, Text),
                "headers",
            ),
        ],
        "headers": [
            (r"([^\s:]+)( *)(:)( *)([^\r\n]+)(\r?\n|$)", header),
            (r"([^\r\n]+)(\r?\n|$)", groups(String, Text)),
            (r"\r?\n", Text, "content"),
        ],
        "content": [
            (r"(?s:.+)", content),
        ],
    }
