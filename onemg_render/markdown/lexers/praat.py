"""Praat (Rouge's lexers/praat.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, words
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
    if then else elsif elif endif fi for from to endfor endproc while endwhile repeat until select plus
    minus demo assert stopwatch nocheck nowarn noprogress editor endeditor clearinfo
"""

CLASSES = """
    Activation AffineTransform AmplitudeTier Art Artword Autosegment BarkFilter BarkSpectrogram CCA
    Categories Cepstrogram Cepstrum Cepstrumc ChebyshevSeries ClassificationTable Cochleagram Collection
    ComplexSpectrogram Configuration Confusion ContingencyTable Corpus Correlation Covariance
    CrossCorrelationTable CrossCorrelationTableList CrossCorrelationTables DTW DataModeler Diagonalizer
    Discriminant Dissimilarity Distance Distributions DurationTier EEG ERP ERPTier EditCostsTable
    EditDistanceTable Eigen Excitation Excitations ExperimentMFC FFNet FeatureWeights FileInMemory
    FilesInMemory Formant FormantFilter FormantGrid FormantModeler FormantPoint FormantTier
    GaussianMixture HMM HMM_Observation HMM_ObservationSequence HMM_State HMM_StateSequence
    HMMObservation HMMObservationSequence HMMState HMMStateSequence Harmonicity ISpline Index Intensity
    IntensityTier IntervalTier KNN KlattGrid KlattTable LFCC LPC Label LegendreSeries LinearRegression
    LogisticRegression LongSound Ltas MFCC MSpline ManPages Manipulation Matrix MelFilter MelSpectrogram
    MixingMatrix Movie Network OTGrammar OTHistory OTMulti PCA PairDistribution ParamCurve Pattern
    Permutation Photo Pitch PitchModeler PitchTier PointProcess Polygon Polynomial PowerCepstrogram
    PowerCepstrum Procrustes RealPoint RealTier ResultsMFC Roots SPINET SSCP SVD Salience ScalarProduct
    Similarity SimpleString SortedSetOfString Sound Speaker Spectrogram Spectrum SpectrumTier
    SpeechSynthesizer SpellingChecker Strings StringsIndex Table TableOfReal TextGrid TextInterval
    TextPoint TextTier Tier Transition VocalTract VocalTractTier Weight WordList
"""

FUNCTIONS = """
    backslashTrigraphsToUnicode chooseDirectory chooseReadFile chooseWriteFile date demoKey do
    environment extractLine extractWord fixed info left mid percent readFile replace replace_regex right
    selected string unicodeToBackslashTrigraphs
"""

FUNCTIONS_OF_NUMBERS = """
    abs appendFile appendFileLine appendInfo appendInfoLine arccos arccosh arcsin arcsinh arctan arctan2
    arctanh barkToHertz beginPause beginSendPraat besselI besselK beta beta2 binomialP binomialQ boolean
    ceiling chiSquareP chiSquareQ choice comment cos cosh createDirectory deleteFile demoClicked
    demoClickedIn demoCommandKeyPressed demoExtraControlKeyPressed demoInput demoKeyPressed
    demoOptionKeyPressed demoShiftKeyPressed demoShow demoWaitForInput demoWindowTitle demoX demoY
    differenceLimensToPhon do editor endPause endSendPraat endsWith erb erbToHertz erf erfc exitScript
    exp extractNumber fileReadable fisherP fisherQ floor gaussP gaussQ hash hertzToBark hertzToErb
    hertzToMel hertzToSemitones imax imin incompleteBeta incompleteGammaP index index_regex integer
    invBinomialP invBinomialQ invChiSquareQ invFisherQ invGaussQ invSigmoid invStudentQ length ln lnBeta
    lnGamma log10 log2 max melToHertz min minusObject natural number numberOfColumns numberOfRows
    numberOfSelected objectsAreIdentical option optionMenu pauseScript phonToDifferenceLimens plusObject
    positive randomBinomial randomGauss randomInteger randomPoisson randomUniform real readFile
    removeObject rindex rindex_regex round runScript runSystem runSystem_nocheck selectObject selected
    semitonesToHertz sentence sentencetext sigmoid sin sinc sincpi sinh soundPressureToPhon sqrt
    startsWith studentP studentQ tan tanh text variableExists word writeFile writeFileLine writeInfo
    writeInfoLine
"""

