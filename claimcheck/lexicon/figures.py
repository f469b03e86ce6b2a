"""Number words, bands, hedges, units and the names that only look like figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache

from claimcheck.lexicon.hedges import Hedge as Hedge  # noqa: PLC0414 - named here too
from claimcheck.lexicon.tables import english, words


def fraction(text: object) -> Decimal:
    """The number in a table: "1/3" or 0.5.

    >>> fraction("1/8")
    Decimal('0.125')
    """
    upper, slash, lower = str(text).partition("/")
    value = Decimal(upper) / Decimal(lower) if slash else Decimal(upper)
    return value.quantize(Decimal("1.000000000000")).normalize() if slash else value


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Typed view of numbers.yml."""

    ones: Mapping[str, Decimal]
    tens: Mapping[str, Decimal]
    magnitudes: Mapping[str, Decimal]
    short_magnitudes: Mapping[str, Decimal]
    fractions: Mapping[str, Decimal]
    vulgar: Mapping[str, Decimal]
    bands: Mapping[str, tuple[Decimal, Decimal]]
    band_phrases: Mapping[str, tuple[Decimal, Decimal]]
    multiples: Mapping[str, Decimal]
    zero: tuple[str, ...]
    splitting: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit: `value * factor + offset` is the figure in the base unit of its dimension."""

    name: str
    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)
    currency: bool = False


@dataclass(frozen=True, slots=True)
class Units:
    """Typed view of units.yml: wordings to units."""

    by_name: Mapping[str, Unit]
    words: Mapping[str, Unit]
    tight: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    periods: Mapping[str, str]
    period_markers: frozenset[str]


@dataclass(frozen=True, slots=True)
class FigureNames:
    """Typed view of names.yml: what makes a number a name."""

    labels: frozenset[str]
    sure_labels: frozenset[str]
    year_markers: frozenset[str]
    street: frozenset[str]
    number_signs: frozenset[str]
    abbreviated_labels: frozenset[str]
    standards: frozenset[str]
    numbered_names: frozenset[str]
    capital_names: frozenset[str]
    model_letters: frozenset[str]
    models: frozenset[str]
    craft: frozenset[str]
    slashes: frozenset[str]
    counting_signs: frozenset[str]
    openers: frozenset[str]
    old_year_markers: frozenset[str]
    far_year_markers: frozenset[str]
    eras: frozenset[str]
    joints: frozenset[str]
    bounds_of_time: frozenset[str]
    clock_markers: frozenset[str]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Typed view of figures.yml: small words that decide how a figure is read."""

    pronoun_one_behind: frozenset[str]
    pronoun_one_before: frozenset[str]
    metres_before: frozenset[str]
    kept_plural: frozenset[str]
    partitive_openers: frozenset[str]
    additional: frozenset[str]
    others: frozenset[str]
    parts_of_a_force: frozenset[str]
    ordinal_before_half: frozenset[str]
    half_compounds: frozenset[str]
    ordinal_words: frozenset[str]
    meridiem: frozenset[str]
    clock_hours: frozenset[str]
    clock_minutes: frozenset[str]
    spaced_magnitudes: frozenset[str]
    plurals: frozenset[str]
    name_suffixes: frozenset[str]
    place_prepositions: frozenset[str]
    not_counted: frozenset[str]
    nobody: frozenset[str]
    pieces: frozenset[str]
    units_before: frozenset[str]
    restating: frozenset[str]
    person_objects: frozenset[str]
    person_subjects: frozenset[str]
    person_tolls: frozenset[str]
    nouns_too: frozenset[str]
    one_idioms: frozenset[str]
    ordinal_ends: frozenset[str]
    sign_words: frozenset[str]


@cache
def figure_words() -> FigureWords:
    """The small words around figures."""
    table = english("figures")
    return FigureWords(**{field.name: words(table, field.name) for field in fields(FigureWords)})


def _decimals(table: Mapping[str, object]) -> dict[str, Decimal]:
    return {str(word): fraction(value) for word, value in table.items()}


def _bands(table: Mapping[str, list[object]]) -> dict[str, tuple[Decimal, Decimal]]:
    return {word: (Decimal(str(low)), Decimal(str(high))) for word, (low, high) in table.items()}


@cache
def number_words() -> NumberWords:
    """How English writes numbers.

    >>> number_words().bands["dozens"]
    (Decimal('24'), Decimal('99'))
    """
    table = english("numbers")
    ones, tens, magnitudes = (_decimals(table[key]) for key in ("ones", "tens", "magnitudes"))
    fractions, multiples, bands = (
        _decimals(table["fractions"]),
        _decimals(table["multiples"]),
        _bands(table["bands"]),
    )
    return NumberWords(
        ones=ones,
        tens=tens,
        magnitudes=magnitudes,
        short_magnitudes=_decimals(table["short_magnitudes"]),
        fractions=fractions,
        vulgar=_decimals(table["vulgar"]),
        bands=bands,
        band_phrases=_bands(table["band_phrases"]),
        multiples=multiples,
        zero=tuple(table["zero"]),
        splitting=frozenset([*ones, *tens, *magnitudes, *fractions, "half"]),
    )


@cache
def units() -> Units:
    """Units and currencies by their wordings.

    >>> units().words["kilometres"].factor
    Decimal('1000')
    """
    table = english("units")
    by_name: dict[str, Unit] = {}
    by_word: dict[str, Unit] = {}
    tight: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for name, entry in table["units"].items():
        unit = Unit(
            name, entry["dimension"], Decimal(str(entry["factor"])), Decimal(str(entry.get("offset", 0)))
        )
        by_name[name] = unit
        by_word.update({str(word): unit for word in entry.get("words", ())})
        tight.update({str(word): unit for word in entry.get("tight", ())})
    for name, entry in table["currencies"].items():
        unit = Unit(name, str(entry.get("of", name)), Decimal(str(entry.get("factor", 1))), currency=True)
        by_name[name] = unit
        by_word.update({str(word): unit for word in entry.get("words", ())})
        symbols.update({str(word): unit for word in entry.get("symbols", ())})
    periods = {str(word): name for name, forms in table["periods"].items() for word in forms}
    return Units(by_name, by_word, tight, symbols, periods, words(table, "period_markers"))


@cache
def figure_names() -> FigureNames:
    """What makes a number a name: labels, streets, years."""
    table = english("names")
    return FigureNames(**{field.name: words(table, field.name) for field in fields(FigureNames)})
