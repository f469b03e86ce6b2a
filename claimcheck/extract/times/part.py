"""What one word or phrase says of a time."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class TimePart:
    """What the tokens [first, last) say of a time; only the fields they state are set.

    `minutes` is a clock time in minutes after midnight, `zone` its hours east of Greenwich, `until_day` the second
    day of "9 to 11 November". `offset` and `stretch` count days from the day of the report (a stretch backwards),
    `shift` from the last day that the report names; `period` is a stretch of the calendar, `which` tells which one.
    `unsure` says that the words are a date that can be read in two ways.
    """

    first: int
    last: int
    year: int | None = None
    years: int = 1
    month: int | None = None
    months: int = 1
    day: int | None = None
    until_day: int | None = None
    weekday: int | None = None
    hours: tuple[int, int] | None = None
    minutes: int | None = None
    zone: float | None = None
    offset: int | None = None
    stretch: tuple[int, int] | None = None
    shift: tuple[int, int] | None = None
    period: str | None = None
    which: str | None = None
    portion: str | None = None
    unsure: bool = False

    def at(self, first: int, last: int) -> TimePart:
        """The same at other tokens."""
        return replace(self, first=first, last=last)

    def during(self, hours: tuple[int, int]) -> TimePart:
        """The same at certain hours of its day."""
        return replace(self, hours=hours)

    @property
    def of_day(self) -> bool:
        """Whether it says only at what hour, not on which day."""
        return not (
            self.year or self.month or self.period or self.unsure or self.weekday is not None or self.relative
        )

    @property
    def relative(self) -> bool:
        """Whether it counts from another day."""
        return self.offset is not None or self.stretch is not None or self.shift is not None
