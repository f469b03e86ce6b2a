"""A figure found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from claimcheck.model import Change, Interval, Qualifier, Value
from claimcheck.text.groups import NounGroup

FigureForm = Literal["cardinal", "fraction", "share", "band", "range", "zero"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or range at tokens [first, last), before its qualifier and unit are known."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    form: FigureForm
    step: Decimal


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure found in one sentence; token indices point into the sentence.

    `first`, `last` bound the whole wording with its qualifier and unit; `number` is the first token of
    the number itself; `noun` the group that is counted, `partitive` whether it stands behind "of".
    """

    first: int
    last: int
    number: int
    value: Value
    hard: Interval
    soft: Interval
    qualifier: Qualifier
    form: FigureForm
    step: Decimal
    unit: str | None = None
    change: Change | None = None
    currency: str | None = None
    period: str | None = None
    basis: str | None = None
    noun: NounGroup | None = None
    noun_lemma: str | None = None
    partitive: bool = False
    age: bool = False
    another: bool = False
