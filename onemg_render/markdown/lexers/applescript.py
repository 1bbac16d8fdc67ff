"""AppleScript (Rouge's lexers/apple_script.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups
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


class AppleScript(StateLexer):
    """AppleScript."""

    tokens = {
        "root": [
            (r"\s+", Whitespace),
            (r"¬\n", String.Escape),
            (r"'s\s+", Text),
            (r"(?:--|#).*?$", Comment.Single),
            (r"\(\*", Comment.Multiline),
            (r"[\(\){}!,.:]", Punctuation),
            (r"(«)([^»]+)(»)", groups(Text, Name.Builtin, Text)),
            (
                r"((?:considering|ignoring)\s*)(application responses|case|diacriticals|hyphens|"
                r"numeric strings|punctuation|white space)",
                groups(Keyword, Name.Builtin),
            ),
            (r"-|\*|\+|&|≠|>=?|<=?|=|≥|≤|/|÷|\^", Operator),
            (
                r"(?:and|or|is equal|equals|(?:is )?equal to|is not|isn't|isn't equal(?: to)"
                r"?|is not equal(?: to)?|doesn't equal|does not equal|(?:is )?greater than|"
                r"comes after|is not less than or equal(?: to)?|isn't less than or equal(?: to)"
                r"?|(?:is )?less than|comes before|is not greater than or equal(?: to)?|isn't greater than"
                r" or equal(?: to)?|(?:is  )?greater than or equal(?: to)?|is not less than|"
                r"isn't less than|does not come before|doesn't come before|(?:is )?less than or equal(?: t"
                r"o)?|is not greater than|isn't greater than|does not come after|doesn't come after|"
                r"starts? with|begins? with|ends? with|contains?|does not contain|doesn't contain|"
                r"is in|is contained by|is not in|is not contained by|isn't contained by|"
                r"div|mod|not|(?:a  )?(?:ref(?: to)?|reference to)|is|does)\b",
                Operator.Word,
            ),
            (r"^(\s*(?:on|end)\s+)'r'(%s)", groups(Keyword, Name.Function)),
            (r"^(\s*)(in|on|script|to)(\s+)", groups(Text, Keyword, Text)),
            (
                r"(as )(alias |application |boolean |class |constant |date |file |integer |"
                r"list |number |POSIX file |real |record |reference |RGB color |script |text |"
                r"unit types|(?:Unicode )?text|string)\b",
                groups(Keyword, Name.Class),
            ),
            (
                r"(?:AppleScript|current application|false|linefeed|missing value|pi|quote|"
                r"result|return|space|tab|text item delimiters|true|version)\b",
                Name.Builtin,
            ),
            (
                r"(?:ASCII (?:character|number)|activate|beep|choose URL|choose application|"
                r"choose color|choose file(?: name)?|choose folder|choose from list|choose remote applicat"
                r"ion|clipboard info|close(?: access)?|copy|count|current date|delay|delete|"
                r"display (?:alert|dialog)|do shell script|duplicate|exists|get eof|get volume settings|"
                r"info for|launch|list (?:disks|folder)|load script|log|make|mount volume|"
                r"new|offset|open(?: (?:for access|location))?|path to|print|quit|random number|"
                r"read|round|run(?: script)?|say|scripting components|set (?:eof|the clipboard to|"
                r"volume)|store script|summarize|system attribute|system info|the clipboard|"
                r"time to GMT|write|quoted form)\b",
                Name.Builtin,
            ),
            (
                r"(?:considering|else|error|exit|from|if|ignoring|in|repeat|tell|then|times|"
                r"to|try|until|using terms from|while|whith|with timeout(?: of)?|with transaction|"
                r"by|continue|end|its?|me|my|return|of|as)\b",
                Keyword,
            ),
            (r"(?:global|local|prop(?:erty)?|set|get)\b", Keyword),
            (r"(?:but|put|returning|the)\b", Name.Builtin),
            (r"(?:attachment|attribute run|character|day|month|paragraph|word|year)s?\b", Name.Builtin),
            (
                r"(?:about|above|against|apart from|around|aside from|at|below|beneath|beside|"
                r"between|for|given|instead of|on|onto|out of|over|since)\b",
                Name.Builtin,
            ),
            (
                r"(?:accepts arrow key|action method|active|alignment|allowed identifiers|"
                r"allows branch selection|allows column reordering|allows column resizing|"
                r"allows column selection|allows customization|allows editing text attributes|"
                r"allows empty selection|allows mixed state|allows multiple selection|allows reordering|"
                r"allows undo|alpha(?: value)?|alternate image|alternate increment value|"
                r"alternate title|animation delay|associated file name|associated object|"
                r"auto completes|auto display|auto enables items|auto repeat|auto resizes(?: outline colum"
                r"n)?|auto save expanded items|auto save name|auto save table columns|auto saves configura"
                r"tion|auto scroll|auto sizes all columns to fit|auto sizes cells|background color|"
                r"bezel state|bezel style|bezeled|border rect|border type|bordered|bounds(?: rotation)"
                r"?|box type|button returned|button type|can choose directories|can choose files|"
                r"can draw|can hide|cell(?: (?:background color|size|type))?|characters|class|"
                r"click count|clicked(?: data)? column|clicked data item|clicked(?: data)"
                r"? row|closeable|collating|color (?:mode|panel)|command key down|configuration|"
                r"content(?:s| (?:size|view(?: margins)?))?|context|continuous|control key down|"
                r"control size|control tint|control view|controller visible|coordinate system|"
                r"copies(?: on scroll)?|corner view|current cell|current column|current(?: field)"
                r"?  editor|current(?: menu)? item|current row|current tab view item|data source|"
                r"default identifiers|delta (?:x|y|z)|destination window|directory|display mode|"
                r"displayed cell|document(?: (?:edited|rect|view))?|double value|dragged column|"
                r"dragged distance|dragged items|draws(?: cell)? background|draws grid|dynamically scrolls"
                r"|echos bullets|edge|editable|edited(?: data)? column|edited data item|edited(?: data)"
                r"? row|enabled|enclosing scroll view|ending page|error handling|event number|"
                r"event type|excluded from windows menu|executable path|expanded|fax number|"
                r"field editor|file kind|file name|file type|first responder|first visible column|"
                r"flipped|floating|font(?: panel)?|formatter|frameworks path|frontmost|gave up|"
                r"grid color|has data items|has horizontal ruler|has horizontal scroller|"
                r"has parent data item|has resize indicator|has shadow|has sub menu|has vertical ruler|"
                r"has vertical scroller|header cell|header view|hidden|hides when deactivated|"
                r"highlights by|horizontal line scroll|horizontal page scroll|horizontal ruler view|"
                r"horizontally resizable|icon image|id|identifier|ignores multiple clicks|"
                r"image(?: (?:alignment|dims when disabled|frame style|scaling))?|imports graphics|"
                r"increment value|indentation per level|indeterminate|index|integer value|"
                r"intercell spacing|item height|key(?: (?:code|equivalent(?: modifier)?|window)"
                r")?|knob thickness|label|last(?: visible)? column|leading offset|leaf|level|"
                r"line scroll|loaded|localized sort|location|loop mode|main(?: (?:bunde|menu|"
                r"window))?|marker follows cell|matrix mode|maximum(?: content)? size|maximum visible colu"
                r"mns|menu(?: form representation)?|miniaturizable|miniaturized|minimized image|"
                r"minimized title|minimum column width|minimum(?: content)? size|modal|modified|"
                r"mouse down state|movie(?: (?:controller|file|rect))?|muted|name|needs display|"
                r"next state|next text|number of tick marks|only tick mark values|opaque|"
                r"open panel|option key down|outline table column|page scroll|pages across|"
                r"pages down|palette label|pane splitter|parent data item|parent window|pasteboard|"
                r"path(?: (?:names|separator))?|playing|plays every frame|plays selection only|"
                r"position|preferred edge|preferred type|pressure|previous text|prompt|properties|"
                r"prototype cell|pulls down|rate|released when closed|repeated|requested print time|"
                r"required file type|resizable|resized column|resource path|returns records|"
                r"reuses columns|rich text|roll over|row height|rulers visible|save panel|"
                r"scripts path|scrollable|selectable(?: identifiers)?|selected cell|selected(?: data)"
                r"? columns?|selected data items?|selected(?: data)? rows?|selected item identifier|"
                r"selection by rect|send action on arrow key|sends action when done editing|"
                r"separates columns|separator item|sequence number|services menu|shared frameworks path|"
                r"shared support path|sheet|shift key down|shows alpha|shows state by|size(?: mode)"
                r"?|smart insert delete enabled|sort case sensitivity|sort column|sort order|"
                r"sort type|sorted(?: data rows)?|sound|source(?: mask)?|spell checking enabled|"
                r"starting page|state|string value|sub menu|super menu|super view|tab key traverses cells|"
                r"tab state|tab type|tab view|table view|tag|target(?: printer)?|text color|"
                r"text container insert|text container origin|text returned|tick mark position|"
                r"time stamp|title(?:d| (?:cell|font|height|position|rect))?|tool tip|toolbar|"
                r"trailing offset|transparent|treat packages as directories|truncated labels|"
                r"types|unmodified characters|update views|use sort indicator|user defaults|"
                r"uses data source|uses ruler|uses threaded animation|uses title from previous column|"
                r"value wraps|version|vertical(?: (?:line scroll|page scroll|ruler view))"
                r"?|vertically resizable|view|visible(?: document rect)?|volume|width|window|"
                r"windows menu|wraps|zoomable|zoomed)\b",
                Name.Attribute,
            ),
            (
                r"(?:action cell|alert reply|application|box|browser(?: cell)?|bundle|button(?: cell)"
                r"?|cell|clip view|color well|color-panel|combo box(?: item)?|control|data(?: (?:cell|"
                r"column|item|row|source))?|default entry|dialog reply|document|drag info|"
                r"drawer|event|font(?:-panel)?|formatter|image(?: (?:cell|view))?|matrix|"
                r"menu(?: item)?|item|movie(?: view)?|open-panel|outline view|panel|pasteboard|"
                r"plugin|popup button|progress indicator|responder|save-panel|scroll view|"
                r"secure text field(?: cell)?|slider|sound|split view|stepper|tab view(?: item)"
                r"?|table (?:column|header cell|header view|view)|text(?: (?:field(?: cell)"
                r"?|view))?|toolbar(?: item)?|user-defaults|view|window)s?\b",
                Name.Builtin,
            ),
            (
                r"(?:animate|append|call method|center|close drawer|close panel|display|display alert|"
                r"display dialog|display panel|go|hide|highlight|increment|item for|load image|"
                r"load movie|load nib|load panel|load sound|localized string|lock focus|log|"
                r"open drawer|path for|pause|perform action|play|register|resume|scroll|select(?: all)"
                r"?|show|size to fit|start|step back|step forward|stop|synchronize|unlock focus|"
                r"update)\b",
                Name.Builtin,
            ),
            (
                r"(?:(?:in )?back of|(?:in )?front of|[0-9]+(?:st|nd|rd|th)|first|second|"
                r"third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|after|back|before|behind|"
                r"every|front|index|last|middle|some|that|through|thru|where|whose)\b",
                Name.Builtin,
            ),
            (r'"(?:(?:\\\\|\\"|[^"])*+"|(?:[^"]|(?<=\\)")*")', String.Double),
            (r"[a-zA-Z]\w*\b", Name.Variable),
            (r"[-+]?(?:\d+\.\d*|\d*\.\d+)(?:E[-+][0-9]+)?", Number.Float),
            (r"[-+]?\d+", Number.Integer),
        ],
    }
