"""GHC Cmm (C--) (Rouge's lexers/ghc_cmm.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, words
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Generic,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

LISTED = "if else goto call offset import jump ccall foreign prim case unwind export reserve push"

PROPERTIES = "args res upd label rep srt arity fun_type arg_space updfr_space"


class GHCCmm(StateLexer):
    """GHC Cmm (C--)."""

    def split_preprocessor_macros(self) -> None:
        self.emit(Comment.Preproc, self[1])
        self.recurse(self[2])
        self.emit(Name.Label, self[3])

    def split_keywords(self) -> None:
        self.emit(Keyword, self[1])
        self.recurse(self[2])
        self.emit(Punctuation, self[3])

    def split_keywords_2(self) -> None:
        self.emit(Name.Property, self[1])
        self.recurse(self[2])
        self.emit(Name.Property, self[3])
        self.emit(Punctuation, self[4])

    def split_keywords_3(self) -> None:
        self.emit(Keyword, self[1])
        self.recurse(self[2])
        self.emit(Keyword, self[3])

    def split_keywords_4(self) -> None:
        self.emit(Keyword, self[1])
        self.recurse(self[2])
        self.emit(Keyword, self[3])

    def split_keywords_5(self) -> None:
        self.emit(Keyword, self[1])
        self.recurse(self[2])
        self.emit(Punctuation, self[3])

    def split_keywords_6(self) -> None:
        self.emit(Keyword, self[1])
        self.recurse(self[2])

    def split_keywords_7(self) -> None:
        self.emit(Keyword, self[1])
        self.recurse(self[2])
        self.emit(Punctuation, self[3])

    def split_types(self) -> None:
        self.emit(Name.Label, self[1])
        self.recurse(self[2])
        self.emit(Name.Function, self[3])
        self.recurse(self[4])
        self.emit(Punctuation, self[5])

    def split_types_2(self) -> None:
        self.emit(Keyword.Type, self[1])
        self.recurse(self[2])
        self.emit(Name.Label, self[3])

    def split_names(self) -> None:
        self.emit(Operator, self[1])
        self.recurse(self[2])
        self.emit(Keyword.Type, self[3])

    def leave_namespace_name(self) -> None:
        self.emit(Name.Function, self[1])
        self.recurse(self[2])
        self.emit(Punctuation, self[3])
        self.pop()

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"^=====.*=====$", Generic.Heading),
            (r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$", Comment.Single),
            include("detect_section"),
            include("preprocessor_macros"),
            include("info_tbls"),
            include("comments"),
            include("literals"),
            include("keywords"),
            include("types"),
            include("infos"),
            include("names"),
            include("operators"),
            (r"\\\n", Text),
            (r".", Text),
        ],
        "detect_section": [
            (r"(section)(\s+)", groups(Keyword, Text), "section"),
        ],
        "section": [
            (r'"(?:data|cstring|text|rodata|relrodata|bss)"', Name.Builtin),
            (r"{", Punctuation, "#pop"),
            include("names"),
            include("operators"),
            include("keywords"),
            (r"\s+", Text),
        ],
        "preprocessor_macros": [
            (r"#(?:include|endif|else|if)", Comment.Preproc),
            (
                r"(?s:(\#define)((?:\s|//.*?\n|/[*](?:[^*]|[*][^/])*[*]+/)*)((?-s:(?!#[a-zA-Z])[\w#\$%_']+)))",
                split_preprocessor_macros,
            ),
        ],
        "info_tbls": [
            (r"({ )(info_tbls)(:)", groups(Punctuation, Name.Entity, Punctuation), "info_tbls_body"),
        ],
        "info_tbls_body": [
            (r"}", Punctuation, "#pop"),
            (r"{", Punctuation, "info_tbls_body"),
            (r"(?=label:)", Text, "label"),
            (
                r"(\()((?:[\w#$%_']|\(\)|\(,\)|\[\]|[0-9])*[\w#$%_']+)(,)",
                groups(Punctuation, Name.Label, Punctuation),
            ),
            include("literals"),
            include("infos"),
            include("keywords"),
            include("operators"),
            (r"(?!#[a-zA-Z])[\w#\$%_']+", Text),
            (r"\s+", Text),
        ],
        "label": [
            include("infos"),
            include("names"),
            include("keywords"),
            include("operators"),
            (r"[^\S\n]+", Text),
            (r"\n", Text, "#pop"),
        ],
        "comments": [
            (r"/{2}.*", Comment.Single),
            (r"\(likely.*?\)", Comment),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
        ],
        "literals": [
            (r"-?[0-9]+\.[0-9]+", Number.Float),
            (r"-?[0-9]+", Number.Integer),
            (r'"', String.Delimiter, "literal_string"),
        ],
        "literal_string": [
            (r"\\.", String.Escape),
            (r"%.", String.Symbol),
            (r'"', String.Delimiter, "#pop"),
            (r".", String),
        ],
        "operators": [
            (r"\.\.", Operator),
            (r"[+\-*/<>=!&|~]", Operator),
            (r"[\[\].{}:;,()]", Punctuation),
        ],
        "keywords": [
            (r"(const)(\s+)", groups(Keyword.Constant, Text)),
            (r'"', String.Double),
            (r"(switch)([^{]*)({)", split_keywords),
            (r"(arg|result)((?s:\s|//.*?\n|/[*](?:[^*]|[*][^/])*[*]+/)+)(hints)(:)", split_keywords_2),
            (r"(returns)((?s:\s|//.*?\n|/[*](?:[^*]|[*][^/])*[*]+/)*)(to)", split_keywords_3),
            (r"(never)((?s:\s|//.*?\n|/[*](?:[^*]|[*][^/])*[*]+/)*)(returns)", split_keywords_4),
            (r"(return)((?s:\s|//.*?\n|/[*](?:[^*]|[*][^/])*[*]+/)*)(\()", split_keywords_5),
            (rf"({words(LISTED)})((?s:\s|//.*?\n|/[*](?:[^*]|[*][^/])*[*]+/))", split_keywords_6),
            (r"(default)((?s:\s|//.*?\n|/[*](?:[^*]|[*][^/])*[*]+/)*)(:)", split_keywords_7),
        ],
        "types": [
            (r"((?!#[a-zA-Z])[\w#\$%_']+)(?=\[[^\]])", groups(Keyword.Type)),
            (r"((?!#[a-zA-Z])[\w#\$%_']+\[\])", groups(Keyword.Type)),
            (
                r"(?s:((?-s:(?!#[a-zA-Z])[\w#\$%_']+))((?:\s|//.*?\n|/[*](?:[^*]|[*][^/])"
                r"*[*]+/)+)((?-s:(?!#[a-zA-Z])[\w#\$%_']+))((?:\s|//.*?\n|/[*](?:[^*]|[*][^/])"
                r"*[*]+/)*)(\())",
                split_types,
            ),
            (
                r"(?s:((?-s:(?!#[a-zA-Z])[\w#\$%_']+))((?:\s|//.*?\n|/[*](?:[^*]|[*][^/])"
                r"*[*]+/)+)((?-s:(?!#[a-zA-Z])[\w#\$%_']+)))",
                split_types_2,
            ),
        ],
        "infos": [
            (rf"({words(PROPERTIES)})(:)", groups(Name.Property, Punctuation)),
            (r"(stack_info)(:)", groups(Name.Entity, Punctuation)),
        ],
        "names": [
            (r"(::)((?s:\s|//.*?\n|/[*](?:[^*]|[*][^/])*[*]+/)*)([A-Z]\w+)", split_names),
            (r"<(?!#[a-zA-Z])[\w#\$%_']+>", Name.Builtin),
            (
                r"(?:Sp|SpLim|Hp|HpLim|HpAlloc|BaseReg|CurrentNursery|CurrentTSO|R\d{1,2}|"
                r"gcptr)(?!(?!#[a-zA-Z])[\w#\$%_']+)",
                Name.Variable.Global,
            ),
            (r"([A-Z](?!#[a-zA-Z])[\w#\$%_']+)(\.)", groups(Name.Namespace, Punctuation), "namespace_name"),
            (r"(`)((?!#[a-zA-Z])[\w#\$%_']+)(`)", groups(Punctuation, Name.Function, Punctuation)),
            (
                r"(?s:(?=(?:[\w#$%_']|\(\)|\(,\)|\[\]|[0-9])*[\w#$%_']+(?:\s|//.*?\n|/[*](?:[^*]|"
                r"[*][^/])*[*]+/)*[\{\(]))",
                Text,
                "function",
            ),
            (r"CLOSURE", Keyword.Type),
            (r"(?s:(?:[\w#$%_']|\(\)|\(,\)|\[\]|[0-9])*[\w#$%_']+)", Name.Label),
        ],
        "namespace_name": [
            (r"([A-Z](?!#[a-zA-Z])[\w#\$%_']+)(\.)", groups(Name.Namespace, Punctuation)),
            (
                r"(?s:((?:[\w#$%_']|\(\)|\(,\)|\[\]|[0-9])*[\w#$%_']+)((?:\s|//.*?\n|/[*](?:[^*]|"
                r"[*][^/])*[*]+/)*)([\{\(]))",
                leave_namespace_name,
            ),
            (r"(?s:(?:[\w#$%_']|\(\)|\(,\)|\[\]|[0-9])*[\w#$%_']+)", Name.Label, "#pop"),
            (r"(?s:(?=.))", Text, "#pop"),
        ],
        "function": [
            (r"INFO_TABLE_FUN|INFO_TABLE_CONSTR|INFO_TABLE_SELECTOR|INFO_TABLE_RET|INFO_TABLE", Name.Builtin),
            (r"%(?!#[a-zA-Z])[\w#\$%_']+", Name.Builtin),
            (r"(?s:(?:[\w#$%_']|\(\)|\(,\)|\[\]|[0-9])*[\w#$%_']+)", Name.Function),
            (r"\s+", Text),
            (r"[({]", Punctuation, "#pop"),
            include("comments"),
        ],
    }