BUILTINS = """
    praatVersion tab shellDirectory homeDirectory preferencesDirectory newline temporaryDirectory
    defaultDirectory
"""

CONSTANTS = "all average e left macintosh mono pi praatVersion right stereo undefined unix windows"

OBJECTS = """
    Object Activation AffineTransform AmplitudeTier Art Artword Autosegment BarkFilter BarkSpectrogram
    CCA Categories Cepstrogram Cepstrum Cepstrumc ChebyshevSeries ClassificationTable Cochleagram
    Collection ComplexSpectrogram Configuration Confusion ContingencyTable Corpus Correlation Covariance
    CrossCorrelationTable CrossCorrelationTableList CrossCorrelationTables DTW DataModeler Diagonalizer
    Discriminant Dissimilarity Distance Distributions DurationTier EEG ERP ERPTier EditCostsTable
    EditDistanceTable Eigen Excitation Excitations ExperimentMFC FFNet FeatureWeights FileInMemory
    FilesInMemory Formant FormantFilter FormantGrid FormantModeler FormantPoint FormantTier
    GaussianMixture HMM HMM_Observation HMM_ObservationSequence HMM_State HMM_StateSequence
    HMMObservation HMMObservationSequence HMMState HMMStateSequence Harmonicity ISpline Index Intensity
    IntensityTier IntervalTier KNN KlattGrid KlattTable LFCC LPC Label LegendreSeries LinearRegression
    LogisticRegression LongSound Ltas MFCC MSpline ManPages Manipulation Matrix MelFilter MelSpectrogram
    MixingMatrix Movie Network OTGrammar OTHistory OTMulti PCA PairDistribution ParamCurve Pattern
    Permutation Photo Pitch PitchModeler PitchTier PointProcess Polygon Polynomial PowerCepstrogram
    PowerCepstrum Procrustes RealPoint RealTier ResultsMFC Roots SPINET SSCP SVD Salience ScalarProduct
    Similarity SimpleString SortedSetOfString Sound Speaker Spectrogram Spectrum SpectrumTier
    SpeechSynthesizer SpellingChecker Strings StringsIndex Table TableOfReal TextGrid TextInterval
    TextPoint TextTier Tier Transition VocalTract VocalTractTier Weight WordList
"""


