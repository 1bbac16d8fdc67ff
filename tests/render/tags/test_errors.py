"""What Jekyll's tags say when they cannot do what is asked: message, line of the file, a way out."""

from pathlib import Path

import pytest

import onemg_render
from onemg_render.build.options import BuildOptions
from onemg_render.errors import OnemgError
from onemg_render.reporting import Reporter

PAGE = "---\ntitle: x\n---\nfirst\n"


def error_of(folder: Path, markup: str) -> OnemgError:
    for name, text in {
        "_includes/card.html": "card",
        "_posts/2024-01-02-news.md": "---\n---\n",
        "about.md": "---\n---\n",
        "index.html": PAGE + markup,
    }.items():
        path = folder / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with pytest.raises(OnemgError) as caught:
        onemg_render.build(
            folder / "source",
            folder / "out",
            config={"disable_disk_cache": True},
            options=BuildOptions(force=True),
            reporter=Reporter(lambda message: None),
        )
    return caught.value


@pytest.mark.parametrize(
    ("markup", "message", "hint"),
    [
        (
            "{% include crad.html %}",
            "Could not locate the included file 'crad.html'",
            "did you mean card.html?",
        ),
        ("{% include ../card.html %}", "invalid characters or sequences", "file.ext param='value'"),
        ("{% include ca rd.html %}", "Invalid syntax for include tag", "file.ext param='value'"),
        ("{% include card.html a=b c %}", "Invalid syntax for include tag", "file.ext param='value'"),
        ("{% include {{ page.none }} %}", "invalid characters or sequences", "file.ext param='value'"),
        ("{% include_relative abuot.md %}", "Could not locate the included file", "did you mean about.md?"),
        (
            "{% link abuot.md %}",
            "Could not find document 'abuot.md' in tag 'link'.",
            "did you mean about.md?",
        ),
        ("{% post_url news %}", 'Could not parse name of post "news"', "2010-07-21-name-of-post"),
        (
            "{% post_url 2024-01-02-new %}",
            'Could not find post "2024-01-02-new"',
            "did you mean 2024-01-02-news?",
        ),
        ("{% highlight %}{% endhighlight %}", "Syntax Error in tag 'highlight'", "highlight <lang>"),
        (
            '{% highlight a mark_lines="x" %}{% endhighlight %}',
            "Syntax Error in tag 'highlight'",
            "mark_lines=",
        ),
        ("{% highlight a mark_lines=2 %}{% endhighlight %}", "double-quoted list of integers", "mark_lines="),
    ],
)
def test_a_mistake_is_named_with_what_is_right(tmp_path: Path, markup: str, message: str, hint: str) -> None:
    error = error_of(tmp_path, markup)
    assert message in error.message
    assert hint in (error.hint or "")
    assert (error.path, error.line) == ("index.html", 5)
