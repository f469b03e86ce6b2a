"""What a figure can be reckoned on: per head, adjusted for inflation, annualised, of which group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.tables import english, words

SORTS = ("denominator", "prices", "season", "span", "deductions", "population")


@dataclass(frozen=True, slots=True)
class BasisWords:
    """Typed view of bases.yml: each wording with the name of its basis, each basis with its sort."""

    wordings: Mapping[str, str]
    sorts: Mapping[str, str]
    before: frozenset[str]
    beside_measured: frozenset[str]


@cache
def basis_words() -> BasisWords:
    """The wordings of bases.

    >>> basis_words().wordings["per head"], basis_words().sorts["per_capita"]
    ('per_capita', 'denominator')
    """
    table = english("bases")
    named = {name: (sort, phrases) for sort in SORTS for name, phrases in table[sort].items()}
    return BasisWords(
        wordings={str(phrase): str(name) for name, (_, phrases) in named.items() for phrase in phrases},
        sorts={str(name): sort for name, (sort, _) in named.items()},
        before=words(table, "before"),
        beside_measured=words(table, "beside_measured"),
    )


def sort_of_basis(name: str) -> str:
    """The sort of a basis; one "per 100000" is a denominator.

    >>> sort_of_basis("year_on_year"), sort_of_basis("per_100000")
    ('span', 'denominator')
    """
    return basis_words().sorts.get(name, "denominator")
