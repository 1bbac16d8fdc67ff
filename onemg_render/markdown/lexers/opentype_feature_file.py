"""OpenType Feature File (Rouge's lexers/opentype_feature_file.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Punctuation,
    String,
    Text,
    Whitespace,
)

KEYWORDS = """
    Ascender Attach AxisValue CapHeight CaretOffset CodePageRange Descender DesignAxis
    ElidableAxisValueName ElidedFallbackName ElidedFallbackNameID FSType FeatUILabelNameID
    FeatUITooltipTextNameID FontRevision GlyphClassDef HorizAxis.BaseScriptList HorizAxis.BaseTagList
    HorizAxis.MinMax IgnoreBaseGlyphs IgnoreLigatures IgnoreMarks LigatureCaretByDev
    LigatureCaretByIndex LigatureCaretByPos LineGap MarkAttachClass MarkAttachmentType NULL
    OlderSiblingFontAttribute Panose ParamUILabelNameID RightToLeft SampleTextNameID TypoAscender
    TypoDescender TypoLineGap UnicodeRange UseMarkFilteringSet Vendor VertAdvanceY
    VertAxis.BaseScriptList VertAxis.BaseTagList VertAxis.MinMax VertOriginY VertTypoAscender
    VertTypoDescender VertTypoLineGap WeightClass WidthClass XHeight anchor anchorDef anon anonymous by
    contour cursive device enum enumerate exclude_dflt feature featureNames flag from ignore include
    include_dflt language languagesystem location lookup lookupflag mark markClass name nameid
    parameters pos position required reversesub rsub script sizemenuname sub substitute subtable table
    useExtension valueRecordDef winAscent winDescent
"""


class OpenTypeFeatureFile(StateLexer):
    """OpenType Feature File."""

    tokens = {
        "root": [
            (r"\s+", Whitespace),
            (r"#.*$", Comment),
            (r"(anonymous|anon|feature|lookup|table)(\s+)", groups(Keyword, Text), "featurename"),
            (r"(\})(\s)", groups(Punctuation, Text), "featurename"),
            (r"(?i:include\b)", Keyword, "includepath"),
            (r"[\-\[\]/(){},.:;=%*<>']", Punctuation),
            (r"`.*?", String.Backtick),
            (r'"', String, "strings"),
            (r"\\[^.*\s]+", String.Escape),
            (r"@(?i:[a-z_][a-z0-9/_.-]*)", Name.Class),
            (r"(?i:[a-z_][a-z0-9/_.-]*)", by_word((Keyword, KEYWORDS), default=Name)),
            (r"(?i:[a-z_][a-z0-9/_.-]*)", Name),
            (r"(?:0x|\\)[0-9A-Fa-f]+", Number.Hex),
            (r"-?\d+", Number.Integer),
        ],
        "featurename": [
            (r"(?i:[a-z_][a-z0-9/_.-]*)", Name.Function, "#pop"),
        ],
        "includepath": [
            (r"\s+", Whitespace),
            (r"\)", Punctuation, "#pop"),
            (r"\(", Punctuation),
            (r"[^\s()]+", String),
        ],
        "strings": [
            (r'"', String, "#pop"),
            (r'[^"%\n]+', String),
        ],
    }
