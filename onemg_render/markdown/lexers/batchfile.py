"""Batchfile (Rouge's lexers/batchfile.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_table
from onemg_render.markdown.lexers.tokens import Comment, Error, Keyword, Name, Number, Operator, String, Text

DEVICES = """
    aux com1 com2 com3 com4 com5 com6 com7 com8 com9 con lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9
    nul prn
"""

KEYWORDS = "call do else exit for goto if in"

OPERATOR_WORDS = "cmdextversion defined equ errorlevel exist geq gtr leq lss neq not"

BUILTIN_COMMANDS = """
    assoc attrib bcdedit break cacls cd chcp chdir chkdsk chkntfs choice cls cmd color comp compact
    convert copy date del dir diskpart doskey dpath driverquery echo endlocal erase fc find findstr
    format fsutil ftype gpresult graftabl help icacls label md mkdir mklink mode more move openfiles
    path pause popd print prompt pushd rd recover ren rename replace rmdir robocopy sc schtasks setlocal
    shift shutdown sort start subst systeminfo takeown taskkill tasklist time timeout title tree type
    ver verify vol waitfor wmic xcopy
"""

OTHER_COMMANDS = """
    addusers admodcmd ansicon arp at bcdboot bitsadmin browstat certreq certutil change cidiag cipher
    cleanmgr clip cmdkey compress convertcp coreinfo csccmd cscript csvde curl debug defrag delprof
    deltree devcon diamond dirquota diruse diskshadow diskuse dism dnscmd dsacls dsadd dsget dsmgmt
    dsmod dsmove dsquery dsregcmd dsrm edlin eventcreate expand extract fdisk fltmc forfiles freedisk
    ftp getmac gpupdate hostname ifmember inuse ipconfig kill lgpo lodctr logman logoff logtime makecab
    mapisend mbsacli mem mountvol moveuser msg mshta msiexec msinfo32 mstsc nbtstat net net1 netdom
    netsh netstat nlsinfo nltest now nslookup ntbackup ntdsutil ntoskrnl ntrights nvspbind pathping
    perms ping pngout pnputil portqry powercfg printbrm prncnfg prnmngr procdump psexec psfile psgetsid
    psinfo pskill pslist psloggedon psloglist pspasswd psping psservice psshutdown pssuspend qbasic
    qgrep qprocess query quser qwinsta rasdial reg reg1 regdump regedt32 regini regsvr32 reset restore
    rmtshare route rpcping run runas rundll32 scandisk setspn setx sfc share shellrunas shortcut
    sigcheck sleep slmgr strings subinacl sysmon telnet tftp tlist touch tracerpt tracert tscon tsdiscon
    tskill tttracer typeperf tzutil undelete unformat verifier vmconnect vssadmin w32tm wbadmin wecutil
    wevtutil wget where whoami windiff winrm winrs wpeutil wpr wscript wuauclt wusa
"""

ATTRIBUTES = "disable enabledelayedexpansion enableextensions off on"

# "set".casecmp is true of any word in Rouge, so that the rest are declarations
WORDS = word_table(
    (Keyword.Reserved, DEVICES),
    (Keyword, KEYWORDS),
    (Operator.Word, OPERATOR_WORDS),
    (Name.Builtin, BUILTIN_COMMANDS),
    (Name.Builtin, OTHER_COMMANDS),
    (Name.Attribute, ATTRIBUTES),
)


class Batchfile(StateLexer):
    """Batchfile."""

    def word(self) -> None:
        name = self[1]
        token = WORDS.get(name, Keyword.Declaration)
        if token is Name.Builtin:
            self.emit(token)
        else:
            self.groups(token, Error)

    tokens = {
        "basic": [
            (r"(?i:@?\brem\b.*$)", Comment),
            (r"^::.*$", Comment),
            (r"(?i::[a-z]+)", Name.Label),
            (r"(?i:([a-z]\w*)(\.exe|com|bat|cmd|msi)?)", word),
            (r"(?i:(?:[/\+]|--?)[a-z]+\s*)", Name.Attribute),
            include("expansions"),
            (r"[<>&|(){}\[\]\-+=;,~?*]", Operator),
        ],
        "escape": [
            (r"(?s:\^.)", String.Escape),
        ],
        "expansions": [
            (r"(?i:[%!]+[a-z_$@#]+[%!]+)", Name.Variable),
            (r"(?i:%+~?[a-z]+\d?)", Name.Variable.Magic),
        ],
        "double_quotes": [
            include("escape"),
            (r'["]', String.Double, "#pop"),
            include("expansions"),
            (r'[^\^"%!]+', String.Double),
        ],
        "single_quotes": [
            include("escape"),
            (r"[']", String.Single, "#pop"),
            include("expansions"),
            (r"[^\^'%!]+", String.Single),
        ],
        "backtick": [
            include("escape"),
            (r"[`]", String.Backtick, "#pop"),
            include("expansions"),
            (r"[^\^`%!]+", String.Backtick),
        ],
        "data": [
            (r"\s+", Text),
            (r"(?i:0x[0-9a-f]+)", Number.Hex),
            (r"[0-9]", Number),
            (r'["]', String.Double, "double_quotes"),
            (r"[']", String.Single, "single_quotes"),
            (r"[`]", String.Backtick, "backtick"),
            (r"[^\s&|()\[\]{}\^=;!%+\-,\"'`~?*]+", Text),
            include("escape"),
        ],
        "root": [
            include("basic"),
            include("data"),
        ],
    }