class Praat(StateLexer):
    """Praat."""

    tokens = {
        "root": [
            (r"(\s+)(#.*?$)", groups(Text, Comment.Single)),
            (r"^#.*?$", Comment.Single),
            (r";[^\n]*", Comment.Single),
            (r"\s+", Text),
            (r"(procedure)(\s+)", groups(Keyword, Text), "procedure_definition"),
            (r"(call)(\s+)", groups(Keyword, Text), "procedure_call"),
            (r"@", Name.Function, "procedure_call"),
            include("function_call"),
            (r"select all\b", Keyword),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (r"(form\b)(\s+)([^\n]+)", groups(Keyword, Text, String), "old_form"),
            (
                r"(print(?:line|tab)?|echo|exit|asserterror|pause|send(?:praat|socket)|include|"
                r"execute|system(?:_nocheck)?)(\s+)",
                groups(Keyword, Text),
                "string_unquoted",
            ),
            (r"(goto|label)(\s+)(\w+)", groups(Keyword, Text, Name.Label)),
            include("variable_name"),
            include("number"),
            (r'"', String, "string"),
            (rf"{words(CLASSES)}(?=\s+\S+\n)", Name.Class, "string_unquoted"),
            (r"(?=[A-Z])", Text, "command"),
            (r"\.{3}|[)(,\$]", Punctuation),
        ],
        "command": [
            (r" ?[^\s:\.']+ ?", Keyword),
            include("string_interpolated"),
            (r"\.{3}", Keyword, ("#pop", "old_arguments")),
            (r":", Keyword, ("#pop", "comma_list")),
            (r"[\s]", Text, "#pop"),
        ],
        "procedure_call": [
            include("string_interpolated"),
            (r":|\s*\(", Punctuation, "#pop"),
            (r"'", Name.Function),
            (r"[^:\('\s]+", Name.Function),
            (r"(?=\s+)", Text, ("#pop", "old_arguments")),
        ],
        "procedure_definition": [
            (r":|\s*\(", Punctuation, "#pop"),
            (r"[^:\(\s]+", Name.Function),
            (r"\s+", Text, "#pop"),
        ],
        "function_call": [
            (rf"{words(FUNCTIONS)}\$(?=\s*[:(])", Name.Function, "function"),
            (
                r"(?:linear|randomGauss|randomInteger|randomUniform|zero)#(?=\s*[:(])",
                Name.Function,
                "function",
            ),
            (rf"{words(FUNCTIONS_OF_NUMBERS)}(?=\s*[:(])", Name.Function, "function"),
        ],
        "function": [
            (r"\s+", Text),
            (r":|\s*\(", Text, ("#pop", "comma_list")),
        ],
        "comma_list": [
            (r"(\s*\n\s*)(\.{3})", groups(Text, Punctuation)),
            (r"\s*[\])\n]", Text, "#pop"),
            (r"\s+", Text),
            (r'"', String, "string"),
            (r"(?:if|then|else|fi|endif)\b", Keyword),
            include("function_call"),
            include("variable_name"),
            include("operator"),
            include("number"),
            (r"[()]", Text),
            (r",", Punctuation),
        ],
        "old_arguments": [
            (r"\n", Text, "#pop"),
            include("variable_name"),
            include("operator"),
            include("number"),
            (r'"', String, "string"),
            (r"[^\n]", Text),
        ],
        "number": [
            (r"\n", Text, "#pop"),
            (r"\d+(?:\.\d*)?(?:[eE][-+]?\d+)?%?", Number),
        ],
        "variable_name": [
            include("operator"),
            include("number"),
            (rf"{words(BUILTINS)}\$", Name.Builtin),
            (rf"{words(CONSTANTS)}(?!\$)\b", Name.Builtin),
            (rf"{words(OBJECTS)}_", Name.Builtin, "object_reference"),
            (r"\.?[a-z][a-zA-Z0-9_.]*(?:\$|#)?", Text),
            (r"[\[\]]", Text, "comma_list"),
            include("string_interpolated"),
        ],
        "object_reference": [
            include("string_interpolated"),
            (r"[a-z][a-zA-Z0-9_]*|\d+", Name.Builtin),
            (r"\.(?:ncol|nrow|xmin|ymin|xmax|ymax|nx|ny|dx|dy)\b", Name.Builtin, "#pop"),
            (r"\$", Name.Builtin),
            (r"\[", Text, "#pop"),
        ],
        "operator": [
            (r"[+/*<>=!-]=?|[&*|][&*|]?|\^|<>", Operator),
            (r"(?:and|or|not|div|mod)(?![\w.])", Operator.Word),
        ],
        "string_interpolated": [
            (r"'[\._a-z][^\[\]'\":]*(?:\[(?:[\d,]+|\"[\w,]+\")\])?(?::[0-9]+)?'", String.Interpol),
        ],
        "string_unquoted": [
            (r"\n\s*\.{3}", Punctuation),
            (r"\n", Text, "#pop"),
            (r"\s", Text),
            include("string_interpolated"),
            (r"'", String),
            (r"[^'\n]+", String),
        ],
        "string": [
            (r"\n\s*\.{3}", Punctuation),
            (r'"', String, "#pop"),
            include("string_interpolated"),
            (r"'", String),
            (r"[^'\"\n]+", String),
        ],
        "old_form": [
            (r"(\s+)(#.*?$)", groups(Text, Comment.Single)),
            (r"\s+", Text),
            (r"(optionmenu|choice)([ \t]+\S+:[ \t]+)", groups(Keyword, Text), "number"),
            (r"(option|button)([ \t]+)", groups(Keyword, Text), "string_unquoted"),
            (r"(sentence|text)([ \t]+\S+)", groups(Keyword, Text), "string_unquoted"),
            (r"(word)([ \t]+\S+[ \t]*)(\S+)?([ \t]+.*)?", groups(Keyword, Text, String, Text)),
            (r'(boolean)(\s+\S+\s*)(0|1|"?(?:yes|no)"?)', groups(Keyword, Text, Name.Variable)),
            (
                r"(real|natural|positive|integer)([ \t]+\S+[ \t]*)([+-]?)",
                groups(Keyword, Text, Operator),
                "number",
            ),
            (r"(comment)(\s+)", groups(Keyword, Text), "string_unquoted"),
            (r"endform\b", Keyword, "#pop"),
        ],
    }
