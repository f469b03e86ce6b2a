"""Whose planes or guns a sentence says struck: one party's, those of one of two, or both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, TypeAlias

from claimcheck.extract.particulars.parties import GOVERNMENT, party_among
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.tables import word_set
from claimcheck.text.patterns import lemmas
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

Joint: TypeAlias = Literal["one", "either", "both"]
REACH_BEFORE, REACH_BEHIND = 9, 8
STRUCK = frozenset({"shoot", "down", "hit", "strike", "destroy", "damage", "target", "attack", "bomb"})
JOINTS = {"or": "either", "either": "either", "and": "both", "&": "both", "/": "either"}


@dataclass(frozen=True, slots=True)
class DoersMention:
    """The parties whose weapons at tokens [first, last) struck; `sure` where no word hedges whose they were."""

    first: int
    last: int
    parties: tuple[str, ...]
    joint: Joint
    sure: bool

    @property
    def told(self) -> str:
        """The parties in words: "kenya or ethiopia", "turkey, suspected"."""
        joined = (" or " if self.joint == "either" else " and ").join(self.parties)
        return joined if self.sure else f"{joined}, suspected"


@cache
def _set(key: str) -> frozenset[str]:
    return word_set("responsibility", key)


def find_doers(sentence: Sentence) -> Iterator[DoersMention]:
    """The owners of the planes and guns that a sentence lets strike, from left to right.

    >>> from claimcheck.text.sentences import split_sentences
    >>> def read(text):
    ...     return [(m.parties, m.joint, m.sure) for m in find_doers(split_sentences(text)[0])]
    >>> read("Russian or Syrian warplanes struck the market.")
    [(('russia', 'syria'), 'either', True)]
    >>> read("Air strikes by Kenyan and Ethiopian jets killed nine."), read("The planes are believed to be Russian.")
    ([(('ethiopia', 'kenya'), 'both', True)], [(('russia',), 'one', False)])
    """
    things = _things().every(sentence.lowers)
    struck = bool(things) and not _set("striking").isdisjoint(lemmas(sentence))
    for first, behind, strikes in things:
        if _undergoes(sentence, behind):
            continue
        found = _before(sentence, first, behind) or _behind(sentence, first, behind)
        if found is not None and (struck or strikes or not found.sure):
            yield found


def _undergoes(sentence: Sentence, at: int) -> bool:
    """Whether what a token stands behind was struck itself: "two Russian jets were shot down"."""
    bases = lemmas(sentence)[at : at + 3]
    passive = bases[:1] == ("be",) and not STRUCK.isdisjoint(bases[1:])
    return passive or bases[:1] == ("shoot",)


@cache
def _things() -> PhraseIndex[bool]:
    """What strikes, and whether it is the strike itself."""
    return PhraseIndex((phrase, phrase in _set("strikes")) for phrase in _set("striking_things"))


def _before(sentence: Sentence, at: int, behind: int) -> DoersMention | None:
    """ "Syrian regime or Russian | jets": the parties in the words right before the noun at a token."""
    first = at
    while first > 0 and at - first < REACH_BEFORE and _goes_on(sentence, first - 1):
        first -= 1
    return _mention(sentence, first, at, (first, behind))


def _behind(sentence: Sentence, at: int, behind: int) -> DoersMention | None:
    """ "warplanes, either Russian or Syrian, struck", "the planes are believed to be Russian"."""
    here = behind + (sentence.lowers[behind : behind + 1] == (",",))
    if sentence.lowers[here : here + 1] != ("either",):
        window = sentence.lowers[here : here + REACH_BEHIND]
        to_be = next((n for n in range(len(window)) if window[n : n + 2] == ("to", "be")), None)
        if to_be is None or _set("suspecting").isdisjoint(window):
            return None
        here += to_be + 2
    last = here
    while last < len(sentence.tags) and last - here < REACH_BEHIND and _goes_on(sentence, last):
        last += 1
    return _mention(sentence, here, last, (at, last))


def _goes_on(sentence: Sentence, at: int) -> bool:
    lower, tag = sentence.lowers[at], sentence.tags[at]
    return lower in JOINTS or lower in ("-", "the") or tag in "EJNT" or lower in _set("suspecting")


def _mention(sentence: Sentence, first: int, last: int, span: tuple[int, int]) -> DoersMention | None:
    """The parties among tokens [first, last), parted by the words that join them."""
    groups: list[list[str]] = [[]]
    joint: Joint = "one"
    for at in range(first, last):
        lower = sentence.lowers[at]
        if lower in JOINTS:
            groups.append([])
            joint = "either" if "either" in (JOINTS[lower], joint) else "both"
        else:
            groups[-1].append(lower)
    named = [party_among(group) for group in groups if group]
    parties = [party for party in named if party is not None]
    if joint == "one" and groups[0]:
        # "Russian Syrian airstrikes", a headline's "and"
        parties = _peoples(groups[0]) or parties
        joint = "both"
    if not parties:
        return None
    distinct = tuple(sorted(set(parties)))
    if len(distinct) < 2:
        joint = "one"
    if distinct == (GOVERNMENT,):
        return None
    around = sentence.lowers[max(0, first - REACH_BEHIND) : last]
    return DoersMention(span[0], span[1], distinct, joint, _set("suspecting").isdisjoint(around))


def _peoples(words: list[str]) -> list[str]:
    """The countries of two peoples that stand side by side."""
    people = [gazetteer().people.get(word) for word in words]
    return next(([one, two] for one, two in pairwise(people) if one is not None and two is not None), [])
