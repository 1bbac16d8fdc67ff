"""Coq (Rouge's lexers/coq.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_table
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
)
from onemg_render.util.patterns import regex

GALLINA = """
    Prop Set Type as else end forall fun if in let match return then
"""

COQ = """
    About Arguments Check Class CoFixpoint CoInductive Compute Context Corollary Defined Definition End
    Eval Example Existing Export Fixpoint Global Goal Hint Immediate Import Include Inductive Infix
    Instance Lemma Local Ltac Module Monomorphic Notation Opaque Polymorphic Print Printing Proof Qed
    Record Remark Require Rewrite Search SearchAbout Section Theorem Transparent Universe Universes
    Variable Variables
"""

LTAC = """
    apply as at auto autorewrite beta cbn cbv clear compute constructor delta dependent destruct eapply
    eauto econstructor edestruct eexists erewrite etransitivity exfalso exists f_equal fold generalize
    in induction injection instantiate intro intros inversion iota lazy native_compute red refine revert
    rewrite setoid_rewrite simpl specialize split subst symmetry transitivity unfold vm_compute with
    zeta
"""

TERMINATORS = """
    assumption congruence eassumption exact omega reflexivity solve
"""

TACTICALS = """
    first repeat try
"""

WORDS = word_table(
    (Keyword, COQ),
    (Keyword.Reserved, GALLINA),
    (Keyword.Pseudo, LTAC),
    (Name.Exception, TERMINATORS),
    (Keyword.Pseudo, TACTICALS),
)

KEY_OPERATORS = frozenset("_;:⇒→↔⇔≔≡∀∃∧∨¬⊤⊥⊢⊨∈")
OPERATOR = regex(r"[\[\];,{}_()!$%&*+./:<=>?@^|~#-]")
ID = r"(?:[a-zA-Z][\w']*|[_a-zA-Z][\w']+)"
End = Punctuation.Indicator


class Coq(StateLexer):
    """Coq; a name is written when it is known what follows, so that one at the very end is lost."""

    def start(self) -> None:
        self.waiting = ""
        self.qualified = False

    def module_type(self) -> None:
        self.emit(Keyword, "Module")
        self.emit(Whitespace, self[1])
        self.emit(Keyword, "Type")
        self.emit(Whitespace, self[2])

    def set_option(self) -> None:
        self.groups(Keyword, Whitespace, Keyword, Whitespace, Keyword, Whitespace)
        self.emit(End, ".")

    def name(self) -> None:
        self.waiting = self[0]
        self.qualified = False

    def part(self) -> None:
        self.emit(Name.Namespace, self.waiting)
        self.emit(Punctuation, ".")
        self.waiting = self[1]
        self.qualified = True

    def end_name(self) -> None:
        constant = Name.Constant
        self.emit(constant if self.qualified else WORDS.get(self.waiting, constant), self.waiting)

    def end_sentence(self) -> None:
        self.end_name()
        self.emit(End, ".")
        self.emit(Whitespace, self[1])

    def sign(self) -> None:
        sign = self[0]
        self.emit(Punctuation if sign in KEY_OPERATORS else Operator if OPERATOR.match(sign) else Error)

    tokens = {
        "root": [
            (r"[(][*](?![)])", Comment, "comment"),
            (r"\s+", Whitespace),
            (r"Module(\s+)Type(\s+)", module_type),
            (
                r"(Set|Unset)(\s+)(Universe|Printing|Implicit|Strict)(\s+)"
                r"(Polymorphism|All|Notations|Arguments|Universes|Implicit)(\s*)\.",
                set_option,
            ),
            (ID, name, "continue_id"),
            (r"/\\", Operator),
            (r"\\/", Operator),
            (r"-?\d[\d_]*(?:.[\d_]*)?(?:[eE][+-]?\d[\d_]*)", Number.Float),
            (r"\d[\d_]*", Number.Integer),
            (r"'(?:\\[\\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'", String.Char),
            (r"'", Keyword),
            (r'"', String.Double, "string"),
            (rf"[~?]{ID}", Name.Variable),
            (r".", sign),
        ],
        "comment": [
            (r"[^(*)]+", Comment),
            (r"[(][*]", Comment, "#push"),
            (r"[*][)]", Comment, "#pop"),
            (r"[(*)]", Comment),
        ],
        "string": [
            (r"(?:\\\")+|[^\"]", String.Double),
            include("escape_sequence"),
            (r"\\\n", String.Double),
            (r'"', String.Double, "#pop"),
        ],
        "escape_sequence": [(r"\\[\\\"'ntbr]", String.Escape)],
        "continue_id": [
            (rf"\.({ID})", part),
            (r"\.(\s+)", end_sentence, "#pop"),
            (r"", end_name, "#pop"),
        ],
    }
