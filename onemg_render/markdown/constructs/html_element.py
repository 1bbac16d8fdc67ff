"""How HTML elements, comments and processing instructions are drawn.

kramdown: converter/html.rb (convert_html_element, convert_xml_comment).
"""

from onemg_render.markdown.attributes import html_attributes
from onemg_render.markdown.document import Token
from onemg_render.markdown.html_tags import WITHOUT_BODY
from onemg_render.markdown.renderer import STEP, Renderer


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    if token["category"] == "span":
        body = content(renderer, token, indent)
        start = f"<{token['name']}{html_attributes(token['attrs'])}"
        if not body and token["name"] in WITHOUT_BODY:
            return start + " />"
        return f"{start}>{body}</{token['name']}>"
    return f"{' ' * indent}{draw_block(renderer, token, indent)}\n"


def draw_block(renderer: Renderer, token: Token, indent: int) -> str:
    body, name, model = content(renderer, token, indent), token["name"], token["content_model"]
    start = f"<{name}{html_attributes(token['attrs'])}"
    if token.get("is_closed") and model == "raw":
        return start + " />"
    if body and model != "block":
        return f"{start}>{body}</{name}>"
    if body:
        body = body.removesuffix("\n")
        return f"{start}>\n{body}\n{' ' * indent}</{name}>"
    return start + " />" if name in WITHOUT_BODY else f"{start}></{name}>"


def content(renderer: Renderer, token: Token, indent: int) -> str:
    """The children drawn; those of a raw element without white space of their own."""
    if token["content_model"] != "raw":
        return renderer.inner(token["children"], indent + STEP)
    return "".join([draw_in_raw(renderer, child, indent + STEP) for child in token["children"]])


def draw_in_raw(renderer: Renderer, token: Token, indent: int) -> str:
    kind = token["type"]
    if kind == "html_element" and token["category"] != "span":
        return draw_block(renderer, token, indent)
    if kind in ("xml_comment", "xml_pi"):
        return str(token["raw"])
    return renderer.inner([token], indent)


def draw_markup(renderer: Renderer, token: Token, indent: int) -> str:
    """A comment or processing instruction outside of raw HTML."""
    if token["category"] == "block":
        return f"{' ' * indent}{token['raw']}\n"
    return str(token["raw"])
