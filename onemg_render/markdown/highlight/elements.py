"""The elements around formatted code (Rouge's lib/rouge/formatters/html_{table,pygments}.rb)."""


def table(
    formatted: str,
    code: str,
    *,
    start_line: int = 1,
    line_format: str = "%i",
    table_class: str = "rouge-table",
    gutter_class: str = "rouge-gutter",
    code_class: str = "rouge-code",
) -> str:
    """Formatted code beside the numbers of its lines (HTMLTable)."""
    count = code.count("\n")
    if not code.endswith("\n"):
        formatted += "\n"
        count += 1
    numbers = "\n".join(line_format % number for number in range(start_line, start_line + count))
    return (
        f'<table class="{table_class}"><tbody><tr><td class="{gutter_class} gl">'
        f'<pre class="lineno">{numbers}\n</pre></td>'
        f'<td class="{code_class}"><pre>{formatted}</pre></td></tr></tbody></table>'
    )


def wrap(formatted: str, css_class: str = "codehilite") -> str:
    """Formatted code in its elements (HTMLPygments)."""
    return f'<div class="highlight"><pre class="{css_class}"><code>{formatted}</code></pre></div>'
