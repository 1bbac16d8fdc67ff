"""How the parser and the tags make what they often need of the tree."""

from onemg_render.liquid import nodes


def text_node(text: str) -> nodes.Output:
    return nodes.Output(0, nodes.TemplateData(text))


def call(name: str, *arguments: nodes.Expr, **keywords: nodes.Expr) -> nodes.Call:
    """`$name(arguments)`"""
    return nodes.Call(
        nodes.Name(f"${name}"),
        list(arguments),
        [nodes.Keyword(key, value) for key, value in keywords.items()],
    )


def is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and isinstance(node.nodes[0], nodes.TemplateData)


def without_text(body: list[nodes.Stmt]) -> list[nodes.Stmt]:
    """The body of a blank block: what it does, without what it would put out."""
    return [node for node in body if not is_text(node)]
