"""From a configuration to a written site.

The public function `onemg_render.build` and this folder share a name, so the package itself can be called:
`onemg_render.build("docs", "out")` is `onemg_render.build.pipeline.build("docs", "out")`.
"""

import sys
from types import ModuleType


class CallablePackage(ModuleType):
    """This package as a function; the engine is loaded when it is called."""

    def __call__(self, *arguments: object, **options: object) -> object:
        from onemg_render.build.pipeline import build

        return build(*arguments, **options)  # type: ignore[arg-type]  # typed where it is defined


sys.modules[__name__].__class__ = CallablePackage
