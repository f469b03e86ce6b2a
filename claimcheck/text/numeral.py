"""A number phrase as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Form = Literal["cardinal", "fraction", "band", "share"]
ZERO = Decimal(0)
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number phrase over tokens [first, last): one value, or a band with low < high.

    `step` is the value of the last digit that was written: 100000 for "1.2 million".
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    form: Form
    step: Decimal

    @property
    def exact(self) -> bool:
        return self.low == self.high
