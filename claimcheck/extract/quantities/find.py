"""Figures of a sentence: qualifier, number or range, unit, and what is counted."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.quantities.bases import with_bases
from claimcheck.extract.quantities.changes import change_of
from claimcheck.extract.quantities.context import age_unit, in_context, is_rate_base, person_by_verb
from claimcheck.extract.quantities.figures import number_starters, read_figure
from claimcheck.extract.quantities.mention import Figure, QuantityMention
from claimcheck.extract.quantities.names import mask_names
from claimcheck.extract.quantities.qualifiers import hedge_before, hedge_behind, hedge_named, ranges_of
from claimcheck.extract.quantities.units import (
    Counted,
    counted_behind,
    counted_lemma,
    currency_before,
    is_age,
    period_behind,
    unit_before,
    unit_behind,
    unit_name,
)
from claimcheck.lexicon.figures import Hedge, Unit, figure_words
from claimcheck.model import Change, Value, plain
from claimcheck.text.groups import NounGroup
from claimcheck.text.sentences import Sentence

BOUNDS = frozenset({"at_least", "more_than", "at_most", "less_than"})
SHARES = frozenset({"share", "percentage_point", "point"})


def find_quantities(sentence: Sentence) -> list[QuantityMention]:
    """The figures of a sentence from left to right.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Moscow said it pulled back more than 30,000 troops in 3 days.")[0]
    >>> [(m.qualifier, str(m.value), m.noun_lemma or m.unit) for m in find_quantities(sentence)]
    [('more_than', '30000', 'troops'), ('exact', '3', 'day')]
    """
    starters, tokens, lowers = number_starters(), sentence.tokens, sentence.lowers
    if not any(token.kind == "number" or token.lower in starters for token in tokens):
        return []
    masked = mask_names(sentence)
    found: list[QuantityMention] = []
    at, floor = 0, 0
    while at < len(tokens):
        figure = None
        if at not in masked and (tokens[at].kind == "number" or lowers[at] in starters):
            figure = read_figure(sentence, at, masked)
        if figure is None:
            at += 1
            continue
        if is_rate_base(sentence, figure, found):
            found[-1] = replace(found[-1], basis=f"per_{plain(figure.low)}")
            at = figure.last
            continue
        mention = _mention(sentence, figure, floor)
        found.append(in_context(sentence, mention, found))
        at = floor = max(mention.last, at + 1)
    return with_bases(sentence, found)


def _mention(sentence: Sentence, figure: Figure, floor: int) -> QuantityMention:
    """The figure with what stands around it, no further back than `floor`."""
    first, currency = currency_before(sentence, figure.first, floor)
    last, unit = unit_behind(sentence, figure, currency)
    if currency is None and unit is not None and unit.currency:
        currency, unit = unit.name, None
    if unit is None and currency is None:
        first, unit = unit_before(sentence, first, floor)
    hedge, first = _hedge(sentence, first, floor)
    behind = hedge_behind(sentence, last)
    if behind is not None and behind[0].name != "exact" and hedge.name == "exact":
        hedge, last = behind
    period, last = period_behind(sentence, last)
    counted = counted_behind(sentence, last, unit)
    if _begins_anew(sentence, figure, first, last, counted):
        counted = Counted(None, partitive=False, last=last)
    late = hedge_behind(sentence, counted.last) if counted.group is not None else None
    if late is not None and hedge.name == "exact":
        hedge = late[0]
    if period is None and counted.group is not None:
        period, _ = period_behind(sentence, counted.last)
    hard, soft, qualifier = ranges_of(figure, hedge)
    name = unit_name(unit, currency, counted, sentence, figure)
    noun, age = counted.group, is_age(sentence, figure, last, unit)
    if name is None:
        name, noun, age = _bare_figure(sentence, figure, first, last, age=age)
    return QuantityMention(
        first=first,
        last=last,
        number=figure.first,
        value=_value(figure),
        hard=hard,
        soft=soft,
        qualifier=qualifier,
        form=figure.form,
        step=figure.step,
        unit=name,
        change=_change(sentence, figure, first, last, unit, currency),
        currency=currency,
        period=period,
        noun=noun,
        noun_lemma=_lemma(sentence, counted),
        partitive=counted.partitive,
        age=age,
        another=_another(sentence, first, figure, last),
    )


def _bare_figure(
    sentence: Sentence, figure: Figure, first: int, last: int, *, age: bool
) -> tuple[str | None, NounGroup | None, bool]:
    """Unit, noun and whether it is an age of a figure without a noun: "aged 24", "the blast killed six"."""
    unit = age_unit(sentence, figure, last, age=age)
    if unit is not None:
        return unit, None, True
    if person_by_verb(sentence, figure, first, last):
        return "person", NounGroup(figure.last - 1, figure.last, figure.last - 1), False
    return None, None, age


def _begins_anew(sentence: Sentence, figure: Figure, first: int, last: int, counted: Counted) -> bool:
    """Whether the noun behind "more" begins something else: "wounding dozens more | state media said"."""
    if counted.group is None or sentence.lowers[last : last + 1] != ("more",):
        return False
    if unit_name(None, None, counted, sentence, figure) != "item":
        return False
    return person_by_verb(sentence, figure, first, last + 1, counting=True)


def _lemma(sentence: Sentence, counted: Counted) -> str | None:
    return None if counted.group is None else counted_lemma(sentence.lowers[counted.group.head])


def _change(
    sentence: Sentence, figure: Figure, first: int, last: int, unit: Unit | None, currency: str | None
) -> Change | None:
    if figure.form == "band":
        return None
    share = unit is not None and unit.dimension in SHARES
    if share and figure.high < 0:
        return "down"
    measured = unit is not None or currency is not None or figure.form in ("fraction", "share")
    return change_of(sentence, first, last, measured=measured, share=share, money=currency is not None)


def _another(sentence: Sentence, first: int, figure: Figure, last: int) -> bool:
    """Whether the figure comes on top of another: "another 30", "30 more", "three other soldiers"."""
    words, lowers = figure_words().additional, sentence.lowers
    before = lowers[max(first - 1, 0) : figure.first + (lowers[figure.first] == "another")]
    if words.intersection(before) and "more" not in before:
        return True
    return lowers[last : last + 1] in (("more",), ("additional",))


def _hedge(sentence: Sentence, first: int, floor: int) -> tuple[Hedge, int]:
    """The qualifier before a figure and where it starts: also "at least another 30"."""
    found = hedge_before(sentence, first)
    if found is None and first - 1 > floor and sentence.lowers[first - 1] in figure_words().additional:
        found = hedge_before(sentence, first - 1)
    if found is None and first - 1 > floor and sentence.lowers[first - 1] in ("at", "to"):
        # "put the toll at least at 85"
        late = hedge_before(sentence, first - 1)
        found = late if late is not None and late[0].qualifier in BOUNDS else None
    if found is None or found[1] < floor:
        return hedge_named("exact"), first
    return found


def _value(figure: Figure) -> Value:
    if figure.form == "band":
        return None
    return (figure.low, figure.high) if figure.form == "range" else figure.low
