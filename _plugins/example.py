"""The tag `example` of the manual: a piece of Liquid or Markdown, and beside it what onemg makes of it."""

from onemg_render.liquid import Body, Context, Render, Source
from onemg_render.plugins.api import Extensions

KINDS = ("liquid", "markdown")
SHOWN = """
<div class="example" markdown="1">
<div class="example-source" markdown="1">
~~~~~{{ kind }}
{{ text }}~~~~~
</div>
<div class="example-result">
{{ shown }}
</div>
{% if kind == "markdown" %}
<details class="example-html" markdown="1">
<summary>The HTML</summary>
~~~~~html
{{ result }}
~~~~~
</details>
{% endif %}
</div>
"""


class ExampleTag:
    """`{% example markdown %}*so*{% endexample %}`; an example of Liquid stands in `raw`."""

    block = True

    def parse(self, markup: str, source: Source) -> Render:
        kind = markup.strip()
        if kind not in KINDS:
            raise source.error(f"there are no examples of `{kind}`", hint=f"there are {' and '.join(KINDS)}")
        page = source.template(SHOWN)
        markdown = source.template("{{ text | markdownify | strip }}")
        plain = source.template("<pre>{{ text | escape }}</pre>")

        def render(context: Context, body: Body) -> str:
            text = body().lstrip("\n")
            if kind == "liquid":
                result = source.template(text).render(context)
                shown = plain.include(context, {"text": result.strip("\n")})
            else:
                result = shown = markdown.include(context, {"text": text})
            return page.include(context, {"kind": kind, "text": text, "shown": shown, "result": result})

        return render


def extensions() -> Extensions:
    return Extensions(tags={"example": ExampleTag()}, safe=True, parallel=True, tracked=True)
