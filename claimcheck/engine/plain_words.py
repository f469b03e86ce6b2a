"""Checks in plain words: what a rule compares, and what it makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.engine.checks import (
    Alternatives,
    CheckForm,
    Corroboration,
    EvidenceRelations,
    NumberMismatch,
    Opposition,
    Pair,
    PartExceedsWhole,
    RangeRelations,
    SlotConflict,
    StatusTimeline,
    ZeroVsEvidence,
)
from claimcheck.engine.exceptions import ExceptionForm
from claimcheck.engine.language import RuleForm


def in_plain_words(form: RuleForm) -> list[str]:
    """What a rule does, in a few sentences: what it looks for, in which pairs, with which outcome, and when not."""
    check = form.check
    return [*_subject(check), *_pair_words(check), *_outcomes(check), *_exceptions(form.unless)]


def _exceptions(exceptions: Sequence[ExceptionForm]) -> Iterator[str]:
    for one in exceptions:
        yield f"Silent where {_listed(list(_conditions(one)), 'and')}: {one.why}."


def _conditions(one: ExceptionForm) -> Iterator[str]:
    side = f"the {one.side} side" if one.side else "one side"
    if one.words:
        yield f"{side} says {_listed([f'“{word}”' for word in one.words], 'or')}"
    for slot in ("speaker", "outlet", "actor", "place"):
        name = getattr(one, slot)
        if name is not None:
            yield f"the {slot} of {side} is {name}"


def _subject(check: CheckForm) -> Iterator[str]:
    if isinstance(check, NumberMismatch):
        yield "Sets two figures for the same thing against each other."
    elif isinstance(check, PartExceedsWhole):
        yield "Looks for a part that is larger than its whole: the lexicon says what is a part of what."
    elif isinstance(check, ZeroVsEvidence):
        named = _listed([_spaced(name) for name in check.zero], "or")
        yield f"Sets a claim of no {named} at all against evidence of {_spaced(check.evidence)}."
        if check.completed_counts:
            yield "“All have left” counts as saying that nothing stayed behind."
    elif isinstance(check, StatusTimeline):
        yield "Looks for something said to be finished that another saw under way later, or shortly before."
    elif isinstance(check, Opposition):
        yield f"Looks for two descriptions of the same thing at opposite ends: {_spaced(check.axis)}."
    elif isinstance(check, Alternatives):
        yield f"Looks for two answers that exclude each other: {_spaced(check.axis)}."
    elif isinstance(check, Corroboration):
        yield "Looks for two reports that tell the same occurrence."
    elif isinstance(check, SlotConflict):
        yield f"Looks for two values for one {check.slot}."


def _pair_words(check: CheckForm) -> Iterator[str]:
    pair: Pair | None = getattr(check, "pair", None)
    if pair is None:
        return
    yield f"Both must speak of the same {_listed(pair.same, 'and')}, as far as they state it."
    if pair.differ:
        yield f"They must not share the {_listed(pair.differ, 'or the')}."
    if pair.within is not None:
        yield f"They must lie at most {pair.within} apart."


def _outcomes(check: CheckForm) -> Iterator[str]:
    if isinstance(check, NumberMismatch):
        yield from _tolerance(check)
    if isinstance(check, NumberMismatch | PartExceedsWhole):
        yield from _ranges(check.relations)
    if isinstance(check, NumberMismatch):
        if check.when_rising == "later_may_be_higher":
            yield "Of a figure that grows, such as a death toll, a later and higher one is an update."
        if check.agree:
            yield "Equal figures are an agreement."
    elif isinstance(check, ZeroVsEvidence):
        yield from _evidence(check.relations)
        if check.later_evidence == "update":
            yield "Evidence of a later report: update."
    elif isinstance(check, StatusTimeline):
        yield f"Done is what has come to {_percent(check.done_at_least)} at least."
        yield "Seen under way after it was done: contradiction."
        left = _percent(check.tension_when.work_left_at_least)
        yield f"At least {left} of the work left and less than {check.tension_when.time_left_under} for it: tension."
    elif isinstance(check, Opposition):
        yield f"Opposite ends: {_outcome(check.relations.opposite)}."
    elif isinstance(check, Alternatives):
        yield f"Answers that exclude each other: {_outcome(check.relations.conflict)}."
    elif isinstance(check, Corroboration):
        yield "Told twice: agreement."
    elif isinstance(check, SlotConflict):
        if check.slot == "hour":
            yield f"Hours less than {check.minutes} minutes apart agree."
        yield f"Values that exclude each other: {_outcome(check.relations.conflict)}."


def _tolerance(check: NumberMismatch) -> Iterator[str]:
    if check.tolerance.relative:
        yield f"The ranges are widened by {_percent(check.tolerance.relative)} first."
    if check.tolerance.absolute:
        yield f"The ranges are widened by {check.tolerance.absolute} first."


def _ranges(relations: RangeRelations) -> Iterator[str]:
    yield f"What the words allow does not meet: {_outcome(relations.hard_apart)}."
    yield f"Only what a reader expects does not meet: {_outcome(relations.soft_apart)}."


def _evidence(relations: EvidenceRelations) -> Iterator[str]:
    yield f"Strong evidence: {_outcome(relations.strong)}."
    yield f"Weak or hedged evidence: {_outcome(relations.weak)}."


def _outcome(relation: str) -> str:
    return "no finding" if relation == "none" else relation


def _percent(share: object) -> str:
    return f"{float(str(share)) * 100:g} %"


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _listed(names: Sequence[str], word: str) -> str:
    """Names in a row, the last behind a word: `event, measure and place`."""
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else names[0]
