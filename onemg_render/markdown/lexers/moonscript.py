"""MoonScript (Rouge's lexers/moonscript.rb)."""

from functools import cache

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_file, word_set, words
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)

KEYWORDS = """
    break class continue do else elseif end extends for if import in repeat return switch super then
    unless until using when with while
"""

BUILTINS = word_set("""
    _g _version assert collectgarbage coroutine.create coroutine.isyieldable coroutine.resume
    coroutine.running coroutine.status coroutine.wrap coroutine.yield debug.debug debug.gethook
    debug.getinfo debug.getlocal debug.getmetatable debug.getregistry debug.getupvalue
    debug.getuservalue debug.sethook debug.setlocal debug.setmetatable debug.setupvalue
    debug.setuservalue debug.traceback debug.upvalueid debug.upvaluejoin dofile error file:close
    file:flush file:lines file:read file:seek file:setvbuf file:write getmetatable io.close io.flush
    io.input io.lines io.open io.output io.popen io.read io.stderr io.stdin io.stdout io.tmpfile io.type
    io.write ipairs load loadfile lua_cpath lua_cpath_5_3 lua_errerr lua_errfile lua_errgcmm lua_errmem
    lua_errrun lua_errsyntax lua_hookcall lua_hookcount lua_hookline lua_hookret lua_hooktailcall
    lua_init lua_init_5_3 lua_maskcall lua_maskcount lua_maskline lua_maskret lua_maxinteger
    lua_mininteger lua_minstack lua_multret lua_noref lua_ok lua_opadd lua_opband lua_opbnot lua_opbor
    lua_opbxor lua_opdiv lua_opeq lua_opidiv lua_ople lua_oplt lua_opmod lua_opmul lua_oppow lua_opshl
    lua_opshr lua_opsub lua_opunm lua_path lua_path_5_3 lua_refnil lua_registryindex lua_ridx_globals
    lua_ridx_mainthread lua_tboolean lua_tfunction lua_tlightuserdata lua_tnil lua_tnone lua_tnumber
    lua_tstring lua_ttable lua_tthread lua_tuserdata lua_use_apicheck lua_yield lual_buffersize
    luaopen_base luaopen_coroutine luaopen_debug luaopen_io luaopen_math luaopen_os luaopen_package
    luaopen_string luaopen_table luaopen_utf8 math.abs math.acos math.asin math.atan math.ceil math.cos
    math.deg math.exp math.floor math.fmod math.huge math.log math.max math.maxinteger math.min
    math.mininteger math.modf math.pi math.rad math.random math.randomseed math.sin math.sqrt math.tan
    math.tointeger math.type math.ult next os.clock os.date os.difftime os.execute os.exit os.getenv
    os.remove os.rename os.setlocale os.time os.tmpname package.config package.cpath package.loaded
    package.loadlib package.path package.preload package.searchers package.searchpath pairs pcall print
    rawequal rawget rawlen rawset require select setmetatable string.byte string.char string.dump
    string.find string.format string.gmatch string.gsub string.len string.lower string.match string.pack
    string.packsize string.rep string.reverse string.sub string.unpack string.upper table.concat
    table.insert table.move table.pack table.remove table.sort table.unpack tonumber tostring type
    utf8.char utf8.charpattern utf8.codepoint utf8.codes utf8.len utf8.offset xpcall
""")


@cache
def builtins() -> frozenset[str]:
    """Lua's functions, without those of its modules by their bare names."""
    return frozenset(word_file("moonscript").split())


class Moonscript(StateLexer):
    """MoonScript."""

    def name(self) -> None:
        name = self[0]
        if name in builtins():
            self.emit(Name.Builtin)
            return
        first, dot, second = name.partition(".")
        self.emit(Name, first)
        self.emit(Punctuation, dot)
        self.emit(Name, second)

    tokens = {
        "root": [
            (r"#!.*?$", Comment.Preproc),
            (r"", Text, "main"),
        ],
        "base": [
            (r"(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?'", Number.Float),
            (r"\d+e[+-]?\d+", Number.Float),
            (r"0x[0-9a-f]*", Number.Hex),
            (r"\d+", Number.Integer),
            (r"@(?:\w\w*)*", Name.Variable.Instance),
            (r"[A-Z]\w*", Name.Class),
            (r'"?[^"]+":', String.Symbol),
            (r"\w\w*:", String.Symbol),
            (r":\w\w*", String.Symbol),
            (r"\s+", Whitespace),
            (r"==|~=|!=|<=|>=|\.\.\.|\.\.|->|=>|[=+\-*/%^<>#!\\]", Operator),
            (r"[\[\]\{\}\(\)\.,:;]", Punctuation),
            (r"(?:and|or|not)\b", Operator.Word),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (r"(?:local|export)\b", Keyword.Declaration),
            (r"(?:true|false|nil)\b", Keyword.Constant),
            (r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)?", name),
        ],
        "main": [
            (r"--.*$", Comment.Single),
            (r"(?s:\[(=*)\[.*?\]\1\])", String.Heredoc),
            include("base"),
            (r"'", String.Single, "sqs"),
            (r'"', String.Double, "dqs"),
        ],
        "sqs": [
            (r"'", String.Single, "#pop"),
            (r"[^']+", String.Single),
        ],
        "interpolation": [
            (r"\}", String.Interpol, "#pop"),
            include("base"),
        ],
        "dqs": [
            (r"#\{", String.Interpol, "interpolation"),
            (r'"', String.Double, "#pop"),
            (r"#[^{]", String.Double),
            (r'[^"#]+', String.Double),
        ],
    }
