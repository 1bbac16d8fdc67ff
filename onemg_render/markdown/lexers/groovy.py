"""Groovy and Gradle (Rouge's lexers/{groovy,gradle}.rb)."""

from typing import ClassVar

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, word_table
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    String,
    Text,
    TokenType,
)

KEYWORDS = """
    as assert break case catch continue default do else finally for goto if in instanceof new return
    switch this throw try while
"""

DECLARATIONS = """
    abstract const enum extends final implements native private protected public static strictfp super
    synchronized throws transient volatile
"""

TYPES = "boolean byte char def double float int long short void"

CONSTANTS = "false null true"


class Groovy(StateLexer):
    """Groovy."""

    names: ClassVar[dict[str, TokenType]] = word_table(
        (Keyword, KEYWORDS),
        (Keyword.Declaration, DECLARATIONS),
        (Keyword.Type, TYPES),
        (Keyword.Constant, CONSTANTS),
    )

    def name(self) -> None:
        self.emit(self.names.get(self[0], Name))

    def method(self) -> None:
        self.recurse(self[1])
        self.emit(Name.Function, self[2])
        self.emit(Text, self[3])
        self.emit(Operator, self[4])

    tokens = {
        "root": [
            (r"^(\s*(?:\w[\w.\[\]]*\s+)+?)(\w\w*)(\s*)(\()", method),
            (r"[^\S\n]+", Text),
            (r"//.*?$", Comment.Single),
            (r"(?s:/[*].*?[*]/)", Comment.Multiline),
            (r"@\w[\w.]*", Name.Decorator),
            (r"(?:class|interface|trait)\b", Keyword.Declaration, "class"),
            (r"package\b", Keyword.Namespace, "import"),
            (r"import\b", Keyword.Namespace, "import"),
            (r'(?s:""".*?""")', String.Double),
            (r"(?s:'''.*?''')", String.Single),
            (r'"(?:(?:\\(?s:.)|[^"\\\n])*+"|(?:\\\n|.)*(?<=\\)")', String.Double),
            (r"'(?:(?:\\(?s:.)|[^'\\\n])*+'|(?:\\\n|.)*(?<=\\)')", String.Single),
            (r"(?s:\$/(?:\$.|[^$])*?/\$)", String),
            (r"/(?:(?:\\(?s:.)|[^/\\\n])*+/|(?:\\\n|.)*(?<=\\)/)", String),
            (r"'\\.'|'[^\\]'|'\\u[0-9a-f]{4}'", String.Char),
            (r"(\.)([a-zA-Z_][a-zA-Z0-9_]*)", groups(Operator, Name.Attribute)),
            (r"[a-zA-Z_][a-zA-Z0-9_]*:", Name.Label),
            (
                r"[a-zA-Z_\$][a-zA-Z0-9_]*",
                name,
            ),
            (r"[~^*!%&\[\](){}<>\|+=:;,./?-]", Operator),
            (r"\d+\.\d+(?:[eE]\d+)?[fd]?", Number.Float),
            (r"0x[0-9a-f]+", Number.Hex),
            (r"[0-9]+L?", Number.Integer),
            (r"\n", Text),
        ],
        "class": [
            (r"\s+", Text),
            (r"\w\w*", Name.Class, "#pop"),
        ],
        "import": [
            (r"\s+", Text),
            (r"[\w.]+[*]?", Name.Namespace, "#pop"),
        ],
    }


GRADLE_KEYWORDS = """
    allprojects artifacts buildscript configuration dependencies publishing repositories sourceSets
    subprojects
"""

GRADLE_TYPES = """
    ArtifactResolutionQuery ComponentSelection ComponentSelectionRules Configuration ConventionProperty
    ExtensionAware ExtraPropertiesExtension Gradle IncrementalTaskInputs IvyArtifact IvyArtifactSet
    IvyModuleDescriptorSpec IvyPublication JavaToolChain MavenArtifact MavenArtifactSet MavenPom
    MavenPublication PluginDependenciesSpec PluginDependencySpec Project PublishingExtension
    ResolutionStrategy ResourceHandler Script Settings SourceSet SourceSetOutput Task
    TextResourceFactory
"""


class Gradle(Groovy):
    """Gradle's scripts."""

    names = word_table(
        (Keyword, KEYWORDS + GRADLE_KEYWORDS),
        (Keyword.Declaration, DECLARATIONS),
        (Keyword.Type, TYPES + GRADLE_TYPES),
        (Keyword.Constant, CONSTANTS),
    )
