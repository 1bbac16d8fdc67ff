"""OCL (Rouge's lexers/ocl.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word
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

OPERATORS = "and implies not or xor"

KEYWORDS_TYPES = """
    Bag Boolean Collection Integer OclInvalid OclMessage OclState OclVoid OrderedSet Real Sequence Set
    String Tuple TupleType UnlimitedNatural
"""

KEYWORDS = """
    body context def derive else endif endpackage if import in init inv let package post pre then
"""

BUILTINS = "@pre false invalid null result self true"

FUNCTIONS = """
    allInstances any append asBag asOrderedSet asSequence asSet at average characters closure collect
    collectNested concat conformsTo count div equalsIgnoreCase excludes excludesAll excluding exists
    first flatten floor forAll hasReturned includes includesAll including indexOf insertAt intersection
    isEmpty isOperationCallabs isSignalSent isUnique iterate last max min mod notEmpty oclAsSet
    oclAsType oclInState oclIsInvalid oclIsKindOf oclIsNew oclIsTypeOf oclIsUndefined oclLocale oclType
    one prepend product reject result reverse round select selectByKind selectByType size sortedBy
    subOrderedSet subSequence substring sum symmetricDifferencecount toBoolean toInteger toLowerCase
    toReal toString toUpperCase union
"""


class OCL(StateLexer):
    """OCL."""

    tokens = {
        "single_string": [
            (r"\\.", String.Escape),
            (r"'", String.Single, "#pop"),
            (r"[^\\']+", String.Single),
        ],
        "root": [
            (r"\s+", Text),
            (r"--.*", Comment.Single),
            (r"\d+", Number.Integer),
            (r"'", String.Single, "single_string"),
            (r"[->|+*/<>=~!@#%&|?^-]", Operator),
            (r"[;:()\[\],.]", Punctuation),
            (
                r"\w[\w\d]*",
                by_word(
                    (Operator, OPERATORS),
                    (Keyword.Declaration, KEYWORDS_TYPES),
                    (Keyword, KEYWORDS),
                    (Name.Builtin, BUILTINS),
                    (Name.Function, FUNCTIONS),
                    default=Name,
                ),
            ),
        ],
    }
