"""Stan (Rouge's lexers/stan.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, include, word_file, word_set
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Generic,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

KEYWORDS = "break continue else for if print reject return while"

TYPES = """
    array cholesky_factor_corr cholesky_factor_cov complex corr_matrix cov_matrix data int matrix
    ordered positive_ordered real row_vector simplex unit_vector vector void
"""

RESERVED = """
    STAN_MAJOR STAN_MATH_MAJOR STAN_MATH_MINOR STAN_MATH_PATCH STAN_MINOR STAN_PATCH alignas alignof and
    and_eq asm auto bitand bitor bool break case catch char char16_t char32_t class compl const
    const_cast constexpr continue data decltype default delete do double dynamic_cast else enum explicit
    export extern false float for friend functions fvar generated goto if in inline int long model
    mutable namespace new noexcept not not_eq nullptr operator or or_eq parameters private protected
    public quantities register reinterpret_cast repeat return short signed sizeof static static_assert
    static_cast struct switch target template then this thread_local throw transformed true try typedef
    typeid typename union unsigned until using var virtual void volatile wchar_t while xor xor_eq
"""

BUILTIN_FUNCTIONS = word_set("""
    Phi Phi_approx abs acos acosh add_diag algebra_solver algebra_solver_newton append_array append_col
    append_row arg asin asinh atan atan2 atanh bessel_first_kind bessel_second_kind beta binary_log_loss
    binomial_coefficient_log block cbrt ceil chol2inv cholseky_decompose choose col cols
    columns_dot_product columns_dot_self conj cos cosh cov_exp_quad crossprod csr_extract_u
    csr_extract_v csr_extract_w csr_matrix_times_vector csr_to_dense_matrix cumulative_sum determinant
    diag_matrix diag_post_multiply diag_pre_multiply diagonal digamma dims distance dot_product dot_self
    eigenvalues_sym eigenvectors_sym erf erfc exp exp2 expm1 fabs falling_factorial fdim floor fma fmax
    fmin fmod gamma_p gamma_q generalized_inverse get_imag get_lp get_real head hmm_hidden_state_prob
    hmm_latent_rng hmm_marginal hypot identity_matrix inc_beta int_step integrate_1d integrate_ode
    integrate_ode_adams integrate_ode_bdf integrate_ode_rk45 inv inv_Phi inv_cloglog inv_logit inv_sqrt
    inv_square inverse inverse_spd is_inf is_nan lambert_w0 lambert_wm1 lbeta lchoose ldexp lgamma
    linspaced_array linspaced_int_array linspaced_row_vector linspaced_vector lmgamma lmultiply log
    log10 log1m log1m_exp log1m_inv_logit log1p log1p_exp log2 log_determinant log_diff_exp
    log_falling_factorial log_inv_logit log_inv_logit_diff log_mix log_modified_bessel_first_kind
    log_rising_factorial log_softmax log_sum_exp logit map_rect matrix_exp matrix_exp_multiply
    matrix_power max mdivide_left_spd mdivide_left_tri_low mdivide_right_spd mdivide_right_tri_low mean
    min modified_bessel_first_kind modified_bessel_second_kind multiply_log
    multiply_lower_tri_self_transpose norm num_elements ode_adams ode_adams_tol ode_adjoint_tol_ctl
    ode_bdf ode_bdf_tol ode_ckrk ode_ckrk_tol ode_rk45 ode_rk45_tol one_hot_array one_hot_int_array
    one_hot_row_vector one_hot_vector ones_array ones_int_array ones_row_vector ones_vector owens_t
    polar pow prod proj qr_Q qr_R qr_thin_Q qr_thin_R quad_form quad_form_diag quad_form_sym quantile
    rank reduce_sum reduce_sum_static rep_array rep_matrix rep_row_vector rep_vector reverse
    rising_factorial round row rows rows_dot_product rows_dot_self scale_matrix_exp_multiply sd segment
    sin singular_values sinh size softmax sort_asc sort_desc sort_indices_asc sort_indices_desc sqrt
    square squared_distance step sub_col sub_row sum svd_U svd_V symmetrize_from_lower_tri tail tan tanh
    target tcrossprod tgamma to_array_1d to_array_2d to_complex to_matrix to_row_vector to_vector trace
    trace_gen_quad_form trace_quad_form trigamma trunc uniform_simplex variance zeros_array
    zeros_int_array zeros_row_vector zeros_vector
