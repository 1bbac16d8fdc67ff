"""Meson (Rouge's lexers/meson.rb)."""

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

BUILTIN_FUNCTIONS = """
    add_global_arguments add_global_link_arguments add_languages add_project_arguments
    add_project_link_arguments add_test_setup alias_target assert benchmark both_libraries build_target
    configuration_data configure_file custom_target declare_dependency dependency disabler environment
    error executable files find_library find_program generator get_option get_variable gettext import
    include_directories install_data install_headers install_man install_subdir is_disabler is_variable
    jar join_paths library message option project run_command run_target set_variable shared_library
    shared_module static_library subdir subdir_done subproject summary test vcs_tag warning
"""

BUILTIN_VARIABLES = "build_machine host_machine meson target_machine"

KEYWORDS = "break continue elif else endforeach endif false foreach if true"


class Meson(StateLexer):
    """Meson."""

    def start(self) -> None:
        self.strings: list[tuple[str, str]] = []

    def string(self) -> None:
        self.groups(String.Affix, String)
        self.strings.append((self[1].lower(), self[2]))
        self.push("generic_string")

    def quotes(self) -> None:
        self.emit(String)
        if self.strings[-1][1] == self[0]:
            self.strings.pop()
            self.pop()

    def at_sign(self) -> None:
        formatted = "f" in self.strings[-1][0]
        self.emit(String.Interpol if formatted else String)
        if formatted:
            self.push("generic_interpol")

    def split_generic_interpol(self) -> None:
        self.recurse(self[0])

    tokens = {
        "root": [
            (r"\n+", Text),
            (r"[^\S\n]+", Text),
            (r"#(?:.*)?\n?", Comment.Single),
            (r"[\[\]{}:(),;.]", Punctuation),
            (r"\\\n", Text),
            (r"\\", Text),
            (r"(?:in|and|or|not)\b", Operator.Word),
            (r"[-+/*%=<>]=?|!=", Operator),
            (r"(?i:([f]?)('''|[']))", string),
            (r"(?u:[^\W\d]\w*)\b\s*(?=\()", by_word((Name.Builtin, BUILTIN_FUNCTIONS), default=Name)),
            (
                r"(?u:[^\W\d]\w*)(?!\s*?:)",
                by_word((Name.Builtin, BUILTIN_VARIABLES), (Keyword, KEYWORDS), default=Name),
            ),
            (r"(?u:[^\W\d]\w*)", Name),
            (r"(?i:0b(?:_?[0-1])+)", Number.Bin),
            (r"(?i:0o(?:_?[0-7])+)", Number.Oct),
            (r"(?i:0x(?:_?[a-f0-9])+)", Number.Hex),
            (r"[1-9](?:_?[0-9])*|0(?:_?0)*", Number.Integer),
        ],
        "generic_string": [
            (r"[^'\\@]+", String),
            (r"'''|[']", quotes),
            (r"(?=\\)", String, "generic_escape"),
            (r"@", at_sign),
        ],
        "generic_escape": [
            (
                r"\\(?:[\\abfnrtv']|N{[a-zA-Z][a-zA-Z ]+[a-zA-Z]}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|"
                r"x[a-fA-F0-9]{2}|[0-7]{1,3})",
                String.Escape,
                "#pop",
            ),
            (r"\\.", String, "#pop"),
        ],
        "generic_interpol": [
            (r"[^@]+", split_generic_interpol),
            (r"@", String.Interpol, "#pop"),
        ],
    }
