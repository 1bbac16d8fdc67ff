"""What keys that are no texts become in a Python mapping."""

import json
from datetime import date
from typing import Any

from onemg_render.util import dates
from onemg_render.util.text import as_text


def as_key(key: Any, container: dict[Any, Any]) -> Any:
    """What a key that is no text becomes in a Python mapping.

    A list or mapping becomes its text as Ruby inspects it; of `1`, `1.0` and `yes`, which are one key in
    Python, the later ones become their text.
    """
    if isinstance(key, dict | list):
        return _inspected(key)
    if key in container and not any(type(key) is type(known) and key == known for known in container):
        return as_text(key)
    return key


def _inspected(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_inspected, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_inspected(key)}=>{_inspected(item)}' for key, item in value.items())}}}"
    if isinstance(value, date):
        return dates.inspect(value)
    return "nil" if value is None else json.dumps(value, ensure_ascii=False)
