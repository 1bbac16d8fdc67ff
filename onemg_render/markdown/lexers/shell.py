"""Shells (Rouge's lexers/shell.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, words
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

KEYWORDS = """
    continue do done elif else esac fi for function if in return select then until while
"""

BUILTINS = """
    alias arch awk b2sum base32 base64 basename bg bind break builtin caller cat cd chcon chgrp chmod
    chown chroot cksum comm command compgen complete cp csplit cut date dd declare df dir dircolors
    dirname dirs disown du echo enable env eval exec exit expand export expr factor false fc fg fmt fold
    getopts grep groups gunzip gzip hash head help history hostid hostname id install jobs join kill let
    link ln local logname logout ls mapfile md5sum mkdir mkfifo mknod mktemp mv nice nl nohup nproc
    numfmt od paste pathchk popd pr printenv printf ptx pushd pwd read readlink readonly realpath rm
    rmdir runcon sed seq set sha1sum sha224sum sha256sum sha384sum sha512sum shift shopt shred shuf
    sleep sort source split stat stdbuf stty sudo sum suspend sync tac tail tar tee test time timeout
    times touch tr trap true truncate tsort tty type typeset ulimit umask unalias uname unexpand uniq
    unlink unset uptime users vdir wait wc who whoami yes
"""


class Shell(StateLexer):
    """sh, bash, zsh and ksh; remembers the word that ends a here-document."""

    delimiter = ""

    def heredoc(self) -> None:
        self.groups(Operator, Text, String.Heredoc, String.Heredoc, Name.Constant, String.Heredoc)
        self.delimiter = self[5]
        self.push("heredoc")

    def heredoc_line(self) -> None:
        ends = self[1] == self.delimiter
        self.emit(Name.Constant if ends else String.Heredoc)
        if ends:
            self.pop(2)

    tokens = {
        "basic": [
            (r"#.*$", Comment),
            (rf"{words(KEYWORDS)}\s*\b", Keyword),
            (r"case\b", Keyword, "case"),
            (rf"{words(BUILTINS)}\s*\b(?![.-])", Name.Builtin),
            (r"[.](?=\s)", Name.Builtin),
            (r"(\w+)(=)", groups(Name.Variable, Operator)),
            (r"[\[\]{}()!=>]", Operator),
            (r"&&|\|\|", Operator),
            (r"<<<", Operator),
            (r"(<<-?)(\s*)(['\"]?)(\\?)(\w+)(\3)", heredoc),
        ],
        "heredoc": [
            (r"\n", String.Heredoc, "heredoc_nl"),
            (r"[^$\n\\]+", String.Heredoc),
            include("interp"),
            (r"[$]", String.Heredoc),
        ],
        "heredoc_nl": [(r"\s*(\w+)\s*\n", heredoc_line), (r"", Text, "#pop")],
        "double_quotes": [
            # "abc$" is literally abc$, so that this $ begins no variable
            (r'(?:\$#?)?"', String.Double, "#pop"),
            include("interp"),
            (r"[^\"`\\$]+", String.Double),
        ],
        "ansi_string": [
            (r"\\.", String.Escape),
            (r"[^\\']+", String.Single),
            include("single_quotes"),
        ],
        "single_quotes": [(r"'", String.Single, "#pop"), (r"[^']+", String.Single)],
        "data": [
            (r"\s+", Text),
            (r"\\.", String.Escape),
            (r'\$?"', String.Double, "double_quotes"),
            (r"\$'", String.Single, "ansi_string"),
            (r"'", String.Single, "single_quotes"),
            (r"\*", Keyword),
            (r";", Punctuation),
            (r"--?[\w-]+", Name.Tag),
            (r"[^=*\s{}()$\"'`;\\<]+", Text),
            (r"\d+(?= |\n?\Z)", Number),
            (r"<", Text),
            include("interp"),
        ],
        "curly": [
            (r"\}", Keyword, "#pop"),
            (r":-", Keyword),
            (r"[a-zA-Z0-9_]+", Name.Variable),
            (r"[^}:\"`'$]+", Punctuation),
            include("root"),
        ],
        "paren_interp": [
            (r"\)", String.Interpol, "#pop"),
            (r"\(", Operator, "paren_inner"),
            include("root"),
        ],
        "paren_inner": [(r"\(", Operator, "#push"), (r"\)", Operator, "#pop"), include("root")],
        "math": [
            (r"\)\)", Keyword, "#pop"),
            (r"[-+*/%^|&!]|\*\*|\|\|", Operator),
            (r"\d+(?:#\w+)?", Number),
            include("root"),
        ],
        "case": [
            (r"esac\b", Keyword, "#pop"),
            (r"\|", Punctuation),
            (r"\)", Punctuation, "case_stanza"),
            include("root"),
        ],
        "case_stanza": [(r";;", Punctuation, "#pop"), include("root")],
        "backticks": [(r"`", String.Backtick, "#pop"), include("root")],
        "interp": [
            (r"\\$", String.Escape),
            (r"\\.", String.Escape),
            (r"\$\(\(", Keyword, "math"),
            (r"\$\(", String.Interpol, "paren_interp"),
            (r"\$\{#?", Keyword, "curly"),
            (r"`", String.Backtick, "backticks"),
            (r"\$#?(?:\w+|.)", Name.Variable),
            (r"\$[*@]", Name.Variable),
        ],
        "root": [include("basic"), include("data")],
    }
