"""Mosel (Rouge's lexers/mosel.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, words
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Punctuation, String, Text

BUILTINS = """
    abs arctan assert bitflip bitneg bitset bitshift bittest bitval ceil cos create currentdate
    currenttime cuthead cuttail delcell exists exit exp exportprob fclose fflush finalize findfirst
    findlast floor fopen fselect fskipline getact getcoeff getcoeffs getdual getfid getfirst gethead
    getfname getlast getobjval getparam getrcost getreadcnt getreverse getsize getslack getsol gettail
    gettype getvars iseof ishidden isodd ln log makesos1 makesos2 maxlist minlist publish random read
    readln reset reverse round setcoeff sethidden setioerr setname setparam setrandseed settype sin
    splithead splittail sqrt strfmt substr timestamp unpublish write writeln
"""

FUNCTIONS = """
    addmipsol basisstability calcsolinfo clearmipdir clearmodcut command copysoltoinit defdelayedrows
    defsecurevecs estimatemarginals fixglobal getbstat getdualray getiis getiissense getiistype
    getinfcause getinfeas getlb getloadedlinctrs getloadedmpvars getname getprimalray getprobstat
    getrange getsensrng getsize getsol getub getvars implies indicator isiisvalid isintegral loadbasis
    loadmipsol loadprob maximize minimize postsolve readbasis readdirs readsol refinemipsol rejectintsol
    repairinfeas resetbasis resetiis resetsol savebasis savemipsol savesol savestate selectsol setbstat
    setcallback setcbcutoff setgndata setlb setmipdir setmodcut setsol setub setucbdata stopoptimize
    unloadprob writebasis writedirs writeprob writesol xor
"""

PROPERTIES = """
    datefmt datetimefmt monthnames sys_endparse sys_fillchar sys_pid sys_qtype sys_regcache sys_sepchar
"""

MODULE_PROPERTIES = """
    conntmpl defaultnode fsrvdelay fsrvnbiter fsrvport jobid keepalive nodenumber parentnumber
"""


class Mosel(StateLexer):
    """Mosel."""

    tokens = {
        "whitespace": [
            (r"\s+", Text),
            (r"!.*$\n?", Comment.Single),
            (r"(?s:\(!.*?!\))", Comment.Multiline),
        ],
        "single_quotes": [
            (r"'", String.Single, "#pop"),
            (r"[^']+", String.Single),
        ],
        "double_quotes": [
            (r'"', String.Double, "#pop"),
            (r'\\"|\\[0-7]{1,3}\D|\\[abfnrtv]|\\\\', String.Escape),
            (r'[^"]', String.Double),
        ],
        "base": [
            (r'"', String.Double, "double_quotes"),
            (r"'", String.Single, "single_quotes"),
            (
                r"(?:0(?:x|X)[0-9a-fA-F]*|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:(?:e|E)(?:\+|-)?[0-9]+)"
                r"?)(?:L|l|UL|ul|u|U|F|f|ll|LL|ull|ULL)?",
                Number,
            ),
            (r"[~!@#\$%\^&\*\(\)\+`\-={}\[\]:;<>\?,\./\|\\]", Punctuation),
            (r"(?i:(?:true|false)\b)", Name.Builtin),
            (
                r"(?i:(?:and|array|as|boolean|break|case|count|counter|declarations|div|do|"
                r"dynamic|elif|else|end|evaluation|exit|false|forall|forward|from|function|"
                r"if|imports|in|include|initialisations|initializations|integer|inter|is_binary|"
                r"is_continuous|is_free|is_integer|is_partint|is_semcont|is_semint|is_sos1|"
                r"is_sos2|linctr|list|max|min|mod|model|mpvar|next|not|of|options|or|package|"
                r"parameters|procedure|public|prod|range|real|record|repeat|requirements|"
                r"set|string|sum|then|to|true|union|until|uses|version|while|with)\b)",
                Keyword,
            ),
            (rf"{words(BUILTINS)}\b", Name.Builtin),
            (rf"{words(FUNCTIONS)}\b", Name.Function),
            (r"(?:XPRS_OPT|XPRS_UNF|XPRS_INF|XPRS_UNB|XPRS_OTH)\b", Name.Constant),
            (
                r"(?i:(?:XPRS_colorder|XPRS_enumduplpol|XPRS_enummaxsol|XPRS_enumsols|XPRS_fullversion|"
                r"XPRS_loadnames|XPRS_problem|XPRS_probname|XPRS_verbose)\b)",
                Name.Property,
            ),
            (
                r"(?i:(?:addmonths|copytext|cuttext|deltext|endswith|expandpath|fcopy|fdelete|"
                r"findfiles|findtext|fmove|getasnumber|getchar|getcwd|getdate|getday|getdaynum|"
                r"getdays|getdirsep|getendparse|setendparse|getenv|getfsize|getfstat|getftime|"
                r"gethour|getminute|getmonth|getmsec|getpathsep|getqtype|setqtype|getsecond|"
                r"getsepchar|setsepchar|getsize|getstart|setstart|getsucc|setsucc|getsysinfo|"
                r"getsysstat|gettime|gettmpdir|gettrim|settrim|getweekday|getyear|inserttext|"
                r"isvalid|makedir|makepath|newtar|newzip|nextfield|openpipe|parseextn|parseint|"
                r"parsereal|parsetext|pastetext|pathmatch|pathsplit|qsort|quote|readtextline|"
                r"regmatch|regreplace|removedir|removefiles|setchar|setdate|setday|setenv|"
                r"sethour|setminute|setmonth|setmsec|setsecond|settime|setyear|sleep|startswith|"
                r"system|tarlist|textfmt|tolower|toupper|trim|untar|unzip|ziplist)\b)",
                Name.Function,
            ),
            (rf"{words(PROPERTIES)}\b", Name.Property),
            (
                r"(?i:(?:clearaliases|connect|disconnect|findxsrvs|getaliases|getbanner|gethostalias|"
                r"sethostalias|compile|detach|getannidents|getannotations|getexitcode|getgid|"
                r"getid|getnode|getrmtid|getstatus|getuid|load|reset|resetmodpar|run|setcontrol|"
                r"setdefstream|setmodpar|setworkdir|stop|unload|dropnextevent|getclass|getfromgid|"
                r"getfromid|getfromuid|getnextevent|getvalue|isqueueempty|nullevent|peeknextevent|"
                r"send|setgid|setuid|wait|waitfor)\b)",
                Name.Function,
            ),
            (rf"{words(MODULE_PROPERTIES)}\b", Name.Property),
            (r"[a-zA-Z_][a-zA-Z0-9_]*", Name),
        ],
        "root": [
            include("whitespace"),
            include("base"),
        ],
    }
