"""Whose planes struck: one party for one report, one of two for another, or a fact for one and a guess for another."""

from __future__ import annotations

from claimcheck.align.comparisons import is_main
from claimcheck.engine.judgement import one_speaker, speaker_key
from claimcheck.engine.responsibility import may_be_one
from claimcheck.model import Claim, Relation


def doers_apart(conflict: Relation | None, left: Claim, right: Claim) -> tuple[Relation | None, str]:
    """The relation of two statements on whose weapons struck, and why."""
    if not (is_main(left) and is_main(right)):
        return None, "one does not speak of the event that the reports are about"
    if left.document == right.document and one_speaker(speaker_key(left), speaker_key(right)):
        return None, "one voice says both"
    one, two = _parties(left), _parties(right)
    joints = (str(left.content["joint"]), str(right.content["joint"]))
    if not _touch(one, two):
        return None, "they name other parties"
    if joints == ("one", "one"):
        sure = (left.content.get("sure"), right.content.get("sure"))
        if sure[0] == sure[1]:
            return None, "both name the same party"
        return conflict, f"{_told(one, joints[0])} for sure in one report, only suspected in the other"
    if joints[0] == joints[1]:
        return None, "both name the same parties"
    if {"one", "both"} == set(joints) and all(claim.content.get("sure") == "true" for claim in (left, right)):
        return None, "one party may have struck alone in one place, and both in all"
    return conflict, f"{_told(one, joints[0])} in one report, {_told(two, joints[1])} in the other"


def _parties(claim: Claim) -> tuple[str, ...]:
    return tuple(str(party) for party in claim.content["parties"])


def _touch(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether each party of the shorter list may be one of the longer."""
    fewer, more = sorted((left, right), key=len)
    return all(any(may_be_one(one, two) for two in more) for one in fewer)


def _told(parties: tuple[str, ...], joint: str) -> str:
    joined = " or " if joint == "either" else " and "
    return joined.join(party.replace("_", " ").title() for party in parties)
