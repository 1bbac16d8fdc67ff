"""The character entities kramdown knows (kramdown: lib/kramdown/utils/entities.rb).

Version 2.4 knows those of HTML 4 and a few more; 2.5 knows a part of those of HTML 5 as well, of two
characters only the first. A number that several names share is written with the name listed last.
"""

from collections.abc import Mapping
from functools import cache
from html.entities import html5, name2codepoint
from typing import NamedTuple


class Entity(NamedTuple):
    """A character by its code point, with the name to write it by, if it has one."""

    code: int
    name: str | None


# Where the list of 2.4 departs from HTML 4, slips included: ceilings and angles have each other's numbers.
DEPARTURES: Mapping[str, int] = {
    "vellip": 8942,
    "rceil": 8968,
    "lceil": 8969,
    "rang": 9001,
    "lang": 9002,
    "apos": 39,
}

# Numbers of Windows-1252 that stand for other characters.
WINDOWS: Mapping[int, int] = {
    **{128: 8364, 130: 8218, 131: 402, 132: 8222, 133: 8230, 134: 8224, 135: 8225, 136: 710, 137: 8240},
    **{138: 352, 139: 8249, 140: 338, 142: 381, 145: 8216, 146: 8217, 147: 8220, 148: 8221, 149: 8226},
    **{150: 8211, 151: 8212, 152: 732, 153: 8482, 154: 353, 155: 8250, 156: 339, 158: 382, 159: 376},
}

