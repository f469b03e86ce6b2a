"""How passage b stands to passage a, and why: differences first, then conflicts, then support."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.model import Claim, Finding
from claimcheck.passages.aboard import added_up_wrongly
from claimcheck.passages.commitment import overstated
from claimcheck.passages.comparisons import compared_apart
from claimcheck.passages.conflicts import conflict
from claimcheck.passages.coverage import coverage
from claimcheck.passages.differences import LEAST_SHARED, Difference, differences
from claimcheck.passages.doers import done_by_others
from claimcheck.passages.exclusions import excluded
from claimcheck.passages.figures import adds_up, unfounded
from claimcheck.passages.homes import at_home_elsewhere, found_elsewhere
from claimcheck.passages.journeys import crossed
from claimcheck.passages.links import find_links
from claimcheck.passages.listing import miscounted
from claimcheck.passages.makers import made_by_others
from claimcheck.passages.posts import held_by_others, works_otherwise
from claimcheck.passages.ranks import ranked_apart
from claimcheck.passages.shares import mixed_up, whole_for_part
from claimcheck.passages.speakers import without_speaker
from claimcheck.passages.timelines import untimely
from claimcheck.passages.verbs import with_verb
from claimcheck.passages.words import Word, read_words
from claimcheck.text.sentences import Sentence, split_sentences

PassageRelation = Literal["contradiction", "tension", "supported", "not_comparable"]
RULED: tuple[PassageRelation, ...] = ("contradiction", "tension")
"""What the rules may say where the words alone say nothing."""
LEAST_SHARED_SHORT = 0.5
LEAST_COVERED = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """The relation of passage b to passage a, and why in plain words."""

    relation: PassageRelation
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict with the claims and findings it rests on."""

    relation: PassageRelation
    claims: tuple[str, ...]
    findings: tuple[Finding, ...]
    why: str


def answer(
    texts: tuple[str, str],
    left: Sequence[Claim],
    right: Sequence[Claim],
    findings: Sequence[Finding],
) -> Answer:
    """The verdict on two passages with the claims of both, and what the rules found between them."""
    verdict = judge(*texts)
    between = [finding for finding in findings if _spans(finding, left, right)]
    found = tuple(finding for finding in between if finding.relation == verdict.relation)
    if verdict.relation == "not_comparable":
        for relation in RULED:
            found = tuple(finding for finding in between if finding.relation == relation)
            if found:
                verdict = Verdict(relation, found[0].explanation)
                break
    named = [name for finding in found for name in finding.claims]
    if not named:
        named = [claim.id for claim in (*left, *right) if claim.quantity is not None]
    return Answer(verdict.relation, tuple(dict.fromkeys(named)), found, verdict.why)


def _spans(finding: Finding, left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    return any(claim.id in finding.claims for claim in left) and any(
        claim.id in finding.claims for claim in right
    )


def judge(a: str, b: str) -> Verdict:
    """How passage b stands to passage a by their words alone.

    >>> judge("Two dogs sleep.", "Three dogs sleep.")
    Verdict(relation='contradiction', why='a says “Two”, b says “Three”')
    """
    first, second = ([with_verb(sentence) for sentence in split_sentences(text)] for text in (a, b))
    left, right = read_words(first), without_speaker(read_words(second))
    if not right:
        return Verdict("not_comparable", "b states nothing that can be checked")
    found = _of_slots(first, left, second, right)
    if found is not None:
        return Verdict("contradiction", found)
    share, apart = differences(left, right)
    fewer = sum(word.range is not None for word in left) > sum(word.range is not None for word in right)
    summed = fewer and any(adds_up(left, word) for item in apart for word in item.right)
    near = _of_differences(apart) if _nearly_the_same(share, apart) and not summed else None
    if near is not None and near.relation == "contradiction":
        return near
    found = (conflict(left, right) if near is None else None) or excluded(
        find_links(first, left), find_links(second, right)
    )
    if found is not None:
        return Verdict("contradiction", found)
    return near or _support(left, right)


def _of_slots(
    first: Sequence[Sentence], left: Sequence[Word], second: Sequence[Sentence], right: Sequence[Word]
) -> str | None:
    """Why one slot of what both passages tell is filled in two ways: a count, a rank, a post, a date.

    What is told of somebody or something named is looked for only where the passages share a name.
    """
    found = (
        miscounted(left, second, right)
        or mixed_up(first, left, second, right)
        or whole_for_part(left, right)
        or compared_apart(first, left, second, right)
        or found_elsewhere(left, right)
    )
    ours, theirs = ({word.key for word in side if word.kind == "name"} for side in (left, right))
    if found is not None or ours.isdisjoint(theirs):
        return found
    return (
        ranked_apart(first, left, second, right)
        or held_by_others(first, left, second, right)
        or works_otherwise(first, left, second, right)
        or untimely(left, right)
        or crossed(left, right)
        or made_by_others(first, left, second, right)
        or added_up_wrongly(left, right)
        or at_home_elsewhere(first, left, second, right)
        or done_by_others(left, right)
    )


def _nearly_the_same(share: float, apart: Sequence[Difference]) -> bool:
    """Whether the differences are the evidence: few, and not just words that b adds."""
    kinds = {item.kind for item in apart}
    if share < LEAST_SHARED:
        return (
            share >= LEAST_SHARED_SHORT
            and len(apart) == 1
            and kinds <= {"exclusive", "follows", "narrower", "other"}
        )
    return "added" not in kinds or not kinds <= {"added", "follows", "dropped"}


def _of_differences(apart: Sequence[Difference]) -> Verdict:
    """The verdict on two passages that are nearly the same, from what differs."""
    against = next((item for item in apart if item.kind in ("exclusive", "negated")), None)
    if against is not None and not any(item.other_subject for item in apart):
        return Verdict("contradiction", against.wording())
    beyond = next((item for item in apart if item.kind not in ("follows", "dropped")), None)
    if beyond is not None:
        return Verdict("not_comparable", f"{beyond.wording()}: that does not follow")
    told = "; ".join(item.wording() for item in apart)
    return Verdict("supported", f"b follows from a: {told}" if told else "b says what a says")


def _support(left: Sequence[Word], right: Sequence[Word]) -> Verdict:
    missing = unfounded(left, right)
    if missing:
        return Verdict("not_comparable", f"nothing in a gives “{missing[0].text}”")
    covered = coverage(left, right)
    if covered.strength < LEAST_COVERED:
        words = ", ".join(f"“{word.text}”" for word in covered.missing[:3])
        return Verdict("not_comparable", f"a does not speak of {words}")
    beyond = overstated(left, right)
    if beyond is not None:
        return Verdict("not_comparable", f"b states “{beyond.text}” as a fact, a does not")
    return Verdict("supported", "every figure of b, and most of its words, follow from a")
