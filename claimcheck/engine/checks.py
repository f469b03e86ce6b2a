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
    floors: Annotated[Decimal, Field(gt=1)] | None = Field(
        default=None,
        description="A floor (at least 20) and a figure this many times as high are no mere update of one day.",
    )
    beyond_vague: Annotated[Decimal, Field(gt=1)] | None = Field(
        default=None,
        description="A figure so many times the most that a vague one can mean (dozens: 99) is no mere update.",
    )
    rival_floors: Annotated[Decimal, Field(gt=1)] | None = Field(
        default=None,
        description="Floors of two sources on one day that are this many times apart are a tension, though both can hold.",
    )


class RangeRelations(Form):
    """What it means when two ranges do not meet; `none` keeps silent."""

    hard_apart: Outcome = Field(default="contradiction", description="What the words allow does not meet.")
    soft_apart: Outcome = Field(default="tension", description="Only what a reader expects does not meet.")


class EvidenceRelations(Form):
    """What evidence against a claim of nothing means, by its strength."""

    strong: Outcome = Field(default="contradiction", description="The evidence is strong and not hedged.")
    weak: Outcome = Field(default="tension", description="The evidence is weak, or strong but hedged.")


class OppositeRelations(Form):
    """What opposite terms mean."""

    opposite: Outcome = Field(default="tension", description="One end of the axis against the other.")


class ShortTime(Form):
    """When little time is left for much work."""

    time_left_under: Duration = Field(description="Less time than this between the two: 24h.")
    work_left_at_least: Share = Field(description="At least this share of the work left: 0.3.")

    @property
    def window(self) -> timedelta:
        return duration(self.time_left_under)


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

    finding_words: ClassVar[frozenset[str]] = FINDING_WORDS | {"strain"}

    type: Literal["number_mismatch"] = Field(description="Which check it is.")
    pair: Pair
    tolerance: Tolerance = Tolerance()
    when_rising: Literal["later_may_be_higher", "ignore"] = Field(
        default="later_may_be_higher",
        description="For a measure that grows (a death toll): a later, higher figure is an update.",
    )
    relations: RangeRelations = RangeRelations()
    agree: bool = Field(default=False, description="Whether equal figures of two reports are an agreement.")


class MeasureWith(Form):
    """Measures that the lexicon gives a certain relation."""

    has: Literal["part_of"] = Field(description="part_of: measures that are a part of another one.")


class PartRole(Form):
    """Which claims speak of the part; the whole is what its measure is a part of."""

    measure: MeasureWith = Field(description="Which measures count a part.")


class PartExceedsWhole(CheckForm):
    """A figure for a part that is larger than the figure for its whole."""

    roles: ClassVar[tuple[str, ...]] = ("part", "whole")

    type: Literal["part_exceeds_whole"] = Field(description="Which check it is.")
    part: PartRole
    pair: Pair
    relations: RangeRelations = RangeRelations()


class ZeroVsEvidence(CheckForm):
    """Nothing is said to be lost, while something shows a loss."""

    roles: ClassVar[tuple[str, ...]] = ("zero", "evidence")

    type: Literal["zero_vs_evidence"] = Field(description="Which check it is.")
    zero: tuple[str, ...] = Field(min_length=1, description="Measures that are said to be nothing: [losses].")
    evidence: str = Field(description="What the lexicon's occurrences are evidence of: losses.")
    pair: Pair
    completed_counts: bool = Field(
        default=False, description="Whether “all have left” counts as saying that nothing stayed behind."
    )
    later_evidence: Literal["update", "ignore"] = Field(
        default="ignore",
        description="update: evidence of a later report moves the story on, as an arrest does “no arrests”.",
    )
    relations: EvidenceRelations = EvidenceRelations()


class StatusTimeline(CheckForm):
    """Said to be finished, while another saw it under way later or shortly before."""

    roles: ClassVar[tuple[str, ...]] = ("done", "open")
    words: ClassVar[tuple[str, ...]] = (*CLAIM_WORDS, "status")
    finding_words: ClassVar[frozenset[str]] = FINDING_WORDS | {"time_left", "work_left"}

    type: Literal["status_timeline"] = Field(description="Which check it is.")
    pair: Pair
    done_at_least: Share = Field(default=Decimal(1), description="From which share on it counts as done.")
    tension_when: ShortTime


class Opposition(CheckForm):
    """The same thing described in opposite terms."""

    words: ClassVar[tuple[str, ...]] = (*CLAIM_WORDS, "quality")

    type: Literal["opposition"] = Field(description="Which check it is.")
    axis: str = Field(description="The axis of the lexicon's opposites: manner.")
    pair: Pair
    relations: OppositeRelations = OppositeRelations()


class Corroboration(CheckForm):
    """Two reports tell the same occurrence."""

    type: Literal["corroboration"] = Field(description="Which check it is.")
    pair: Pair


class ConflictRelations(Form):
    """What different values of a slot mean."""

    conflict: Outcome = Field(default="contradiction", description="Two values that exclude each other.")


class SlotConflict(CheckForm):
    """Two reports that give different particulars of one person, place or event."""

    words: ClassVar[tuple[str, ...]] = (*CLAIM_WORDS, "value")
    finding_words: ClassVar[frozenset[str]] = FINDING_WORDS | {"slot"}

    type: Literal["slot_conflict"] = Field(description="Which check it is.")
    slot: Literal[
        "age",
        "name",
        "group_ages",
        "assailants",
        "kin",
        "quarter",
        "phone",
        "rank",
        "home",
        "street",
        "site",
        "hour",
        "clock",
        "responsibility",
        "blame",
        "doer",
    ] = Field(description="Which particular is compared.")
    pair: Pair
    minutes: int = Field(
        default=10, ge=0, description="For the hour: from how many minutes apart on two hours differ."
    )
    relations: ConflictRelations = ConflictRelations()


class Alternatives(CheckForm):
    """Two answers to one question of the lexicon that exclude each other."""

    finding_words: ClassVar[frozenset[str]] = FINDING_WORDS | {"question"}

    type: Literal["alternatives"] = Field(description="Which check it is.")
    axis: str = Field(description="The question of the lexicon's alternatives: custody.")
    pair: Pair
    relations: ConflictRelations = ConflictRelations()


Check = Annotated[
    NumberMismatch
    | PartExceedsWhole
    | ZeroVsEvidence
    | StatusTimeline
    | Opposition
    | Corroboration
    | SlotConflict
    | Alternatives,
    Field(discriminator="type"),
]
