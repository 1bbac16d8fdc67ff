"""Mason (Rouge's lexers/mason.rb)."""

from onemg_render.markdown.lexers.state_lexer import include
from onemg_render.markdown.lexers.templates import Template
from onemg_render.markdown.lexers.tokens import Comment, Name, Whitespace


class Mason(Template):
    """Mason."""

    def start(self) -> None:
        super().start()
        self.perl = self.child("perl")

    def enter_component_block(self) -> None:
        self.emit(Comment.Preproc, self[1])
        self.emit(Name, self[3])
        self.emit(Comment.Preproc, self[4])
        self.push("component_block")

    def split_mason_tags(self) -> None:
        self.emit(Comment.Preproc, self[1])
        self.delegate(self.perl, self[2])

    def in_perl(self) -> None:
        self.delegate(self.perl)

    tokens = {
        "root": [
            include("mason_tags"),
        ],
        "mason_tags": [
            (r"\s+", Whitespace),
            (r"(?i:<%(?:text|doc)>)", Comment.Preproc, "text_block"),
            (
                r"(?i:<%(?:args|flags|attr|init|once|shared|perl|cleanup|filter)>)",
                Comment.Preproc,
                "perl_block",
            ),
            (r"(?i:(<%(def|method))([^>]*)(>))", enter_component_block),
            (r"^(%)(.*)$", split_mason_tags),
            (r"<%", Comment.Preproc, "component_call"),
            (r"<&\|", Comment.Preproc, ("component_with_content", "component_sub")),
            (r"<&", Comment.Preproc, "component_sub"),
            (r"(?s:(.+?)(?=(</?&|</?%|^%|^#)))", Template.around),
            (r"(?s:.+)", Template.around),
        ],
        "perl_block": [
            (r"(?i:</%(?:args|flags|attr|init|once|shared|perl|cleanup|filter)>)", Comment.Preproc, "#pop"),
            (r"\s+", Whitespace),
            (r"^#.*$", Comment),
            (r'(?s:(.*?[^"])(?=</%))', in_perl),
        ],
        "text_block": [
            (r"(?i:</%(?:text|doc)>)", Comment.Preproc, "#pop"),
            (r"\s+", Whitespace),
            (r"^#.*$", Comment),
            (r'(?s:.*?[^"](?=</%))', Comment),
        ],
        "component_block": [
            (r"(?i:</%(?:def|method)>)", Comment.Preproc, "#pop"),
            (r"\s+", Whitespace),
            (r"^#.*$", Comment),
            include("mason_tags"),
        ],
        "component_with_content": [
            (r"</&>", Comment.Preproc, "#pop"),
            include("mason_tags"),
        ],
        "component_sub": [
            (r"&>", Comment.Preproc, "#pop"),
            (r"(?s:(.*?)(?=&>))", in_perl),
        ],
        "component_call": [
            (r"%>", Comment.Preproc, "#pop"),
            (r"(?s:(.*?)(?=%>))", in_perl),
        ],
    }
