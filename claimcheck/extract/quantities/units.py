"""Units, currencies, periods and counted nouns beside a number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimcheck.extract.quantities.mention import Figure
from claimcheck.lexicon.figures import Unit, figure_words, units
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.inflection import noun_lemma
from claimcheck.text.groups import NounGroup, noun_group
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

LONGEST_LENGTH = 5
"""A number with more digits before an inch mark is no length."""
TIME_UNITS = frozenset({"year", "month", "week", "day"})


@cache
def _unit_words() -> PhraseIndex[Unit]:
    return PhraseIndex(units().words.items())


def unit_at(sentence: Sentence, at: int) -> tuple[int, Unit] | None:
    """The unit whose words start at a token, and how many tokens they are."""
    return _unit_words().starting(sentence.lowers, at) if at < len(sentence.lowers) else None


def currency_before(sentence: Sentence, at: int, floor: int) -> tuple[int, str | None]:
    """Where a currency sign before a token starts, and its currency."""
    if at > floor and sentence.tokens[at - 1].kind == "sign" and sentence.lowers[at - 1] in units().symbols:
        return at - 1, units().symbols[sentence.lowers[at - 1]].name
    return at, None


def unit_before(sentence: Sentence, at: int, floor: int) -> tuple[int, Unit | None]:
    """A unit that stands before its figure, and where it starts: "magnitude 6.2", "a magnitude-6.2 quake"."""
    here = at - 1
    here -= here > floor and sentence.lowers[here] in ("-", "of")
    if here >= floor and here >= 0 and sentence.lowers[here] in figure_words().units_before:
        return here, units().by_name[sentence.lowers[here]]
    return at, None


def unit_behind(sentence: Sentence, figure: Figure, currency: str | None) -> tuple[int, Unit | None]:
    """Where the figure with its unit ends, and the unit ("half an hour": the article is skipped)."""
    lowers, tokens = sentence.lowers, sentence.tokens
    at = figure.last
    if at >= len(lowers):
        return at, None
    tight = tokens[at].start == tokens[at - 1].end
    if tight and tokens[at - 1].kind == "number" and _is_tight_unit(sentence, at):
        return at + 1, units().tight[tokens[at].text]
    start = at + (lowers[at] == "-" or (figure.form == "band" and lowers[at] == "of"))
    if lowers[figure.first] == "half" and lowers[start] in ("a", "an"):
        start += 1
    if start >= len(lowers) or (currency is not None and lowers[start] != "%"):
        return at, None
    hit = _unit_words().starting(lowers, start)
    if hit is not None and not _only_looks_like_unit(sentence, start, figure, tight=tight):
        return start + hit[0], hit[1]
    head = lowers[start].split("-")[0] if "-" in lowers[start] else ""
    if head in TIME_UNITS and "old" in lowers[start]:
        return start + 1, units().by_name[head]
    return at, None


def _is_tight_unit(sentence: Sentence, at: int) -> bool:
    """Whether a sign or letter right behind digits is a unit: an inch mark, but no mark that ends a quotation."""
    text = sentence.tokens[at].text
    if text == "”":
        return False if "“" in sentence.lowers[:at] else len(sentence.tokens[at - 1].text) < LONGEST_LENGTH
    if text == '"' and (
        sentence.lowers[:at].count('"') % 2 or len(sentence.tokens[at - 1].text) > LONGEST_LENGTH
    ):
        return False
    return text in units().tight


def _only_looks_like_unit(sentence: Sentence, start: int, figure: Figure, *, tight: bool) -> bool:
    """A "second" that is an ordinal, or one or two letters behind a word: "two mm" is, "two in" is not."""
    word = sentence.lowers[start]
    if word == "second" and sentence.tags[start] == "J" and sentence.lowers[start - 1] != "-":
        return True
    spelled = sentence.tokens[figure.last - 1].kind != "number"
    return len(word) <= 2 and word.isalpha() and spelled and not tight


def period_behind(sentence: Sentence, at: int) -> tuple[str | None, int]:
    """What a rate is per ("a day", "per hour", "annually"), and where its words end."""
    lowers, table = sentence.lowers, units()
    if at + 1 < len(lowers) and lowers[at] == "-":  # "$12-an-hour"
        marker, _, rest = lowers[at + 1].partition("-")
        if marker in table.period_markers and rest in table.periods:
            return table.periods[rest], at + 2
    if at + 1 < len(lowers) and lowers[at] in table.period_markers:
        period = table.periods.get(lowers[at + 1])
        if period is not None and lowers[at + 2 : at + 3] not in (
            ("ago",),
            ("earlier",),
            ("later",),
            ("before",),
        ):
            return period, at + 2
    if at < len(lowers) and lowers[at] in ("daily", "weekly", "monthly", "yearly", "annually"):
        return table.periods[lowers[at]], at + 1
    return None, at


@dataclass(frozen=True, slots=True)
class Counted:
    """The group that is counted, whether it stands behind "of", and where it ends."""

    group: NounGroup | None
    partitive: bool
    last: int


def counted_behind(sentence: Sentence, at: int, unit: Unit | None) -> Counted:
    """What the figure that ends at a token counts.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Half of those soldiers had left.")[0]
    >>> counted = counted_behind(sentence, 1, None)
    >>> sentence.lowers[counted.group.head], counted.partitive
    ('soldiers', True)
    """
    lowers, tags = sentence.lowers, sentence.tags
    if at >= len(lowers):
        return Counted(None, partitive=False, last=at)
    start, partitive = at, False
    if lowers[at] == "-" and at + 1 < len(lowers) and lowers[at + 1] in grammar().person_nouns:
        # "the five-member panel" counts members
        return Counted(NounGroup(at + 1, at + 2, at + 1), partitive=False, last=at + 2)
    if lowers[at] == "-" or (lowers[at] == "more" and tags[at + 1 : at + 2] in tuple("NJE")):
        start = at + 1
    halved = at > 0 and lowers[at - 1] == "half" and lowers[at] in figure_words().partitive_openers
    if halved:
        start, partitive = _behind_of(sentence, at), True
    elif start < len(lowers) and lowers[start] == "of":
        start, partitive = _behind_of(sentence, start + 1), True
    elif unit is not None and unit.dimension != "share":
        return Counted(None, partitive=False, last=at)
    group = noun_group(sentence, start) if start < len(lowers) else None
    if group is not None and partitive and lowers[group.head] in ("them", "us", "whom"):
        # "30 of them children": the noun behind says what is counted
        group = (noun_group(sentence, group.last) if group.last < len(lowers) else None) or group
    return Counted(group, partitive, at if group is None else group.last)


def _behind_of(sentence: Sentence, at: int) -> int:
    """Behind the determiners and the number inside "of the three suspects"."""
    here = at
    while here < len(sentence.lowers) and (
        sentence.lowers[here] in figure_words().partitive_openers or sentence.tags[here] in "DQ"
    ):
        here += 1
    return here


def counted_lemma(word: str) -> str:
    """The name of what is counted: singular, but "troops" stay troops.

    >>> counted_lemma("soldiers"), counted_lemma("troops")
    ('soldier', 'troops')
    """
    return word if word in figure_words().kept_plural else noun_lemma(word)


def unit_name(
    unit: Unit | None, currency: str | None, counted: Counted, sentence: Sentence, figure: Figure
) -> str | None:
    """The canonical unit: currency, unit of measurement, share, person or item; None for a bare number."""
    if currency is not None:
        return currency
    if unit is not None:
        return unit.name
    if figure.form in ("fraction", "share"):
        return "share"
    if counted.group is None:
        return None
    head = sentence.lowers[counted.group.head]
    return "person" if head in grammar().person_nouns or head in ("them", "us", "others") else "item"


def is_age(sentence: Sentence, figure: Figure, last: int, unit: Unit | None) -> bool:
    """ "24-year-old", "aged 24", "24 years old"."""
    lowers = sentence.lowers
    if unit is not None and unit.name in TIME_UNITS:
        compound = "old" in lowers[last - 1]
        return compound or "old" in lowers[last : last + 2] or lowers[last : last + 2] == ("of", "age")
    return bool(figure.first) and lowers[figure.first - 1] in ("aged", "age", "ages")
