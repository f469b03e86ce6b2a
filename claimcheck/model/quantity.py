"""A figure as the words give it: never folded to a midpoint."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from claimcheck.model.interval import Interval

Qualifier = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague"]
Change = Literal["up", "down"]
Value = Decimal | tuple[Decimal, Decimal] | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range with its unit and what it counts.

    `hard` is what the words allow, `soft` (always with closed ends) what a reader expects. `value` is the number as stated
    (0.5 for "half", 12 for "twelve percent"), a pair for a range, None for a vague band ("dozens").
    `start` and `end` are offsets into the field of the claim that holds the quantity.
    """

    text: str
    start: int
    end: int
    value: Value
    hard: Interval
    soft: Interval
    qualifier: Qualifier = "exact"
    change: Change | None = None
    unit: str | None = None
    noun: str | None = None
    of: str | None = None
    period: str | None = None
    currency: str | None = None
    basis: str | None = None

    @property
    def is_floor(self) -> bool:
        """Whether the words give only a lowest number: "at least 20", "more than 20"."""
        return self.qualifier in ("at_least", "more_than")
