"""YAML (Rouge's lexers/yaml.rb): indentation decides where scalars end."""

import re

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Punctuation,
    String,
    Text,
)

Indicator = Punctuation.Indicator
PLAIN_START = r"[^ \t\n\r\f\v?:,\[\]{}#&*!|>'\"%@`]"


class Yaml(StateLexer):
    """Keeps the columns that blocks began at, the column of the line, and that of a block scalar."""

    def start(self) -> None:
        self.indents = [0]
        self.column = 0
        self.scalar_column: int | None = None

    def directive(self) -> None:
        self.emit(Name.Tag)
        self.start()
        self.push("yaml_directive" if self[0] == "%YAML" else "tag_directive")

    def document_mark(self) -> None:
        self.emit(Name.Namespace)
        self.start()
        self.push("block_line")

    def begin_line(self) -> None:
        spaces = self[0]
        width = self.save_indent(spaces)
        self.emit(Text, spaces[:width])
        self.emit(Error, spaces[width:])
        self.push("block_line")
        self.push("indentation")

    def save_indent(self, spaces: str) -> int:
        """Note the line's column, leave deeper blocks, and say how many of the spaces belong there."""
        self.column = len(spaces)
        if self.column >= self.indents[-1]:
            return self.column
        while self.column < self.indents[-1]:
            self.indents.pop()
        return self.indents[-1]

    def continue_indent(self) -> None:
        self.emit(Text)
        self.column += len(self[0])

    def end_indentation(self) -> None:
        self.continue_indent()
        self.pop()

    def enter_block(self) -> None:
        if self.indents[-1] < self.column:
            self.indents.append(self.column)

    def block_indicator(self) -> None:
        self.enter_block()
        self.column += 1
        self.emit(Indicator)

    def implicit_key(self) -> None:
        self.groups(Name.Attribute, Indicator)
        self.enter_block()

    def blank_in_scalar(self) -> None:
        spaces = self[0]
        width = len(spaces) if self.scalar_column is None else self.scalar_column
        self.emit(Text, spaces[:width])
        self.emit(Name.Constant, spaces[width:])

    def line_in_scalar(self) -> None:
        self.emit(Text)
        width = len(self[0])
        least = self.indents[-1] if self.scalar_column is None else self.scalar_column
        if self.scalar_column is None:
            self.scalar_column = width
        if width < least:
            self.save_indent(self[0])
            self.goto("indentation")

    def scalar_header(self) -> None:
        self.scalar_column = None
        self.goto("ignored_line")
        if self[0]:
            digits = re.match(r"\d*", self[0])
            self.scalar_column = self.indents[-1] + int((digits and digits[0]) or 0)
            self.emit(Indicator)

    def line_in_plain_scalar(self) -> None:
        self.emit(Text)
        self.pop()
        if len(self[0]) <= self.indents[-1]:
            self.pop()
            self.save_indent(self[0])
            self.push("indentation")

    tokens = {
        "basic": [(r"#.*$", Comment.Single)],
        "root": [
            include("basic"),
            (r"\n+", Text),
            (r"[ ]+(?=#|$)", Text),
            (r"^%(?:YAML|TAG)\b", directive),
            (r"^(?:---|\.\.\.)(?= |$)", document_mark),
            (r"[ ]*(?!\s|$)", begin_line),
        ],
        "indentation": [
            (r"\s*?\n", Text, ("#pop", "#pop")),
            (r"[ ]+(?=[-:?](?:[ ]|$))", continue_indent),
            (r"[?:-](?=[ ]|$)", block_indicator),
            (r"[ ]*", end_indentation),
        ],
        "block_line": [
            (r"[ ]*(?=#|$)", Text, "#pop"),
            (r"[ ]+", Text),
            include("descriptors"),
            include("block_nodes"),
            include("flow_nodes"),
            (rf"(?={PLAIN_START}|[?:-][^ \t\n\r\f\v])", Name.Variable, "plain_in_block"),
        ],
        "descriptors": [
            (r"!<[0-9A-Za-z;/?:@&=+$,_.!~*'()\[\]%-]+>", Keyword.Type),
            (r"(?:![\w-]+)?!(?:[\w;/?:@&=+$,.!~*'()\[\]%-]*)", Keyword.Type),
            (r"&(?u:[\w-]+)", Name.Label),
            (r"\*(?u:[\w-]+)", Name.Variable),
        ],
        "block_nodes": [
            (r"([^#,:?\[\]{}\"'\n]+)(:)(?=\s|$)", implicit_key),
            (r"[|>][+-]?", Indicator, ("block_scalar", "block_scalar_header")),
        ],
        "flow_nodes": [
            (r"\[", Indicator, "flow_sequence"),
            (r"\{", Indicator, "flow_mapping"),
            (r"'", String.Single, "single_quoted"),
            (r'"', String.Double, "double_quoted"),
        ],
        "flow_collection": [
            (r"\s+", Text),
            include("basic"),
            (r"[?:,]", Indicator),
            include("descriptors"),
            include("flow_nodes"),
            (rf"(?={PLAIN_START})", Text, "plain_in_flow"),
        ],
        "flow_sequence": [(r"\]", Indicator, "#pop"), include("flow_collection")],
        "flow_mapping": [(r"\}", Indicator, "#pop"), include("flow_collection")],
        "block_scalar": [
            (r"\n+", Text),
            (r"^[ ]+$", blank_in_scalar),
            (r"^[ ]*", line_in_scalar),
            (r"[^\n\r\f\v]+", String),
        ],
        "block_scalar_header": [(r"(?:[1-9][+-]?|[+-]?[1-9]?)(?=[ ]|$)", scalar_header)],
        "ignored_line": [include("basic"), (r"[ ]+", Text), (r"\n", Text, "#pop")],
        "quoted_whitespace": [
            (r"^[ ]+", Text),
            (r"[ ]+$", Text),
            (r"\n+", Text),
            (r"[ ]+", Name.Variable),
        ],
        "single_quoted": [
            include("quoted_whitespace"),
            (r"\\'", String.Escape),
            (r"'", String, "#pop"),
            (r"[^\s']+", String),
        ],
        "double_quoted": [
            (r'"', String, "#pop"),
            include("quoted_whitespace"),
            (r"\\[0abt\tn\nvfre \"\\N_LP]", String.Escape),
            (r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})", String.Escape),
            (r"[^ \t\n\r\f\v\"\\]+", String),
        ],
        "plain_in_block_new_line": [
            (r"^[ ]+\n", Text),
            (r"\n+", Text),
            (r"^(?=---|\.\.\.)", Text, ("#pop", "#pop", "#pop")),
            (r"^[ ]*", line_in_plain_scalar),
        ],
        "plain_in_block": [
            (r"[ ]*(?=:[ \n]|:$)", Text, "#pop"),
            (r"[ ]*:\S+", String),
            (r"[ ]+(?=#)", Text, "#pop"),
            (r"[ ]+$", Text),
            (r"\n+", Text, "plain_in_block_new_line"),
            (r"[ ]+", String),
            (r"true|false|null", Name.Constant),
            (r"\d+(?:\.\d+)?(?=\r?\n| +#)", Number, "#pop"),
            (r"[^\s:]+", String),
        ],
        "plain_in_flow": [
            (r"[ ]*(?=[,:?\[\]{}])", Text, "#pop"),
            (r"[ ]+(?=#)", Text, "#pop"),
            (r"^[ ]+", Text),
            (r"[ ]+$", Text),
            (r"\n+", Text),
            (r"[ ]+", Name.Variable),
            (r"[^\s,:?\[\]{}]+", Name.Variable),
        ],
        "yaml_directive": [(r"([ ]+)(\d+\.\d+)", groups(Text, Number), ("#pop", "ignored_line"))],
        "tag_directive": [
            (
                r"([ ]+)(!|![\w-]*!)([ ]+)(!|!?[\w;/?:@&=+$,.!~*'()\[\]%-]+)",
                groups(Text, Keyword.Type, Text, Keyword.Type),
                ("#pop", "ignored_line"),
            )
        ],
    }
