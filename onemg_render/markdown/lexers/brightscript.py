"""BrightScript (Rouge's lexers/brightscript.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, word_table
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

BUILTINS = """
    roAppInfo roAppManager roAppendFile roArray roAssociativeArray roAudioGuide roAudioMetadata
    roAudioPlayer roAudioPlayerEvent roAudioResourceroBitmap roBoolean roBrSub roBrightPackage roButton
    roByteArray roCECStatusEvent roCaptionRenderer roCaptionRendererEvent roCecInterface roChannelStore
    roChannelStoreEvent roClockWidget roCodeRegistrationScreen roCodeRegistrationScreenEventroCompositor
    roControlDown roControlPort roControlUp roCreateFile roDataGramSocket roDatagramReceiver
    roDatagramSender roDateTime roDeviceInfo roDeviceInfoEvent roDoubleroEVPCipher roEVPDigest
    roFileSystem roFileSystemEvent roFloat roFont roFontMetrics roFontRegistry roFunction roGlobal
    roGpio roGridScreen roGridScreenEvent roHMAC roHdmiHotPlugEventroHdmiStatus roHdmiStatusEvent
    roHttpAgent roIRRemote roImageCanvas roImageCanvasEvent roImageMetadata roImagePlayer
    roImageWidgetroInput roInputEvent roInt roInvalid roKeyboard roKeyboardPress roKeyboardScreen
    roKeyboardScreenEventroList roListScreen roListScreenEvent roLocalization roLongInteger
    roMessageDialog roMessageDialogEvent roMessagePort roMicrophone roMicrophoneEvent
    roNetworkConfiguration roOneLineDialog roOneLineDialogEventroParagraphScreen roParagraphScreenEvent
    roPath roPinEntryDialog roPinEntryDialogEvent roPinentryScreen roPosterScreen
    roPosterScreenEventroProgramGuide roQuadravoxButton roRSA roReadFile roRectangleroRegexroRegion
    roRegistry roRegistrySection roResourceManager roRssArticle roRssParser roSGNode roSGNodeEvent
    roSGScreenroSGScreenEvent roSNS5 roScreen roSearchHistory roSearchScreen roSearchScreenEvent
    roSerialPort roSlideShowroSlideShowEvent roSocketAddress roSocketEvent roSpringboardScreen
    roSpringboardScreenEventroSprite roStorageInfo roStreamSocket roStringroSystemLogroSystemLogEvent
    roSystemTime roTextFieldroTextScreen roTextScreenEvent roTextToSpeech roTextToSpeechEvent
    roTextureManager roTextureRequest roTextureRequestEventroTextWidget roTimer roTimespan roTouchScreen
    roTunerroTunerEvent roUniversalControlEvent roUrlEvent roUrlTransfer roVideoEvent roVideoInput
    roVideoMode roVideoPlayer roVideoPlayerEvent roVideoScreen roVideoScreenEventroWriteFile
    roXMLElement roXMLList
"""

KEYWORD_RESERVEDS = """
    BOX CREATEOBJECT DIM EACH ELSE ELSEIF END ENDFUNCTION ENDIF ENDSUB ENDWHILE EVAL EXIT EXITWHILE
    FALSE FOR FUNCTION GETGLOBALAA GETLASTRUNCOMPILEERROR GETLASTRUNRUNTIMEERROR GOTO IF IN INVALID LET
    LINE_NUM M NEXT OBJFUN POS PRINT REM RETURN RUN STEP STOP SUB TAB TO TRUE TYPE WHILE
"""

KEYWORD_RESERVED_UNSUPPORTEDS = "CLASS CONST IMPORT LIBRARY NAMESPACE PRIVATE PROTECTED PUBLIC"

KEYWORD_TYPES = """
    BOOLEAN DIM DOUBLE DYNAMIC FLOAT FUNCTION INTEGER INTERFACE INVALID LONGINTEGER OBJECT STRING VOID
"""

NAME_BUILTINS = """
    ABS ASC ATN CDBL CHR CINT CONTROL COPYFILE COS CREATEDIRECTORY CSNG DELETEDIRECTORY DELETEFILE EXP
    FINDMEMBERFUNCTION FINDNODE FIX FORMATDRIVEFORMATJSON GETINTERFACE INSTR INT LCASE LEFT LEN LISTDIR
    LOG MATCHFILES MID MOVEFILE OBSERVEFIELD PARSEJSON PARSEXML READASCIIFILE REBOOTSYSTEM RIGHT RND
    RUNGARBAGECOLLECTOR SGN SIN SLEEP SQR STR STRI STRING STRINGI STRTOI SUBSTITUTE TANTEXTTOP TEXT
    TRUCASE UPTIME VALVISIBLE VISIBLE WAIT
"""

OPERATOR_WORDS = "AND AS MOD NOT OR THEN"

OBJECTS = frozenset(BUILTINS.split())
WORDS = word_table(
    (Keyword.Reserved, KEYWORD_RESERVEDS),
    (Keyword.Reserved, KEYWORD_RESERVED_UNSUPPORTEDS),
    (Keyword.Type, KEYWORD_TYPES),
    (Name.Builtin, NAME_BUILTINS),
    (Operator.Word, OPERATOR_WORDS),
)


class Brightscript(StateLexer):
    """BrightScript."""

    def name(self) -> None:
        found = Keyword.Reserved if self[0] in OBJECTS else WORDS.get(self[0].upper(), Name)
        self.emit(found)

    tokens = {
        "root": [
            (r"\s+", Whitespace),
            (r"'.*", Comment.Single),
            (r"(?i:REM.*)", Comment.Single),
            (r"[~!%^&*+=\|?:<>/-]", Operator),
            (r"(?i:\d*\.\d+(?:e-?\d+)?)", Number.Float),
            (r"(?i:\d+[lu]*)", Number.Integer),
            (r'".*?"', String.Double),
            (r"(?i:[$a-z_][a-z0-9_]*)(?=\s*[(])", Name.Function),
            (r"[()\[\],.;{}]", Punctuation),
            (
                r"(?i:[$a-z_][a-z0-9_]*)",
                name,
            ),
        ],
    }
