"""Countries with their people, capitals and organs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.tables import english, words


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names to country keys: proper names, people, and seats of government."""

    names: Mapping[str, str]
    people: Mapping[str, str]
    seats: Mapping[str, str]
    organs: frozenset[str]
    place_kinds: frozenset[str]

    def actor(self, phrase: str) -> str | None:
        """The country that a name, a people or a seat of government stands for."""
        return self.names.get(phrase) or self.people.get(phrase) or self.seats.get(phrase)


@cache
def gazetteer() -> Gazetteer:
    """The shipped names of countries.

    >>> gazetteer().actor("moscow"), gazetteer().actor("russian")
    ('russia', 'russia')
    """
    table = english("gazetteer")
    names: dict[str, str] = {}
    people: dict[str, str] = {}
    seats: dict[str, str] = {}
    for key, entry in table["countries"].items():
        names[key.replace("_", " ")] = key
        names.update(dict.fromkeys((str(name) for name in entry.get("names", ())), key))
        people.update(dict.fromkeys((str(name) for name in entry.get("people", ())), key))
        seats.update(dict.fromkeys((str(name) for name in entry.get("seats", ())), key))
    return Gazetteer(names, people, seats, words(table, "organs"), words(table, "place_kinds"))
