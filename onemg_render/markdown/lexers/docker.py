"""Docker (Rouge's lexers/docker.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups
from onemg_render.markdown.lexers.tokens import Comment, Keyword, String, Text, Whitespace


class Docker(StateLexer):
    """Docker."""

    def start(self) -> None:
        self.shell = self.child("shell")

    def run(self) -> None:
        self.emit(Keyword)
        self.shell = self.child("shell")

    def in_shell(self) -> None:
        self.delegate(self.shell)

    tokens = {
        "root": [
            (r"\s+", Text),
            (
                r"(?i:^(FROM)(\s+)(.*)(\s+)(AS)(\s+)(.*))",
                groups(Keyword, Whitespace, String, Whitespace, Keyword, Whitespace, String),
            ),
            (
                r"(?i:^(ONBUILD)(\s+)(FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|"
                r"VOLUME|USER|WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL)(.*))",
                groups(Keyword, Whitespace, Keyword, String),
            ),
            (
                r"(?i:^(FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|"
                r"WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL)\b(.*))",
                groups(Keyword, String),
            ),
            (r"#.*?$", Comment),
            (r"(?i:^(ONBUILD\s+)?RUN(\s+))", run, "run"),
            (r"\w+", Text),
            (r"[^\w]+", Text),
            (r".", Text),
        ],
        "run": [
            (r"\n", Text, "#pop"),
            (r"(?s:\\.)", String.Escape),
            (r"(\\.|[^\n\\])+", in_shell),
        ],
    }
