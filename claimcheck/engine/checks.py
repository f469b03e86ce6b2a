"""The types of checks a rule can ask for. A new type is one class here and one name in `Check`."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from claimcheck.engine.forms import Duration, Form, duration

Slot = Literal["event", "measure", "actor", "place", "time"]
Voice = Literal["outlet", "speaker", "document"]
Outcome = Literal["contradiction", "tension", "none"]
Share = Annotated[Decimal, Field(ge=0, le=1)]

CLAIM_WORDS = ("speaker", "quote", "range", "figure", "measure", "outlet", "time")
FINDING_WORDS = frozenset({"gap", "factor", "relation"})


class Pair(Form):
    """Which two claims are set against each other."""

    same: tuple[Slot, ...] = Field(min_length=1, description="What the two claims must agree on.")
    differ: tuple[Voice, ...] = Field(
        default=(), description="What must be different: outlet, speaker or document; [] for any two."
    )
    within: Duration | None = Field(default=None, description="How far apart in time they may be: 36h, 2d.")

    @property
    def window(self) -> timedelta | None:
        return None if self.within is None else duration(self.within)


class Tolerance(Form):
    """By how much the ranges are widened before they are compared."""

    relative: Share = Field(default=Decimal(0), description="As a share of the figure: 0.05 is five percent.")
    absolute: Annotated[Decimal, Field(ge=0)] | None = Field(default=None, description="In units counted.")


class RangeRelations(Form):
    """What it means when two ranges do not meet; `none` keeps silent."""

    hard_apart: Outcome = Field(default="contradiction", description="What the words allow does not meet.")
    soft_apart: Outcome = Field(default="tension", description="Only what a reader expects does not meet.")


class CheckForm(Form):
    """What all checks share. `roles` name the claims, `words` what an explanation may say of each."""

    roles: ClassVar[tuple[str, ...]] = ("left", "right")
    words: ClassVar[tuple[str, ...]] = CLAIM_WORDS
    finding_words: ClassVar[frozenset[str]] = FINDING_WORDS

    @classmethod
    def placeholders(cls) -> frozenset[str]:
        """All that may stand between braces in the explanation of such a rule."""
        return cls.finding_words | {f"{role}.{word}" for role in cls.roles for word in cls.words}


class NumberMismatch(CheckForm):
    """Two figures for the same thing whose ranges do not meet."""

    type: Literal["number_mismatch"]
    pair: Pair
    tolerance: Tolerance = Tolerance()
    when_rising: Literal["later_may_be_higher", "ignore"] = Field(
        default="later_may_be_higher",
        description="For a measure that grows (a death toll): a later, higher figure is an update.",
    )
    relations: RangeRelations = RangeRelations()


class MeasureWith(Form):
    """Measures that the lexicon gives a certain relation."""

    has: Literal["part_of"] = Field(description="part_of: measures that are a part of another one.")


class PartRole(Form):
    """Which claims speak of the part; the whole is what its measure is a part of."""

    measure: MeasureWith


class PartExceedsWhole(CheckForm):
    """A figure for a part that is larger than the figure for its whole."""

    roles: ClassVar[tuple[str, ...]] = ("part", "whole")

    type: Literal["part_exceeds_whole"]
    part: PartRole
    pair: Pair
    relations: RangeRelations = RangeRelations()


Check = Annotated[NumberMismatch | PartExceedsWhole, Field(discriminator="type")]
