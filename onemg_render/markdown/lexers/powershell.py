"""PowerShell (Rouge's lexers/powershell.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
)

ATTRIBUTES = """
    ConfirmImpact DefaultParameterSetName HelpURI PositionalBinding SupportsPaging SupportsShouldProcess
"""


class PowerShell(StateLexer):
    """PowerShell."""

    def member(self) -> None:
        self.groups(Operator, Name.Function, Punctuation, Whitespace)
        if self[3]:
            self.push("parameters")

    tokens = {
        "variable": [
            (
                r"\$\$|\$\?|\$\^|\$_|\$args|\$ConsoleFileName|\$Error|\$Event|\$EventArgs|"
                r"\$EventSubscriber|\$ExecutionContext|\$false|\$foreach|\$HOME|\$Host|\$input|"
                r"\$IsCoreCLR|\$IsLinux|\$IsMacOS|\$IsWindows|\$LastExitCode|\$Matches|\$MyInvocation|"
                r"\$NestedPromptLevel|\$null|\$PID|\$PROFILE|\$PSBoundParameters|\$PSCmdlet|"
                r"\$PSCommandPath|\$PSCulture|\$PSDebugContext|\$PSHOME|\$PSItem|\$PSScriptRoot|"
                r"\$PSSenderInfo|\$PSUICulture|\$PSVersionTable|\$PWD|\$REPORTERRORSHOWEXCEPTIONCLASS|"
                r"\$REPORTERRORSHOWINNEREXCEPTION|\$REPORTERRORSHOWSOURCE|\$REPORTERRORSHOWSTACKTRACE|"
                r"\$SENDER|\$ShellId|\$StackTrace|\$switch|\$this|\$true",
                Name.Builtin.Pseudo,
            ),
            (
                r"(\$)(?:(\w+)(:))?(\w+|\{(?:[^`]|`.)+?\})",
                groups(Name.Variable, Name.Namespace, Punctuation, Name.Variable),
            ),
            (r"\$\w+", Name.Variable),
            (r"\$\{(?:[^`]|`.)+?\}", Name.Variable),
        ],
        "multiline": [
            (
                r"(?i:\.(?:synopsis|description|parameter|example|inputs|outputs|notes|link|"
                r"component|role|functionality|forwardhelptargetname|forwardhelpcategory|"
                r"remotehelprunspace|externalhelp))",
                Comment.Special,
            ),
            (r"#>", Comment.Multiline, "#pop"),
            (r"[^#.]+?", Comment.Multiline),
            (r"[#.]+", Comment.Multiline),
        ],
        "interpol": [
            (r"\)", String.Interpol, "#pop"),
            include("root"),
        ],
        "dq": [
            (r'(?:\$#?)?"', String.Double, "#pop"),
            (r"\$\(", String.Interpol, "interpol"),
            (r"`$", String.Escape),
            (r"`.", String.Escape),
            (r'[^"`$]+', String.Double),
            include("variable"),
        ],
        "sq": [
            (r"'", String.Single, "#pop"),
            (r"[^']+", String.Single),
        ],
        "heredoc": [
            (r'(?:\$#?)?"@', String.Heredoc, "#pop"),
            (r"\$\(", String.Interpol, "interpol"),
            (r"`$", String.Escape),
            (r"`.", String.Escape),
            (r'[^"`$]+?', String.Heredoc),
            (r'"+', String.Heredoc),
            include("variable"),
        ],
        "class": [
            (r"\{", Punctuation, "#pop"),
            (r"\s+", Whitespace),
            (r"\w+", Name.Class),
            (r"[:,]", Punctuation),
        ],
        "expr": [
            include("comments"),
            (r'"', String.Double, "dq"),
            (r"'", String.Single, "sq"),
            (r'@"', String.Heredoc, "heredoc"),
            (r"(?s:@'.*?'@)", String.Heredoc),
            (r"\d*\.\d+", Number.Float),
            (r"\d+", Number.Integer),
            (r"@\{", Punctuation, "hasht"),
            (r"@\(", Punctuation, "array"),
            (r"{", Punctuation, "brace"),
            (r"\[", Punctuation, "bracket"),
        ],
        "hasht": [
            (r"\}", Punctuation, "#pop"),
            (r"=", Operator),
            (r"[,;]", Punctuation),
            include("expr"),
            (r"\w+", Name.Other),
            include("variable"),
        ],
        "array": [
            (r"\s+", Whitespace),
            (r"\)", Punctuation, "#pop"),
            (r"[,;]", Punctuation),
            include("expr"),
            include("variable"),
        ],
        "brace": [
            (r"[}]", Punctuation, "#pop"),
            include("root"),
        ],
        "bracket": [
            (r"\]", Punctuation, "#pop"),
            (r"[A-Za-z]\w+\.", Name),
            (r"[A-Za-z]\w+", by_word((Name.Builtin.Pseudo, ATTRIBUTES), default=Name)),
            include("root"),
        ],
        "parameters": [
            (r"(?s:`.)", String.Escape),
            (r"\s*?\n", Whitespace, "#pop"),
            (r"[;(){}\]]", Punctuation, "#pop"),
            (r"[|=]", Operator, "#pop"),
            (r"[/\\~\w][-.:/\\~\w]*", Name.Other),
            (r"\w[-\w]+", Name.Other),
            include("root"),
        ],
        "comments": [
            (r"\s+", Whitespace),
            (r"#.*", Comment),
            (r"<#", Comment.Multiline, "multiline"),
        ],
        "root": [
            include("comments"),
            (r"#requires\s-version \d(?:\.\d+)?", Comment.Preproc),
            (r"\.\.(?=\.?\d)", Operator),
            (
                r"(?i:(?:-split|-isplit|-csplit|-join|-is|-isnot|-as|-eq|-ieq|-ceq|-ne|-ine|"
                r"-cne|-gt|-igt|-cgt|-ge|-ige|-cge|-lt|-ilt|-clt|-le|-ile|-cle|-like|-ilike|"
                r"-clike|-notlike|-inotlike|-cnotlike|-match|-imatch|-cmatch|-notmatch|-inotmatch|"
                r"-cnotmatch|-contains|-icontains|-ccontains|-notcontains|-inotcontains|-cnotcontains|"
                r"-replace|-ireplace|-creplace|-shl|-shr|-band|-bor|-bxor|-and|-or|-xor|-not|"
                r"\+=|-=|\*=|/=|%=)\b)",
                Operator,
            ),
            (r"(?i:(class)(\s+)(\w+))", groups(Keyword.Reserved, Whitespace, Name.Class), "class"),
            (
                r"(?i:(function)(\s+)(?:(\w+)(:))?(\w[-\w]+))",
                groups(Keyword.Reserved, Whitespace, Name.Namespace, Punctuation, Name.Function),
            ),
            (
                r"(?i:(?:assembly|exit|process|base|filter|public|begin|finally|return|break|"
                r"for|sequence|catch|foreach|static|class|from|switch|command|function|throw|"
                r"configuration|hidden|trap|continue|if|try|data|in|type|define|inlinescript|"
                r"until|do|interface|using|dynamicparam|module|var|else|namespace|while|elseif|"
                r"parallel|workflow|end|param|enum|private)\b(?![-.]))",
                Keyword.Reserved,
            ),
            (r"-{1,2}\w+", Name.Tag),
            (r"(\.)?([-\w]+)(\[)", groups(Operator, Name, Punctuation), "bracket"),
            (r"(?i:([/\\~a-z][-.:/\\~\w]*)(\n)?)", groups(Name, Whitespace), "parameters"),
            (r"(\.)([-\w]+)(?:(\()|(\n))?", member),
            (r"\?", Name.Function, "parameters"),
            include("expr"),
            include("variable"),
            (r"[-+*/%=!.&|]", Operator),
            (r"[{}(),:;]", Punctuation),
        ],
    }
