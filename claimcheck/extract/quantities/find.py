"""Figures of a sentence: qualifier, number or range, unit, and what is counted."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.quantities.changes import change_of
from claimcheck.extract.quantities.figures import number_starters, read_figure
from claimcheck.extract.quantities.mention import Figure, QuantityMention
from claimcheck.extract.quantities.names import mask_names
from claimcheck.extract.quantities.qualifiers import (
    hedge_before,
    hedge_behind,
    hedge_named,
    interval_for,
)
from claimcheck.extract.quantities.units import (
    counted_behind,
    counted_lemma,
    currency_before,
    is_age,
    period_behind,
    unit_behind,
    unit_name,
)
from claimcheck.lexicon.figures import Hedge, figure_words
from claimcheck.model import Interval, Qualifier, Value
from claimcheck.text.sentences import Sentence


SHARES = frozenset({"share", "percentage_point", "point"})


def find_quantities(sentence: Sentence) -> list[QuantityMention]:
    """The figures of a sentence from left to right.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Moscow said it pulled back more than 30,000 troops in 3 days.")[0]
    >>> [(m.qualifier, str(m.value), m.noun_lemma or m.unit) for m in find_quantities(sentence)]
    [('more_than', '30000', 'troops'), ('exact', '3', 'day')]
    """
    starters = number_starters()
    if not any(token.kind == "number" or token.lower in starters for token in sentence.tokens):
        return []
    masked = mask_names(sentence)
    found: list[QuantityMention] = []
    at, floor = 0, 0
    while at < len(sentence.tokens):
        figure = None
        if at not in masked and (sentence.tokens[at].kind == "number" or sentence.lowers[at] in starters):
            figure = read_figure(sentence, at, masked)
        if figure is None:
            at += 1
            continue
        mention = _mention(sentence, figure, floor)
        found.append(mention)
        at = floor = max(mention.last, at + 1)
    return found


def _mention(sentence: Sentence, figure: Figure, floor: int) -> QuantityMention:
    """The figure with what stands around it, no further back than `floor`."""
    first, currency = currency_before(sentence, figure.first, floor)
    last, unit = unit_behind(sentence, figure, currency)
    if currency is None and unit is not None and unit.currency:
        currency, unit = unit.name, None
    hedge, first = _hedge(sentence, first, floor)
    behind = hedge_behind(sentence, last)
    if behind is not None and behind[0].name != "exact" and hedge.name == "exact":
        hedge, last = behind
    period, last = period_behind(sentence, last)
    counted = counted_behind(sentence, last, unit)
    late = hedge_behind(sentence, counted.last) if counted.group is not None else None
    if late is not None and hedge.name == "exact":
        hedge = late[0]
    if period is None and counted.group is not None:
        period, _ = period_behind(sentence, counted.last)
    measured = unit is not None or currency is not None or figure.form in ("fraction", "share")
    hard, soft, qualifier = _ranges(figure, hedge)
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
        unit=unit_name(unit, currency, counted, sentence, figure),
        change=None if figure.form == "band" else change_of(sentence, first, last, measured=measured, share=unit is not None and unit.dimension in SHARES),
        currency=currency,
        period=period,
        noun=counted.group,
        noun_lemma=None if counted.group is None else counted_lemma(sentence.lowers[counted.group.head]),
        partitive=counted.partitive,
        age=is_age(sentence, figure, last, unit),
        another=_another(sentence, first, figure, last),
    )


def _another(sentence: Sentence, first: int, figure: Figure, last: int) -> bool:
    """Whether the figure comes on top of another: "another 30", "30 more", "three other soldiers"."""
    words = figure_words().additional
    lowers = sentence.lowers
    return (
        bool(words.intersection(lowers[max(first - 1, 0) : figure.first]))
        and "more" not in lowers[max(first - 1, 0) : figure.first]
    ) or lowers[last : last + 1] in (("more",), ("other",), ("others",), ("additional",))


def _hedge(sentence: Sentence, first: int, floor: int) -> tuple[Hedge, int]:
    found = hedge_before(sentence, first)
    if found is None or found[1] < floor:
        return hedge_named("exact"), first
    return found


def _value(figure: Figure) -> Value:
    if figure.form == "band":
        return None
    return (figure.low, figure.high) if figure.form == "range" else figure.low


def _ranges(figure: Figure, hedge: Hedge) -> tuple[Interval, Interval, Qualifier]:
    """The hard and the soft range of a figure under its hedge, and the qualifier."""
    if figure.form == "band":
        return _band_ranges(figure, hedge)
    hard, soft = interval_for(hedge, figure.low, figure.high)
    return hard, soft, "range" if figure.form == "range" and hedge.name == "exact" else hedge.qualifier


def _band_ranges(figure: Figure, hedge: Hedge) -> tuple[Interval, Interval, Qualifier]:
    """The ranges of a vague word; its hard range leaves room on both sides."""
    band = Interval(figure.low, figure.high)
    if hedge.qualifier in ("more_than", "at_least"):
        closed = hedge.qualifier == "at_least"
        return Interval(figure.low, None, closed, False), band, hedge.qualifier
    if hedge.qualifier in ("less_than", "at_most"):
        return Interval(Decimal(0), figure.high), band, hedge.qualifier
    return Interval(figure.low * Decimal("0.5"), figure.high * Decimal("1.5")), band, "vague"
