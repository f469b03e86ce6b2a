"""How the meanings of two words stand to each other: synonyms, kinds, opposites, alternatives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from typing import Literal

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.inflection import noun_lemma
from claimcheck.lexicon.tables import Table, english, words

Sense = Literal["same", "synonym", "broader", "narrower", "opposite", "alternative", "unrelated"]


@lru_cache(maxsize=65536)
def base_form(word: str) -> str:
    """The form under which a word is compared, whatever its class: verbs by their base, nouns in the singular.

    >>> base_form("wounded"), base_form("children"), base_form("far from")
    ('wound', 'child', 'far from')
    """
    known = grammar()
    if " " in word or word in known.negators:
        return word
    if word in known.have:
        return "have"
    verb = known.verbs.get(word)
    if verb is not None:
        return verb.base
    return "be" if word in known.be else noun_lemma(word)


@dataclass(frozen=True, slots=True)
class Senses:
    """Typed view of synonyms.yml, hypernyms.yml and opposites.yml; all words in their base form."""

    sets: Mapping[str, frozenset[int]]
    broader: Mapping[str, frozenset[str]]
    opposite: Mapping[str, frozenset[str]]
    alternatives: Mapping[str, frozenset[str]]
    ordinals: Mapping[str, int]
    endings: frozenset[str]
    passed_over: frozenset[str]
    negators: frozenset[str]
    uncertain: frozenset[str]
    prefixes: frozenset[str]
    speech: frozenset[str]
    pronouns: frozenset[str]
    two_ends: frozenset[str]
    withheld: frozenset[str]
    light: frozenset[str]
    demanded: frozenset[str]
    spared: frozenset[str]
    journeys: Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]
    halves: frozenset[frozenset[str]]
    everybody: frozenset[str]
    aboard: frozenset[str]
    kept_to: frozenset[str]
    found_in: frozenset[str]
    bodies: frozenset[str]
    seated: frozenset[str]
    unequal: frozenset[str]
    times: frozenset[str]
    superlatives: frozenset[str]
    makings: frozenset[str]
    lasting: frozenset[str]
    once: Mapping[str, str]
    phrases: frozenset[str]

    def sense(self, one: str, two: str) -> Sense:
        """What the second word is to the first: "broader" where it names a wider kind.

        >>> senses().sense("carrot", "vegetable"), senses().sense("sit", "stand")
        ('broader', 'alternative')
        """
        if one == two:
            return "same"
        if self.synonyms(one, two):
            return "synonym"
        if two in self.opposite.get(one, ()) or self._turned(one, two):
            return "opposite"
        if two in self.broader.get(one, ()):
            return "broader"
        if one in self.broader.get(two, ()):
            return "narrower"
        if two in self.alternatives.get(one, ()):
            return "alternative"
        return "unrelated"

    def _turned(self, one: str, two: str) -> bool:
        """Whether one word is the other behind a prefix of denial: happy, unhappy."""
        short, long = sorted((one, two), key=len)
        return len(short) > 3 and long.endswith(short) and long[: -len(short)] in self.prefixes

    def alike(self, word: str) -> frozenset[str]:
        """All words that stand in one set of synonyms with a word."""
        listed = self.sets.get(word, frozenset())
        return frozenset(other for other, sets in self.sets.items() if not listed.isdisjoint(sets)) - {word}

    def synonyms(self, one: str, two: str) -> bool:
        """Whether two words stand in one set of synonyms."""
        sets = self.sets.get(one)
        return sets is not None and not sets.isdisjoint(self.sets.get(two, ()))


@cache
def senses() -> Senses:
    """The shipped relations between words."""
    same, kinds, against = english("synonyms"), english("hypernyms"), english("opposites")
    sets: dict[str, set[int]] = {}
    for number, listed in enumerate(same["sets"]):
        for word in listed:
            sets.setdefault(base_form(str(word)), set()).add(number)
    broader = _closed({str(key): [str(word) for word in listed] for key, listed in kinds["kinds"].items()})
    opposite = _exclusive_poles(against)
    alternatives: dict[str, set[str]] = {}
    for listed in against["alternatives"].values():
        for one, two in combinations([base_form(str(word)) for word in listed], 2):
            alternatives.setdefault(one, set()).add(two)
            alternatives.setdefault(two, set()).add(one)
    return Senses(
        {word: frozenset(found) for word, found in sets.items()},
        broader,
        _frozen(opposite),
        _frozen(alternatives),
        {str(word): number for number, word in enumerate(against["ordinals"], 1)},
        words(same, "endings"),
        words(same, "passed_over"),
        words(same, "negators"),
        words(same, "uncertain"),
        words(against, "prefixes"),
        words(same, "speech"),
        words(same, "pronouns"),
        words(against, "two_ends"),
        words(against, "withheld"),
        words(against, "light"),
        frozenset(map(base_form, words(against, "demanded"))),
        words(against, "spared"),
        _journeys(against["journeys"]),
        frozenset(frozenset(map(base_form, pair)) for pair in against["halves"]),
        words(against, "everybody"),
        words(against, "aboard"),
        frozenset(map(base_form, words(against, "kept_to"))),
        words(against, "found_in"),
        words(against, "bodies"),
        words(against, "seated"),
        words(against, "unequal"),
        words(against, "times"),
        words(against, "superlatives"),
        words(against, "makings"),
        words(against, "lasting"),
        {base_form(str(word)): name for name, listed in against["once"].items() for word in listed},
        frozenset(
            word for table in (sets, broader, opposite, _once(against)) for word in table if " " in word
        ),
    )


def _once(table: Table) -> frozenset[str]:
    return frozenset(
        str(word)
        for listed in (*table["once"].values(), table["lasting"], table["aboard"])
        for word in listed
    )


def _journeys(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """Verbs to the words that follow them and whether they lead towards the place, the longest wording first."""
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for name, listed in table.items():
        for phrase in listed:
            verb, *behind = str(phrase).split()
            found.setdefault(verb, []).append((tuple(behind), name == "towards"))
    return {verb: tuple(sorted(told, key=lambda item: -len(item[0]))) for verb, told in found.items()}


def _frozen(table: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(found) for word, found in table.items()}


def _exclusive_poles(table: Table) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, two in table["poles"]:
        left, right = ({base_form(str(word)) for word in pole} for pole in (one, two))
        for word in left:
            found.setdefault(word, set()).update(right)
        for word in right:
            found.setdefault(word, set()).update(left)
    return found


def _closed(kinds: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """For each word all the wider kinds it belongs to, over several steps."""
    direct: dict[str, set[str]] = {}
    for kind, listed in kinds.items():
        for word in listed:
            direct.setdefault(base_form(word), set()).add(base_form(kind))
    closed: dict[str, frozenset[str]] = {}
    for word in direct:
        found: set[str] = set()
        waiting = [word]
        while waiting:
            for kind in direct.get(waiting.pop(), ()):
                if kind not in found:
                    found.add(kind)
                    waiting.append(kind)
        closed[word] = frozenset(found - {word})
    return closed
