"""Who is said to have done it, and who denies it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeAlias

from claimcheck.extract.particulars.parties import party_in
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.tables import word_set
from claimcheck.text.listed import listed
from claimcheck.text.patterns import lemmas
from claimcheck.text.sentences import Sentence

Form: TypeAlias = Literal["accusation", "deed", "denial"]
OBJECT_WITHIN = 8
"""How many words behind its verb the thing denied or the weapon used may stand."""


@dataclass(frozen=True, slots=True)
class ResponsibilityMention:
    """A party that is blamed for a deed, is said to do it, or denies it, with the token of the verb.

    `party` is None where the speaker denies without naming who is accused ("the reports are false").
    """

    at: int
    party: str | None
    form: Form


@cache
def _set(key: str) -> frozenset[str]:
    return word_set("responsibility", key)


@cache
def _triggers() -> frozenset[str]:
    """The words without one of which a sentence tells nothing of who did it."""
    lists = (
        "deny",
        "blame",
        "ascribe",
        "guilty",
        "bearing",
        "dismissed_things",
        "attack_verbs",
        "weapon_verbs",
    )
    # of an idiom its longest word, which few other sentences hold
    idioms = (max(phrase.split(), key=len) for key in ("agent_verbs", "blame_idioms") for phrase in _set(key))
    return frozenset({"claim", "truth"}).union(idioms, *map(_set, lists))


def find_responsibility(sentence: Sentence) -> Iterator[ResponsibilityMention]:
    """The parties a sentence blames or lets deny, from left to right.

    >>> from claimcheck.text.sentences import split_sentences
    >>> def read(text):
    ...     return [(m.party, m.form) for m in find_responsibility(split_sentences(text)[0])]
    >>> read("The Syrian regime has denied any responsibility for the attack.")
    [('syria', 'denial')]
    >>> read("Paris blamed Syrian government forces for the massacre.")
    [('syria', 'accusation')]
    >>> read("Ethiopian troops shelled the market, aid workers said.")
    [('ethiopia', 'deed')]
    >>> read("Reports of a massacre are totally false, the spokesman said.")
    [(None, 'denial')]
    """
    bases = lemmas(sentence)
    if _triggers().isdisjoint(bases) and _triggers().isdisjoint(sentence.lowers):
        return
    for first, behind, _ in listed("responsibility", "blame_idioms").every(sentence.lowers):
        party = party_in(sentence, behind, behind + 7)
        if party is not None:
            yield ResponsibilityMention(first, party, "accusation")
    for at, base in enumerate(bases):
        found = _mention(sentence, bases, at, base)
        if found is not None:
            yield found
            other = _beside(sentence, at)
            if other is not None and other != found.party:
                yield replace(found, party=other)


def _beside(sentence: Sentence, at: int) -> str | None:
    """The first of two parties that do the same: "the army and the rebels have both denied it"."""
    before = sentence.lowers[max(0, at - 12) : at]
    if "both" not in before[-2:] or "and" not in before:
        return None
    joint = at - 1 - before[::-1].index("and")
    return party_in(sentence, joint - 5, joint)


def _mention(sentence: Sentence, bases: tuple[str, ...], at: int, base: str) -> ResponsibilityMention | None:
    """What the word at a token says about who did it."""
    tag = sentence.tags[at]
    if base in _set("deny") and tag in "VTGI":
        return _denial(sentence, at)
    if base in _set("blame") and tag in "VTGI":
        return _of(at, _blamed(sentence, at), "accusation")
    if base in _set("ascribe") and tag in "VTGI":
        return _of(at, _ascribed(sentence, at), "accusation")
    if sentence.lowers[at] in _set("guilty") and _be_before(sentence, at):
        negated = _negated(sentence, at)
        return _of(at, _subject(sentence, at), "denial" if negated else "accusation")
    if base in _set("bearing") and "responsibility" in sentence.lowers[at + 1 : at + 5]:
        return _of(at, _subject(sentence, at), "accusation")
    if base == "claim" and tag in "VT":
        return _of(at, _claimant(sentence, at), "accusation")
    if sentence.lowers[at] in _set("dismissed_things") or sentence.lowers[at] == "truth":
        return ResponsibilityMention(at, None, "denial") if _called_false(sentence, at) else None
    denied = not _set("deny").isdisjoint(bases[max(0, at - 4) : at])
    if tag in "VTG" and not denied and _is_deed(sentence, bases, at, base) and not _negated(sentence, at):
        return _of(at, _doer(sentence, at), "deed")
    return None


def _of(at: int, party: str | None, form: Form) -> ResponsibilityMention | None:
    return None if party is None else ResponsibilityMention(at, party, form)


def _denial(sentence: Sentence, at: int) -> ResponsibilityMention | None:
    """ "denied any role", "dismissed the claims as lies", "an attack which the rebels deny"."""
    behind = sentence.lowers[at + 1 : at + 1 + OBJECT_WITHIN]
    things = _set("denied_things") if sentence.lowers[at].startswith("den") else _set("dismissed_things")
    first = _relative(sentence, at)
    if first is not None:
        return _of(at, party_in(sentence, first, at), "denial")
    if things.isdisjoint(behind[:5]) and (_set("dismissed_things").isdisjoint(behind) or "as" not in behind):
        return None
    party = _subject(sentence, at)
    if party is not None and party == _accuser(sentence, at):
        return None
    return ResponsibilityMention(at, party, "denial") if party or sentence.tags[at] == "G" else None


def _accuser(sentence: Sentence, at: int) -> str | None:
    """Whose accusation it is that is denied: "dismissed the army's accusations"."""
    for here in range(at + 1, min(at + OBJECT_WITHIN, len(sentence.lowers))):
        if sentence.tags[here] == "A":
            return party_in(sentence, at + 1, here)
    return None


def _relative(sentence: Sentence, at: int) -> int | None:
    """Where the subject of "which the rebels deny" begins, for a verb that ends its clause."""
    if at + 1 < len(sentence.tags) and sentence.tags[at + 1] not in "SU":
        return None
    for here in range(at - 1, max(at - 6, -1), -1):
        if sentence.lowers[here] == "which":
            return here + 1
    return None


def _called_false(sentence: Sentence, at: int) -> bool:
    """ "the reports … are totally false", "no truth whatsoever to the reports"."""
    lowers = sentence.lowers
    if lowers[at] == "truth":
        return "no" in lowers[max(0, at - 2) : at] and not _set("dismissed_things").isdisjoint(
            lowers[at + 1 :]
        )
    for here in range(at + 1, min(at + 16, len(lowers))):
        if lowers[here] in grammar().be:
            return not _set("false").isdisjoint(lowers[here + 1 : here + 5]) and not _negated(
                sentence, here + 2
            )
    return False


def _claimant(sentence: Sentence, at: int) -> str | None:
    """Who takes the deed on itself: "claimed responsibility", "was claimed by"."""
    behind = sentence.lowers[at + 1 : at + 4]
    if behind[:1] == ("by",):
        return party_in(sentence, at + 2, at + 10)
    return None if _set("claimed_things").isdisjoint(behind) else _subject(sentence, at)


def _is_deed(sentence: Sentence, bases: tuple[str, ...], at: int, base: str) -> bool:
    """Whether a verb tells an attack: on people or places, with a weapon, or "carried out" with one behind."""
    if base in _set("attack_verbs"):
        return True
    behind = sentence.lowers[at + 1 : at + 1 + OBJECT_WITHIN]
    if base in _set("weapon_verbs"):
        return not _set("weapons").isdisjoint(behind)
    two = " ".join(bases[at : at + 2])
    if base in _set("agent_verbs") or two in _set("agent_verbs"):
        nouns = word_set("narrative", "event_nouns")
        return not nouns.isdisjoint(behind) or _by(sentence, at) is not None
    return False


def _doer(sentence: Sentence, at: int) -> str | None:
    """Who acts: the party behind "by", else the subject."""
    by = _by(sentence, at)
    if by is not None:
        return party_in(sentence, by + 1, by + 8)
    passive = sentence.tags[at] == "T" and _be_before(sentence, at)
    return None if passive or _strike_in_country(sentence, at) else _subject(sentence, at)


def _strike_in_country(sentence: Sentence, at: int) -> bool:
    """Whether the country before a verb is where it was struck: "Lebanon strike kills eight", unlike "Israeli strike"."""
    return any(
        sentence.lowers[here] in gazetteer().names
        and sentence.lowers[here + 1] in word_set("narrative", "event_nouns")
        for here in range(max(0, at - 9), at - 1)
    )


def _by(sentence: Sentence, at: int) -> int | None:
    """The token "by" close behind a participle."""
    if sentence.tags[at] not in "VT":
        return None
    return next(
        (here for here in range(at + 1, min(at + 4, len(sentence.lowers))) if sentence.lowers[here] == "by"),
        None,
    )


def _be_before(sentence: Sentence, at: int) -> bool:
    return any(lower in grammar().be for lower in sentence.lowers[max(0, at - 3) : at])


def _negated(sentence: Sentence, at: int) -> bool:
    return any(lower in grammar().negators for lower in sentence.lowers[max(0, at - 4) : at])


def _blamed(sentence: Sentence, at: int) -> str | None:
    """The object of "blame X for"; for "blamed the attack on X" what stands behind "on"."""
    end = min(at + 14, len(sentence.lowers))
    for here in range(at + 1, end):
        if sentence.lowers[here] == "on" and sentence.tags[here] == "P":
            return party_in(sentence, here + 1, here + 7)
        if sentence.lowers[here] in ("for", "of") or sentence.tags[here] in "VSW":
            return party_in(sentence, at + 1, here)
    return party_in(sentence, at + 1, end)


def _ascribed(sentence: Sentence, at: int) -> str | None:
    """The party behind "to" of "attributed the attack to the rebels"."""
    for here in range(at + 1, min(at + 10, len(sentence.lowers))):
        if sentence.lowers[here] == "to":
            return party_in(sentence, here + 1, here + 9)
        if sentence.tags[here] in "VSW":
            return None
    return None


def _subject(sentence: Sentence, at: int) -> str | None:
    """The party that the subject of a verb names."""
    first = at - 1
    while first > 0 and at - first < 14 and sentence.tags[first - 1] not in "SV" and sentence.lowers[first - 1] not in (
        ";", ":", "“", "”", '"', "that", "and", "but",
    ):  # fmt: skip
        first -= 1
    return party_in(sentence, first, at)
