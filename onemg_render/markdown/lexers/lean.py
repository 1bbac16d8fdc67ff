"""Lean (Rouge's lexers/lean.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word
from onemg_render.markdown.lexers.tokens import Comment, Error, Keyword, Name, Number, Operator, String, Text

KEYWORDS = """
    #check #eval #print #reduce abbreviation add_rewrite alias assume axiom begin by calc calc_refl
    calc_subst calc_trans coercion conjecture constant constants context corollary def definition end
    example exit export expose exposing extends from fun have help hiding hott hypothesis import include
    including inductive infix infixl infixr inline instance irreducible lemma match namespace notation
    opaque opaque_hint open options parameter parameters postfix precedence prefix private protected
    reducible renaming repeat section set_option show tactic_hint theorem universe universes using
    variable variables with
"""

TYPES = "Prop Sort Type"


class Lean(StateLexer):
    """Lean."""

    tokens = {
        "root": [
            (r"\s*--+\s+.*?$", Comment.Doc),
            (r'"', String, "string"),
            (r"\d+", Number.Integer),
            (r"#?\w+", by_word((Keyword, KEYWORDS), (Keyword.Type, TYPES), default=Name)),
            (r"[λ]", Keyword),
            (r":=?", Text),
            (r"\.[0-9]*", Operator),
            (
                r"!=|#|&|&&|\*|\+|-|/|@|!|`|-\.|->|\.|\.\.|\.\.\.|::|:>|;|;;|<|<-|=|==|>|"
                r"_|\||\|\||~|=>|<=|>=|/ /|∀|Π|λ|↔|∧|∨|≠|≤|≥|⊎|¬|⁻¹|⬝|▸|→|∃|ℕ|ℤ|≈|×|⌞|⌟|≡|"
                r"⟨|⟩",
                Operator,
            ),
            (r"[\s\(\),\[\]αβ‹›]+", Text),
            (r".", Error),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r"\\", String.Escape, "escape"),
            (r'[^\\"]+', String),
        ],
        "escape": [
            (r"[nrt\"'\\]", String.Escape, "#pop"),
            (r"(?i:x[\da-f]+)", String.Escape, "#pop"),
        ],
    }
