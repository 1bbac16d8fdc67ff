"""Terminal sessions: prompt, command in a shell's language, output (Rouge's lexers/console.rb)."""

import re

from onemg_render.markdown.lexers.state_lexer import Languages, Lexer, Options, feed
from onemg_render.markdown.lexers.tokens import Comment, Generic, Token, Whitespace
from onemg_render.util.patterns import regex

ELISION = regex(r"\s*(?:<[.]+>|[.]+)\s*\Z", re.A)
COMMENT = regex(r"\s*#", re.A)
BLANK = regex(r"\s*", re.A)
FALSE = (None, False, "0", "false", "off")


class Console:
    """Options: lang, output, prompt and error (lists with commas), comments.

    A session continues its shell's state from prompt to prompt until other output comes between.
    """

    def __init__(self, languages: Languages, options: Options | None = None) -> None:
        self.languages = languages
        self.options = options or {}
        self.prompt = self._prompt()
        errors = self._list("error")
        self.error = re.compile("|".join(map(re.escape, errors)) or r"(?!)")
        self.out: list[Token] = []

    def lex(self, text: str) -> list[Token]:
        shell, output = self._shell(), self._output()
        for line in re.findall(r".*\n|.+", text):
            if ELISION.match(line):
                shell, output = self._shell(), self._output()
                self.out.append((Comment, line))
            elif prompt := self.prompt.match(line):
                output = self._output()
                start = BLANK.match(line, prompt.end())
                self.out.append((Generic.Prompt, prompt[0]))
                if start and start[0]:
                    self.out.append((Whitespace, start[0]))
                feed(shell, line[start.end() if start else prompt.end() :], self.out)
            elif COMMENT.match(line):
                shell, output = self._shell(), self._output()
                self.out.append((Comment, line))
            elif self.error.match(line):
                shell, output = self._shell(), self._output()
                self.out.append((Generic.Error, line))
            else:
                shell = self._shell()
                feed(output, line, self.out)
        return self.out

    def _prompt(self) -> re.Pattern[str]:
        prompts = self._list("prompt")
        comments = self.options.get("comments", bool(prompts and "#" not in prompts)) not in FALSE
        ends = [end for end in prompts if end] if prompts else ["$", ">", ";"] if comments else "$#>;"
        lead = "[^<#]" if comments else "(?s:.)"
        return re.compile(f"{lead}*?(?:{'|'.join(map(re.escape, ends))})")

    def _list(self, name: str) -> list[str]:
        value = self.options.get(name)
        return value.split(",") if isinstance(value, str) else list(value) if isinstance(value, list) else []

    def _shell(self) -> Lexer:
        named = self.options.get("lang")
        found = self.languages.embedded(named) if isinstance(named, str) else None
        return found or self.languages.lexer("shell")

    def _output(self) -> Lexer:
        named = self.options.get("output")
        found = self.languages.embedded(named) if isinstance(named, str) else None
        return found or self.languages.lexer("plaintext", {"token": "Generic.Output"})


class Irb(Console):
    """Ruby sessions (Rouge's lexers/irb.rb)."""

    def _prompt(self) -> re.Pattern[str]:
        return re.compile(r".*?(?:irb|pry).*?[>\"*]")

    def _shell(self) -> Lexer:
        return self.languages.lexer("ruby")

    def _output(self) -> Lexer:
        return self.languages.lexer("irb_output")
