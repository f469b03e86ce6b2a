"""What a check says about one pair of claims, and why: the trace of every step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from claimcheck.align.comparisons import Comparison, Slot, compare
from claimcheck.engine.context import Context
from claimcheck.engine.rule_files import Rule
from claimcheck.model import Claim, Relation, Step

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Judgement:
    """The relation of two claims under a rule (None: the rule says nothing), with its steps.

    `words` are values for the explanation beside those of the two claims.
    """

    relation: Relation | None
    steps: tuple[Step, ...]
    confidence: float = 0.0
    words: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    @property
    def why(self) -> str:
        """The last step: what decided."""
        return self.steps[-1].text if self.steps else "nothing was compared"


def silent(steps: Sequence[Step], text: str, left: Claim, right: Claim, line: int | None = None) -> Judgement:
    """A judgement that the rule says nothing, ending with the step that decided so."""
    return Judgement(None, (*steps, Step(text, (left.id, right.id), line)))


def comparison_steps(
    comparisons: Sequence[Comparison], left: Claim, right: Claim, line: int
) -> tuple[Step, ...]:
    """One step for each comparison that says something."""
    return tuple(
        Step(f"{item.slot}: {item.level} - {item.reason}", (left.id, right.id), line)
        for item in comparisons
        if item.level != "unknown"
    )


def compare_pair(
    rule: Rule,
    left: Claim,
    right: Claim,
    context: Context,
    slots: tuple[Slot, ...],
    before: Sequence[Step] = (),
) -> tuple[tuple[Comparison, ...], tuple[Step, ...], Judgement | None]:
    """The comparisons of the slots, the steps so far, and the judgement where a slot or the voice rules the pair out.

    `before` are steps that come first.
    """
    pair, line = rule.form.check.pair, rule.line("check.pair")
    comparisons = compare(left, right, context.domain, slots)
    steps = (*before, *comparison_steps(comparisons, left, right, line))
    different = next((item.reason for item in comparisons if item.level == "different"), None)
    blocked = different or apart_enough(rule, left, right, context, pair.differ)
    refused = silent(steps, f"not comparable: {blocked}", left, right, line) if blocked else None
    return comparisons, steps, refused


def certainty(
    comparisons: Sequence[Comparison], left: Claim, right: Claim, context: Context, start: float
) -> float:
    """How sure a finding is: less for every slot not stated, for hedges, open measures, and captions.

    Figures of the text stand for those of its headline, which names no source; a picture may be of another day and place.
    """
    score = start
    score -= 0.06 * sum(
        item.level == "unknown" and item.slot in ("event", "actor", "place", "time") for item in comparisons
    )
    score -= 0.1 * ("hedged" in (left.factuality, right.factuality))
    score -= 0.2 * any(claim.content.get("part") == "caption" for claim in (left, right))
    figures = left.quantity is not None and right.quantity is not None
    score -= 0.07 * (figures and (left.in_headline or right.in_headline))
    score -= 0.05 * any("said_before" in claim.content for claim in (left, right))
    score -= 0.12 * any((claim.measure or "open:").startswith("open:") for claim in (left, right))
    return round(max(score, 0.05), 2)


def apart_enough(
    rule: Rule, left: Claim, right: Claim, context: Context, differ: Sequence[str]
) -> str | None:
    """Why two claims may not be set against each other: the same voice where the rule wants two."""
    for voice in differ:
        if voice == "document" and left.document == right.document:
            return "both stand in one report"
        if voice == "outlet" and context.house(left) == context.house(right):
            return "both come from one outlet, or from outlets of one house"
        if voice == "speaker" and left.document == right.document and speaker_key(left) == speaker_key(right):
            return "one speaker says both"
    return None


def one_voice(left: Claim, right: Claim) -> str | None:
    """Why two figures of one report are no conflict: one voice in running text gives them for two things.

    A headline against its own body stays a conflict.
    """
    if left.document != right.document or not one_speaker(speaker_key(left), speaker_key(right)):
        return None
    return (
        None
        if left.in_headline != right.in_headline
        else "one voice gives both figures in one report, so of two things"
    )


def one_speaker(left: str | None, right: str | None) -> bool:
    """Whether two keys name one speaker: the same, or a short form of the other."""
    if left is None or right is None:
        return left is right
    one, two = set(left.split("_")), set(right.split("_"))
    return one <= two or two <= one


def speaker_key(claim: Claim) -> str | None:
    """The key of the nearest speaker, None for the outlet's own voice."""
    return claim.speaker.entity or claim.speaker.name if claim.speaker else None


def earlier(one: str, two: str) -> bool:
    """Whether an ISO date or time is before another; a day and an hour of that day are not told apart."""
    if len(one) == len("2022-11-13") or len(two) == len("2022-11-13"):
        return one[:10] < two[:10]
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(two)
    if (first.tzinfo is None) != (second.tzinfo is None):
        return one[:10] < two[:10]
    return first < second
