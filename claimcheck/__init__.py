"""Shows where reports of the same event contradict each other.

`check`, `extract` and `compare` are loaded when they are first used, so that importing the package
loads neither YAML nor pydantic.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.api import Answer, check, compare, extract

__version__ = "0.1.0"
__all__ = ["Answer", "__version__", "check", "compare", "extract"]


def __getattr__(name: str) -> object:
    """A public name from `claimcheck.api`."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("claimcheck.api"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted({*globals(), *__all__})
