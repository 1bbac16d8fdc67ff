"""Zig (Rouge's lexers/zig.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_table
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
    align allowzero and anyerror anyframe asm async await bool break c_int c_long c_longdouble
    c_longlong c_short c_uint c_ulong c_ulonglong c_ushort c_void callconv catch comptime comptime_float
    const continue defer else enum errdefer error export extern fn for if inline linksection noalias
    noinline noreturn nosuspend or orelse packed pub resume return struct suspend switch test
    threadlocal try type undefined union unreachable usingnamespace usize var void volatile while
"""

BUILTINS = """
    @Frame @OpaqueType @TagType @This @Type @TypeOf @Vector @addWithOverflow @alignCast @alignOf @as
    @asyncCall @atomicLoad @atomicRmw @atomicStore @bitCast @bitOffsetOf @bitReverse @bitSizeOf
    @boolToInt @breakpoint @byteOffsetOf @byteSwap @bytesToSlice @cDefine @cImport @cInclude @cUndef
    @call @canImplicitCast @ceil @clz @cmpxchgStrong @cmpxchgWeak @compileError @compileLog @cos @ctz
    @divExact @divFloor @divTrunc @embedFile @enumToInt @errSetCast @errorName @errorReturnTrace
    @errorToInt @exp @exp2 @export @fabs @fence @field @fieldParentPtr @floatCast @floatToInt @floor
    @frame @frameAddress @frameSize @hasDecl @hasField @import @intCast @intToEnum @intToError
    @intToFloat @intToPtr @log @log10 @log2 @memcpy @memset @mod @mulWithOverflow @newStackCall @panic
    @popCount @ptrCast @ptrToInt @rem @returnAddress @round @setAlignStack @setCold @setEvalBranchQuota
    @setFloatMode @setGlobalLinkage @setGlobalSection @setRuntimeSafety @shlExact @shlWithOverflow
    @shrExact @shuffle @sin @sizeOf @sliceToBytes @splat @sqrt @subWithOverflow @tagName @trunc
    @truncate @typeInfo @typeName @unionInit comptime_int
"""

WORDS = word_table((Keyword, KEYWORDS), (Name.Builtin, BUILTINS))


class Zig(StateLexer):
    """Zig."""

    def name(self) -> None:
        token = WORDS.get(self[3])
        if token is None:
            token = Name if not self[1] else Name.Function if self[5] else Name.Property
        self.groups(Punctuation, Text, token, Text, Punctuation)

    tokens = {
        "bol": [
            include("whitespace"),
            (r"#\s[^\n]*", Comment.Special),
            (r"", Text, "#pop"),
        ],
        "attribute": [
            include("whitespace"),
            include("literals"),
            (r"[(,)=:]", Name.Decorator),
            (r"\]", Name.Decorator, "#pop"),
            (r"(?i:[a-z_]\w*)", Name.Decorator),
        ],
        "whitespace": [
            (r"\s+", Text),
            (r"//[^\n]*", Comment),
        ],
        "root": [
            (r"\n", Text, "bol"),
            include("whitespace"),
            (r"(?:i|u)[0-9]+\b", Keyword.Type),
            (r"f(?:16|32|64|128)\b", Keyword.Type),
            (r"(?:isize|usize)\b", Keyword.Type),
            include("literals"),
            (r"'(?i:[a-z_]\w*)", Name.Variable),
            (r"([.]?)(\s*)(@?(?i:[a-z_]\w*))(\s*)([(]?)", name),
            (r"[()\[\]{}|,:;]", Punctuation),
            (r"[*/!@~&+%^<>=\?-]|\.{1,3}", Operator),
        ],
        "literals": [
            (r"(?:true|false|null)\b", Keyword.Constant),
            (r"'(?:\\(?:[nrt'\"\\0]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|[^\\])'", String.Char),
            (r'"', String, "string"),
            (r'(?s:r(#*)".*?"\1)', String),
            (r"[0-9]+(?:[.][0-9_]+(?:e[-+]?[0-9_]+)?|(?:[.][0-9_]+)?e[-+]?[0-9_]+)", Number.Float),
            (r"0b[10_]+|0x[0-9a-fA-F_]+|[0-9_]+", Number.Integer),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r"\\(?:[nrt'\"\\0]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})", String.Escape),
            (r'[^"\\]+', String),
        ],
    }
