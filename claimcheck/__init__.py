"""Shows where reports of the same event contradict each other.

`check`, `extract`, `compare` and `open_case` are loaded when they are first used, so that importing the package
loads neither YAML nor pydantic.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.api import Answer, check, compare, extract, open_case

__version__ = "0.1.0"


class _Package(ModuleType):
    """The package, in which `extract` is the verb though a folder of that name is imported into it."""

    def __setattr__(self, name: str, value: object) -> None:
        if name != "extract" or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
__all__ = ["Answer", "__version__", "check", "compare", "extract", "open_case"]


def __getattr__(name: str) -> object:
    """A public name from `claimcheck.api`."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("claimcheck.api"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted({*globals(), *__all__})
