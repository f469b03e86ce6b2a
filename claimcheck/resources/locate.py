"""Where the shipped rules are. No other module knows."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from claimcheck.errors import RuleError


def rules_root() -> Traversable:
    """The rules shipped with the package, or those of the checkout it runs from."""
    return first_folder((files("claimcheck") / "rules", Path(__file__).resolve().parents[2] / "rules"))


def first_folder(candidates: Sequence[Traversable]) -> Traversable:
    """The first candidate that is a folder; RuleError names them all where none is."""
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    tried = " nor in ".join(str(candidate) for candidate in candidates)
    raise RuleError(f"the shipped rules are neither in {tried}: install claimcheck again")
