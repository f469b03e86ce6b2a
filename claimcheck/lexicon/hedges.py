"""The words that make a figure a bound or an estimate."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache

from claimcheck.lexicon.tables import english, words
from claimcheck.model import Qualifier


@dataclass(frozen=True, slots=True)
class End:
    """One end of a hedge's range: a multiple of the stated figure, nothing at all, or zero."""

    factor: Decimal | None
    closed: bool


@dataclass(frozen=True, slots=True)
class Hedge:
    """What a qualifier does to a figure, and the wordings before and behind the figure."""

    name: str
    qualifier: Qualifier
    hard: tuple[End, End]
    soft: tuple[End, End]
    before: tuple[str, ...]
    after: tuple[str, ...]


def _end(text: object) -> End:
    stated = str(text)
    if stated == "inf":
        return End(None, closed=False)
    if stated == "0":
        return End(Decimal(0), closed=True)
    body = stated.lstrip("<>").removesuffix("x")
    return End(Decimal(body) if body else Decimal(1), closed=stated[0] not in "<>")


@cache
def hedges() -> tuple[Hedge, ...]:
    """The qualifiers of figures with the ranges they mean."""
    return tuple(
        Hedge(
            name=name,
            qualifier=entry.get("as", name),
            hard=(_end(entry["hard"][0]), _end(entry["hard"][1])),
            soft=(_end(entry["soft"][0]), _end(entry["soft"][1])),
            before=tuple(str(word) for word in entry.get("before", ())),
            after=tuple(str(word) for word in entry.get("after", ())),
        )
        for name, entry in english("hedges")["qualifiers"].items()
    )


@dataclass(frozen=True, slots=True)
class HedgeWords:
    """Typed view of the small lists of hedges.yml: where a qualifier is none."""

    before_past: frozenset[str]
    before_over: frozenset[str]
    before_about: frozenset[str]
    adjectives_too: frozenset[str]


@cache
def hedge_words() -> HedgeWords:
    """The words beside which a qualifier is something else."""
    table = english("hedges")
    return HedgeWords(**{field.name: words(table, field.name) for field in fields(HedgeWords)})
