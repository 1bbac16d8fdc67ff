"""`{{ text | liquify }}`: a text of the front matter or the data as a template (jekyll-liquify)."""

from onemg_render.liquid import Context, Environment, Value, context_filter
from onemg_render.liquid.runtime import text
from onemg_render.plugins.api import Extensions


@context_filter()
def liquify(context: Context, value: Value) -> str:
    """What `value` prints where it stands, with all variables that are seen there."""
    environment = context.environment
    assert isinstance(environment, Environment)
    return environment.parse(text(value)).render(context)


def extensions() -> Extensions:
    return Extensions(filters={"liquify": liquify}, safe=True, parallel=True, tracked=True)
