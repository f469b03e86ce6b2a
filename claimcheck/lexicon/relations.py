"""Relations of two persons or things, and which of them leave no room for each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from claimcheck.lexicon.senses import base_form
from claimcheck.lexicon.tables import english, words

Told = Mapping[str, tuple[str, bool]]
"""A word to the relation it tells and whether it tells it the other way round."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Typed view of relations.yml, whose comments say what each list is for; all words in their base form."""

    verbs: Told
    nouns: Told
    stances: Mapping[str, str]
    one_way: frozenset[str]
    directed: frozenset[str]
    kin: frozenset[str]
    exclusive: frozenset[frozenset[str]]
    one_only: Mapping[str, str]
    done_once: frozenset[str]
    posts: frozenset[str]
    phrases: frozenset[str]

    def exclude(self, one: str, two: str) -> bool:
        """Whether two relations cannot both hold of one pair.

        >>> relations().exclude("causation", "prevention"), relations().exclude("sibling", "kinship")
        (True, False)
        """
        return frozenset({one, two}) in self.exclusive


@cache
def relations() -> Relations:
    """The shipped relations."""
    table = english("relations")
    listed: Mapping[str, Mapping[str, Any]] = table["relations"]
    verbs, nouns = _told(listed, "verbs", "converse_verbs"), _told(listed, "nouns", "converse")
    stances = {str(word): name for name, entry in listed.items() for word in entry.get("stances", ())}
    one_only = {str(word): name for name, group in table["one_only"].items() for word in group}
    return Relations(
        verbs,
        nouns,
        stances,
        words(table, "one_way"),
        words(table, "directed"),
        words(table, "kin"),
        frozenset(frozenset(pair) for group in table["exclusive"] for pair in combinations(group, 2)),
        one_only,
        words(table, "done_once"),
        words(table, "posts"),
        frozenset(word for told in (verbs, nouns, one_only, table["posts"]) for word in told if " " in word),
    )


def _told(listed: Mapping[str, Mapping[str, Any]], straight: str, turned: str) -> Told:
    found = {}
    for name, entry in listed.items():
        for key, converse in ((straight, False), (turned, True)):
            found.update({base_form(str(word)): (name, converse) for word in entry.get(key, ())})
    return found
