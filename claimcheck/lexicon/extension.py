"""How the packs of a run add to one another: the order they are read in, and entries of one name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from claimcheck.lexicon.forms import Form

Entry = TypeVar("Entry", bound=Form)


def extended(known: Entry, more: Entry) -> Entry:
    """One entry from two of one name: lists add up; anything else that the later one states takes its place.

    >>> from claimcheck.lexicon.forms import EventForm
    >>> attack = EventForm(verbs=["attack"], nouns=["attack", "blast"])
    >>> extended(attack, EventForm(nouns=["blast", "airstrike"])).nouns
    ['attack', 'blast', 'airstrike']
    """
    changes: dict[str, object] = {}
    for name in sorted(more.model_fields_set):
        given, own = getattr(more, name), getattr(known, name)
        if isinstance(given, list):
            changes[name] = [*own, *(word for word in given if word not in own)]
        else:
            changes[name] = given
    return known.model_copy(update=changes)


def extend(known: dict[str, Entry], more: Mapping[str, Entry]) -> None:
    """Adds the entries of a later lexicon to the known ones, by name."""
    for name, entry in more.items():
        known[name] = extended(known[name], entry) if name in known else entry


def in_order_of_use(uses: Mapping[str, Iterable[str]]) -> list[str]:
    """The names of packs, each after those that it uses; by name where use does not decide.

    >>> in_order_of_use({"conflict": ["core"], "core": ["lang/en"], "lang/en": []})
    ['lang/en', 'core', 'conflict']
    """
    ordered: list[str] = []
    seen: set[str] = set()

    def visit(name: str) -> None:
        if name in seen or name not in uses:
            return
        seen.add(name)
        for used in sorted(uses[name]):
            visit(used)
        ordered.append(name)

    for name in sorted(uses):
        visit(name)
    return ordered