""")

DISTRIBUTIONS = word_set(word_file("stan_distributions"))

CONSTANTS = word_set("""
    e log10 log2 machine_precision negative_infinity not_a_number pi positive_infinity sqrt2
""")


class Stan(StateLexer):
    """Stan."""

    def split_scope(self) -> None:
        self.recurse(self[1])
        if self[2] in BUILTIN_FUNCTIONS or self[2] in DISTRIBUTIONS:
            self.emit(Name.Builtin, self[2])
        elif self[2] in CONSTANTS:
            self.emit(Keyword.Constant)
        else:
            self.emit(Name.Function, self[2])

    tokens = {
        "root": [
            include("whitespace"),
            (r"#include", Comment.Preproc, "include"),
            (r"#.*$", Generic.Deleted),
            (
                r"functions|(?:transformed\s+)?data|(?:transformed\s+)?parameters|model|generated\s+quanti"
                r"ties",
                Name.Namespace,
            ),
            (r"\{", Punctuation, "bracket_scope"),
            include("scope"),
        ],
        "include": [
            (r"(\s+)(\S+)(\s*)", groups(Text, Comment.PreprocFile, Text), "#pop"),
        ],
        "whitespace": [
            (r"\n+", Text),
            (r"//.*$", Comment.Single),
            include("inline_whitespace"),
        ],
        "inline_whitespace": [
            (r"[ \t\r]+", Text),
            (r"(?s:/(?:\\\n)?[*].*?[*](?:\\\n)?/)", Comment.Multiline),
        ],
        "statements": [
            include("whitespace"),
            (r"#include", Comment.Preproc, "include"),
            (r"#.*$", Generic.Deleted),
            (r'"', String),
            (
                r"(?s:(?:(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+|\d*[.]\d+|\d+)(?-s:(?:\s|//.*?\n|"
                r"/[*].*?[*]/)+)[+-](?-s:(?:\s|//.*?\n|/[*].*?[*]/)+)(?:(?:\d+[.]\d*|[.]?\d+)"
                r"e[+-]?\d+|\d*[.]\d+|\d+)i|(?:(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+|\d*[.]\d+|\d+)"
                r"i|(?:(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+|\d*[.]\d+))",
                Number.Float,
            ),
            (r"\d+", Number.Integer),
            (r"\*/", Error),
            (
                r"=|<|<=|>|>=|==|!=|!|&&|\|\||\+|-|\*|/|\^|'|\.\+|\.-|\.\*|\./|\.\^|\\|\+=|"
                r"-=|\*=|/=|\.\*=|\./=|~|\?|:",
                Operator,
            ),
            (r"[\[\],.;]", Punctuation),
            (r"[|](?![|])", Punctuation),
            (r"T\b", Keyword.Reserved),
            (r"(?:lower|upper)\b", Name.Attribute),
            (
                r"[a-zA-Z_][a-zA-Z0-9_]*",
                by_word(
                    (Keyword, KEYWORDS),
                    (Keyword.Type, TYPES),
                    (Keyword.Reserved, RESERVED),
                    default=Name.Variable,
                ),
            ),
        ],
        "scope": [
            include("whitespace"),
            (
                r"((?-s:(?:[a-z_]\s*(?:\[[0-9, ]\])?\s+)*))((?-s:[a-zA-Z_][a-zA-Z0-9_]*))(?=\([^;]*?\))",
                split_scope,
            ),
            (r"\{", Punctuation, "bracket_scope"),
            (r"\(", Punctuation, "parens_scope"),
            include("statements"),
        ],
        "bracket_scope": [
            include("scope"),
            (r"\}", Punctuation, "#pop"),
        ],
        "parens_scope": [
            include("scope"),
            (r"\)", Punctuation, "#pop"),
        ],
    }
