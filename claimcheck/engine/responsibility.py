"""Who did it: a party that is blamed and denies it, and two opposed parties blamed for one deed."""

from __future__ import annotations

from functools import cache

from claimcheck.align.comparisons import is_main
from claimcheck.extract.particulars.parties import GOVERNMENT, REBELS
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, Relation

NEAR = 2500
"""Within so many characters of one report an answer belongs to the accusation before it."""


def denied_blame(conflict: Relation | None, left: Claim, right: Claim) -> tuple[Relation | None, str]:
    """The relation of an accusation (or a plain report of the deed) and a denial, and why."""
    if _denies(left) == _denies(right):
        return None, "not one accusation and one denial"
    apart = _two_deeds(left, right)
    if apart is not None:
        return None, apart
    one, two = _parties(left, right)
    if not may_be_one(one, two):
        return None, f"one speaks of {_name(one)}, the other of {_name(two)}"
    return conflict, f"{_name(one if one != GOVERNMENT else two)} is said to have done it, and denies it"


def opposed_blame(conflict: Relation | None, left: Claim, right: Claim) -> tuple[Relation | None, str]:
    """The relation of two accusations against the two sides of a war, and why; allies may both have done it."""
    if left.content.get("form") != "accusation" or right.content.get("form") != "accusation":
        return None, "not two accusations"
    apart = _two_deeds(left, right)
    if apart is not None:
        return None, apart
    one, two = _parties(left, right)
    if (one in _armed()) == (two in _armed()):
        return None, "both may have had a part in it"
    if left.document == right.document and left.speaker == right.speaker and left.speaker is not None:
        return None, "one speaker says both"
    return conflict, f"one blames {_name(one)}, the other {_name(two)}"


def _parties(left: Claim, right: Claim) -> tuple[str, str]:
    return str(left.content["value"]), str(right.content["value"])


def sureness(left: Claim, right: Claim) -> float:
    """How sure it is that two statements speak of one deed: an accusation beside its answer most of all.

    Of the many places of a report that tell who did it, the nearest to the denial is shown.
    """
    score = 0.9
    if "deed" in (left.content.get("form"), right.content.get("form")):
        score -= 0.1
    if left.content.get("habit") or right.content.get("habit"):
        score -= 0.1
    if left.document == right.document:
        score -= 0.1 * min(abs(left.start - right.start), NEAR) / NEAR
    return score


def _two_deeds(left: Claim, right: Claim) -> str | None:
    """Why two statements speak of two deeds: only the main event goes over from report to report.

    Inside one report a denial that names no event of its own answers an accusation near it.
    """
    if is_main(left) and is_main(right):
        return None
    if left.document != right.document or left.field != right.field:
        return "one does not speak of the event that the reports are about"
    if abs(left.start - right.start) > NEAR:
        return "they stand too far apart in their report to speak of one deed"
    if _denies(left) != _denies(right):
        answers = any(_denies(claim) and claim.content.get("answers") for claim in (left, right))
    else:
        answers = any(claim.content.get("answers") for claim in (left, right))
    same = left.event is not None and right.event is not None and left.event.id == right.event.id
    if not answers and not (same and _denies(left) != _denies(right)):
        return "they speak of two deeds"
    return None if same or _denies(left) != _denies(right) else "they speak of two events"


def _denies(claim: Claim) -> bool:
    return claim.content.get("denied") == "true"


def may_be_one(left: str, right: str) -> bool:
    """Whether two parties can be one: the same, "the government" of any country, "rebels" of any group."""
    if left == right:
        return True
    if REBELS in (left, right):
        return {left, right} <= _armed()
    return GOVERNMENT in (left, right) and not {left, right} & _armed()


@cache
def _armed() -> frozenset[str]:
    """The keys of armed groups, and of rebels in general."""
    return word_set("responsibility", "groups") | {REBELS}


def _name(party: str) -> str:
    return {GOVERNMENT: "the government", REBELS: "rebels"}.get(party, party.replace("_", " ").title())
