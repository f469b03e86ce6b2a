"""Ranges of numbers with open or closed ends. The arithmetic of every comparison."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


def plain(number: Decimal) -> str:
    """A decimal as people write it in data: no exponent, no needless zeros.

    >>> plain(Decimal("3E+4")), plain(Decimal("0.50"))
    ('30000', '0.5')
    """
    if number == number.to_integral_value():
        return (
            format(number.quantize(Decimal(1)), "f") if abs(number) < Decimal("1e25") else format(number, "f")
        )
    return format(number.normalize(), "f")


def grouped(number: Decimal) -> str:
    """A decimal as a reader expects it: `30,000`, `0.5`."""
    text = plain(number)
    whole, dot, fraction = text.partition(".")
    return f"{int(whole):,}{dot}{fraction}" if whole.lstrip("-").isdigit() and whole != "-0" else text


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two ends; an end of None is no bound at all.

    >>> Interval(Decimal(30000), None, False, False).describe()
    'more than 30,000'
    """

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        return cls(value, value)

    @classmethod
    def between(cls, low: Decimal, high: Decimal) -> Interval:
        return cls(low, high) if low <= high else cls(high, low)

    @property
    def empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))

    def below(self, other: Interval) -> bool:
        """Every number here is smaller than every number there."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (
            self.high == other.low and not (self.high_closed and other.low_closed)
        )

    def disjoint(self, other: Interval) -> bool:
        return self.below(other) or other.below(self)

    def overlaps(self, other: Interval) -> bool:
        return not self.disjoint(other)

    def within(self, other: Interval) -> bool:
        """Every number here is also there."""
        low_ok = other.low is None or (
            self.low is not None
            and (
                self.low > other.low or (self.low == other.low and (other.low_closed or not self.low_closed))
            )
        )
        high_ok = other.high is None or (
            self.high is not None
            and (
                self.high < other.high
                or (self.high == other.high and (other.high_closed or not self.high_closed))
            )
        )
        return low_ok and high_ok

    def gap(self, other: Interval) -> Decimal:
        """The distance between two intervals that do not meet; 0 where they do."""
        if self.below(other) and self.high is not None and other.low is not None:
            return other.low - self.high
        if other.below(self) and other.high is not None and self.low is not None:
            return self.low - other.high
        return Decimal(0)

    def times(self, factor: Decimal) -> Interval:
        """The interval with both ends multiplied; a negative factor turns it round."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor < 0:
            return Interval(high, low, self.high_closed, self.low_closed)
        return Interval(low, high, self.low_closed, self.high_closed)

    def widened(self, share: Decimal) -> Interval:
        """Both ends moved outwards by a share of themselves, ends that are open included."""
        low = None if self.low is None else self.low - abs(self.low) * share
        high = None if self.high is None else self.high + abs(self.high) * share
        return Interval(low, high, self.low_closed, self.high_closed)

    def describe(self) -> str:
        """The range in words that stand in a sentence: `16,000 to 24,000`, `at most 5`."""
        if self.low is None and self.high is None:
            return "any number"
        if self.high is None and self.low is not None:
            return f"{'at least' if self.low_closed else 'more than'} {grouped(self.low)}"
        if self.low is None and self.high is not None:
            return f"{'at most' if self.high_closed else 'less than'} {grouped(self.high)}"
        assert self.low is not None and self.high is not None
        if self.low == self.high:
            return f"exactly {grouped(self.low)}"
        left = "" if self.low_closed else "more than "
        right = "" if self.high_closed else "less than "
        return f"{left}{grouped(self.low)} to {right}{grouped(self.high)}"