NEW_IN_2_5 = """
Gammad gammad frac13 frac23 frac15 frac25 frac35 frac45 frac16 frac56 frac18 frac38 frac58 frac78 Lang Rang
loang roang xlarr longleftarrow LongLeftArrow xrarr longrightarrow LongRightArrow xharr longleftrightarrow
LongLeftRightArrow xlArr Longleftarrow DoubleLongLeftArrow xrArr Longrightarrow DoubleLongRightArrow xhArr
Longleftrightarrow DoubleLongLeftRightArrow xmap longmapsto dzigrarr nvlArr nvrArr nvHarr Map lbarr rbarr
bkarow lBarr rBarr dbkarow RBarr drbkarow DDotrahd UpArrowBar DownArrowBar Rarrtl latail ratail lAtail rAtail
larrfs rarrfs larrbfs rarrbfs nwarhk nearhk searhk hksearow swarhk hkswarow nwnear nesear toea seswar tosa
swnwar rarrc cudarrr ldca rdca cudarrl larrpl curarrm cularrp rarrpl harrcir Uarrocir lurdshar ldrushar
LeftRightVector RightUpDownVector DownLeftRightVector LeftUpDownVector LeftVectorBar RightVectorBar
RightUpVectorBar RightDownVectorBar DownLeftVectorBar DownRightVectorBar LeftUpVectorBar LeftDownVectorBar
LeftTeeVector RightTeeVector RightUpTeeVector RightDownTeeVector DownLeftTeeVector DownRightTeeVector
LeftUpTeeVector LeftDownTeeVector lHar uHar rHar dHar luruhar ldrdhar ruluhar rdldhar lharul llhard rharul
lrhard udhar UpEquilibrium duhar ReverseUpEquilibrium RoundImplies erarr simrarr larrsim rarrsim rarrap ltlarr
gtrarr subrarr suplarr lfisht rfisht ufisht dfisht lopar ropar lbrke rbrke lbrkslu rbrksld lbrksld rbrkslu
langd rangd lparlt rpargt gtlPar ltrPar vzigzag vangrt angrtvbd ange range dwangle uwangle angmsdaa angmsdab
angmsdac angmsdad angmsdae angmsdaf angmsdag angmsdah bemptyv demptyv cemptyv raemptyv laemptyv ohbar omid
opar operp olcross odsold olcir ofcir olt ogt cirscir cirE solb bsolb boxbox trisb rtriltri LeftTriangleBar
RightTriangleBar iinfin infintie nvinfin eparsl smeparsl eqvparsl lozf blacklozenge RuleDelayed dsol xodot
bigodot xoplus bigoplus xotime bigotimes xuplus biguplus xsqcup bigsqcup qint iiiint fpartint cirfnint awint
rppolint scpolint npolint pointint quatint intlarhk pluscir plusacir simplus plusdu plussim plustwo mcomma
minusdu loplus roplus Cross timesd timesbar smashp lotimes rotimes otimesas Otimes odiv triplus triminus
tritime iprod intprod amalg capdot ncup ncap capand cupor cupcap capcup cupbrcap capbrcup cupcup capcap ccups
ccaps ccupssm And Or andand oror orslope andslope andv orv andd ord wedbar sdote simdot congdot easter apacir
apE eplus pluse Esim Colone Equal eDDot ddotseq equivDD ltcir gtcir ltquest gtquest les LessSlantEqual
leqslant ges GreaterSlantEqual geqslant lesdot gesdot lesdoto gesdoto lesdotor gesdotol lap lessapprox gap
gtrapprox lne lneq gne gneq lnap lnapprox gnap gnapprox lEg lesseqqgtr gEl gtreqqless lsime gsime lsimg gsiml
lgE glE lesges gesles els eqslantless egs eqslantgtr elsdot egsdot el eg siml simg simlE simgE LessLess
GreaterGreater glj gla ltcc gtcc lescc gescc smt lat smte late bumpE pre preceq PrecedesEqual sce succeq
SucceedsEqual prE scE prnE precneqq scnE succneqq prap precapprox scap succapprox prnap precnapprox scnap
succnapprox Pr Sc subdot supdot subplus supplus submult supmult subedot supedot subE subseteqq supE supseteqq
subsim supsim subnE subsetneqq supnE supsetneqq csub csup csube csupe subsup supsub subsub supsup suphsub
supdsub forkv topfork mlcp Dashv DoubleLeftTee Vdashl Barv vBar vBarv Vbar Not bNot rnmid cirmid midcir topcir
nhpar parsim parsl fflig filig fllig ffilig ffllig Ascr Cscr Dscr Gscr Jscr Kscr Nscr Oscr Pscr Qscr Sscr Tscr
Uscr Vscr Wscr Xscr Yscr Zscr ascr bscr cscr dscr fscr hscr iscr jscr kscr lscr mscr nscr pscr qscr rscr sscr
tscr uscr vscr wscr xscr yscr zscr Afr Bfr Dfr Efr Ffr Gfr Jfr Kfr Lfr Mfr Nfr Ofr Pfr Qfr Sfr Tfr Ufr Vfr Wfr
Xfr Yfr afr bfr cfr dfr efr ffr gfr hfr ifr jfr kfr lfr mfr nfr ofr pfr qfr rfr sfr tfr ufr vfr wfr xfr yfr
zfr Aopf Bopf Dopf Eopf Fopf Gopf Iopf Jopf Kopf Lopf Mopf Oopf Sopf Topf Uopf Vopf Wopf Xopf Yopf aopf bopf
copf dopf eopf fopf gopf hopf iopf jopf kopf lopf mopf nopf oopf popf qopf ropf sopf topf uopf vopf wopf xopf
yopf zopf nvlt bne nvgt fjlig ThickSpace nrarrw npart nang caps cups nvsim race acE nesim NotEqualTilde napid
nvap nbump NotHumpDownHump nbumpe NotHumpEqual nedot bnequiv nvle nvge nlE nleqq ngE ngeqq NotGreaterFullEqual
lvertneqq lvnE gvertneqq gvnE nLtv NotLessLess nLt nGtv NotGreaterGreater nGt NotSucceedsTilde NotSubset
nsubset vnsub NotSuperset nsupset vnsup varsubsetneq vsubne varsupsetneq vsupne NotSquareSubset
NotSquareSuperset sqcaps sqcups nvltrie nvrtrie nLl nGg lesg gesl notindot notinE nrarrc NotLeftTriangleBar
NotRightTriangleBar ncongdot napE nleqslant nles NotLessSlantEqual ngeqslant nges NotGreaterSlantEqual
NotNestedLessLess NotNestedGreaterGreater smtes lates NotPrecedesEqual npre npreceq NotSucceedsEqual nsce
nsucceq nsubE nsubseteqq nsupE nsupseteqq varsubsetneqq vsubnE varsupsetneqq vsupnE nparsl
"""


@cache
def named_codes(version: str) -> Mapping[str, int]:
    codes = {**name2codepoint, **DEPARTURES}
    if version == "2.5":
        codes.update((name, ord(html5[f"{name};"][0])) for name in NEW_IN_2_5.split())
    return codes


@cache
def names_of_codes(version: str) -> Mapping[int, str]:
    return {code: name for name, code in named_codes(version).items()}


def entity_code(name: str, version: str) -> int | None:
    return named_codes(version).get(name)


def named_entity(name: str, version: str) -> Entity | None:
    """The entity of `&name;`; None for a name kramdown does not know."""
    code = named_codes(version).get(name)
    return None if code is None else Entity(code, name)


def numbered_entity(number: int, version: str) -> Entity:
    """The entity of `&#number;`."""
    code = WINDOWS.get(number, number)
    return Entity(code, names_of_codes(version).get(code))
