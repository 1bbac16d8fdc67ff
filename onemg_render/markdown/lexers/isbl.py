"""ISBL (Rouge's lexers/isbl.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, include, word_file, word_set
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

CONSTANTS = word_set(word_file("isbl_constants"))

INTERFACES = word_set("""
    iaccessrights iaccountrepository iaccountselectionrestrictions iaction iactionlist
    iadministrationhistorydescription ianchors iapplication iarchiveinfo iattachment iattachmentlist
    ichecklistbox icheckpointedlist icolumn icomponent icomponentdescription icomponenttoken
    icomponenttokenfactory icomponenttokeninfo icomprecordinfo iconnection icontents icontrol
    icontroljob icontroljobinfo icontrollist icrypto icrypto2 icustomjob icustomjobinfo icustomlistbox
    icustomobjectwizardstep icustomwork icustomworkinfo idataset idatasetaccessinfo idatasigner
    idatecriterion idaterequisite idaterequisitedescription idatevalue ideaaccessrights ideaobjectinfo
    idevelopmentcomponentlock idialog idialogfactory idialogpickrequisiteitems idialogsfactory
    idicsfactory idocrequisite idocumentinfo iduallistdialog iecertificate iecertificateinfo
    iecertificates ieditcontrol ieditorform iedmsexplorer iedmsobject iedmsobjectdescription
    iedmsobjectfactory iedmsobjectinfo iedocument iedocumentaccessrights iedocumentdescription
    iedocumenteditor iedocumentfactory iedocumentinfo iedocumentstorage iedocumentversion
    iedocumentversionlistdialog iedocumentversionsource iedocumentwizardstep iedocversignature
    iedocversionstate ienabledmode iencodeprovider iencrypter ievent ieventlist iexception
    iexternalevents iexternalhandler ifactory ifield ifiledialog ifolder ifolderdescription
    ifolderdialog ifolderfactory ifolderinfo iforeach iform iformtitle iformwizardstep iglobalidfactory
    iglobalidinfo igrid ihasher ihistorydescription ihyperlinkcontrol iimagebutton iimagecontrol
    iinnerpanel iinplacehint iintegercriterion iintegerlist iintegerrequisite iintegervalue
    iisbleditorform ijob ijobdescription ijobfactory ijobform ijobinfo ilabelcontrol
    ilargeintegercriterion ilargeintegerrequisite ilargeintegervalue ilicenseinfo ilifecyclestage ilist
    ilistbox ilocalidinfo ilocalization ilock imemorydataset imessagingfactory imetadatarepository
    inotice inoticeinfo inumericcriterion inumericrequisite inumericvalue iobject iobjectdescription
    iobjectimporter iobjectinfo iobserver ipanelgroup ipickcriterion ipickproperty ipickrequisite
    ipickrequisitedescription ipickrequisiteitem ipickrequisiteitems ipickvalue iprivilege
    iprivilegelist iprocess iprocessfactory iprocessmessage iprogress iproperty ipropertychangeevent
    iquery ireference ireferencecriterion ireferenceenabledmode ireferencefactory
    ireferencehistorydescription ireferenceinfo ireferencerecordcardwizardstep
    ireferencerequisitedescription ireferencesfactory ireferencevalue irefrequisite ireport
    ireportfactory irequisite irequisitedescription irequisitedescriptionlist irequisitefactory
    irichedit iroutestep irule irulelist ischemeblock iscript iscriptfactory isearchcriteria
    isearchcriterion isearchdescription isearchfactory isearchfolderinfo isearchforobjectdescription
    isearchresultrestrictions isecuredcontext iselectdialog iserverevent iservereventfactory
    iservicedialog iservicefactory isignature isignprovider isignprovider2 isignprovider3
    isimplecriterion istringcriterion istringlist istringrequisite istringrequisitedescription
    istringvalue isystemdialogsfactory isysteminfo itabsheet itask itaskabortreasoninfo
    itaskcardwizardstep itaskdescription itaskfactory itaskinfo itaskroute itextcriterion itextrequisite
    itextvalue itreelistselectdialog iuser iuserlist ivalue iview iwebbrowsercontrol iwizard
    iwizardaction iwizardfactory iwizardformelement iwizardparam iwizardpickparam iwizardreferenceparam
    iwizardstep iworkaccessrights iworkdescription iworkflowaskableparam iworkflowaskableparams
    iworkflowblock iworkflowblockresult iworkflowenabledmode iworkflowparam iworkflowpickparam
    iworkflowreferenceparam iworkstate iworktreecustomnode iworktreejobnode iworktreetasknode
    ixmleditorform sbcrypto
""")

KEYWORDS = """
    and else endexcept endfinally endforeach endif endwhile except exitfor finally foreach if in not or
    try while в все если и или иначе конецвсе конецесли конецпока не пока
"""

BUILTIN_CONSTANTS = word_file("isbl_constants_2")

GLOBALS = """
    altstate application calltype componenttokens controlstate createdjobs creatednotices dialogresult
    dialogs edocuments edocumentversionsource folders globalids inputvalue job jobs lookupreference
    lookuprequisitenames lookupsearch object parentcomponent processes references reportname reports
    requisite result scripts searches selectedattachments selecteditems selectmode sender serverevents
    servicefactory shiftstate subtask systemdialogs tasks wizard wizards work вызовспособ имяотчета
    реквзнач
"""


class ISBL(StateLexer):
    """ISBL."""

    def name(self) -> None:
        if self[0].lower() in CONSTANTS:
            self.emit(Name.Builtin)
        elif self.inside("type"):
            self.emit(Keyword.Type)
        else:
            self.emit(Name)
        self.pop()

    def name_2(self) -> None:
        if self[0].lower() in INTERFACES:
            self.emit(Keyword.Type)
        else:
            self.emit(Name)
        self.pop()

    tokens = {
        "whitespace": [
            (r"\s+", Text),
            (r"//.*?$", Comment.Single),
            (r"(?s:/[*].*?[*]/)", Comment.Multiline),
        ],
        "dotted": [
            include("whitespace"),
            (r"(?iu:[a-zа-яё_0-9]+)", name),
        ],
        "type": [
            include("whitespace"),
            (r"(?iu:[a-zа-яё_0-9]+)", name_2),
            (r"[.]", Punctuation, "dotted"),
            (r"", Text, "#pop"),
        ],
        "root": [
            include("whitespace"),
            (r"[:]", Punctuation, "type"),
            (r"[.]", Punctuation, "dotted"),
            (r"[\[\]();]", Punctuation),
            (r"[&*+=<>/-]", Operator),
            (r"(?iu:\b[a-zа-яё_][a-zа-яё_0-9]*(?=[(]))", Name.Function),
            (
                r"(?iu:[a-zа-яё_!][a-zа-яё_0-9]*)",
                by_word(
                    (Keyword, KEYWORDS),
                    (Name.Builtin, BUILTIN_CONSTANTS),
                    (Name.Variable.Global, GLOBALS),
                    default=Name.Variable,
                    fold=str.lower,
                ),
            ),
            (r"\d+(?:\.\d+)?\b", Number),
            (r'(?s:["].*?["])', String.Double),
            (r"(?s:['].*?['])", String.Single),
        ],
    }
