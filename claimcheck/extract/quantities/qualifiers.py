"""The words around a figure that make it a bound, an estimate or a change."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.extract.quantities.mention import Figure
from claimcheck.lexicon.hedges import End, Hedge, hedge_words, hedges
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Interval, Qualifier
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence


@cache
def _before() -> PhraseIndex[Hedge]:
    seen: dict[str, Hedge] = {}
    for hedge in hedges():
        for phrase in hedge.before:
            seen[phrase] = hedge  # the more telling list comes later in the table
    return PhraseIndex(seen.items())


@cache
def _after() -> PhraseIndex[Hedge]:
    return PhraseIndex((phrase, hedge) for hedge in hedges() for phrase in hedge.after)


def hedge_named(name: str) -> Hedge:
    """The hedge of that name in hedges.yml."""
    return next(hedge for hedge in hedges() if hedge.name == name)


def hedge_before(sentence: Sentence, at: int) -> tuple[Hedge, int] | None:
    """The qualifier that ends right before a token, and its first token.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Moscow pulled back more than 30,000 troops.")[0]
    >>> hedge_before(sentence, 5)[0].name
    'more_than'
    """
    first = at
    found: Hedge | None = None
    while first > 0:
        hit = _before().ending(sentence.lowers, first - 1)
        if hit is None or not _really(sentence, first - hit[0], first - 1):
            break
        first -= hit[0]
        if (
            found is None
            or found.name == "exact"
            or (
                hit[1].name in ("at_least", "at_most", "more_than", "less_than")
                and found.qualifier == "about"
            )
        ):
            found = hit[1]
    return None if found is None else (found, first)


def _really(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a word of the list is a qualifier here: not "the past 5 years", "turned over 5"."""
    words = hedge_words()
    lower = sentence.lowers[last]
    before = sentence.lowers[first - 1] if first else ""
    if lower == "past" and first == last:
        return before not in words.before_past and sentence.tags[first - 1 : first] != "N"
    if lower == "over" and first == last:
        return before not in words.before_over and not _in_the_course_of(sentence, first)
    if lower == "about" and first == last:
        return before not in words.before_about
    return lower != "as" or first != last or before not in ("such", "well")


def _in_the_course_of(sentence: Sentence, at: int) -> bool:
    """Whether "over" opens a clause with the time it took: "Over five days | an estimated 12,000 left"."""
    if at and sentence.tags[at - 1] not in "UC":
        return False
    for here in range(at + 2, min(at + 5, len(sentence.lowers) - 1)):
        if sentence.lowers[here].rstrip("s") in word_set("calendar", "unit_days"):
            return sentence.tags[here + 1] in "DNEOQRU" and sentence.lowers[here + 1] not in (".", "ago")
    return False


def hedge_behind(sentence: Sentence, at: int) -> tuple[Hedge, int] | None:
    """The qualifier that starts at a token ("or more"), and the token behind it."""
    if at >= len(sentence.lowers):
        return None
    hit = _after().starting(sentence.lowers, at)
    if hit is None or (sentence.tags[at + hit[0] : at + hit[0] + 1] == "Q" and hit[0] > 1):
        return None  # "43 at least 50": the words belong to the next figure
    if sentence.lowers[at] in hedge_words().adjectives_too and sentence.tags[at + 1 : at + 2] in tuple(
        "NJQE"
    ):
        return None
    return hit[1], at + hit[0]


def _end_of(end: End, value: Decimal) -> Decimal | None:
    if end.factor is None:
        return None
    return end.factor * value


def interval_for(hedge: Hedge, low: Decimal, high: Decimal) -> tuple[Interval, Interval]:
    """The hard and the soft range of a figure (or of a range or band low to high) under a hedge.

    >>> hard, soft = interval_for(hedge_named("about"), Decimal(20000), Decimal(20000))
    >>> hard.describe(), soft.describe()
    ('16,000 to 24,000', '18,000 to 22,000')
    """
    down, up = hedge.hard
    hard = Interval(
        _end_of(down, low),
        _end_of(up, high),
        down.closed and down.factor is not None,
        up.closed and up.factor is not None,
    )
    soft = Interval(_end_of(hedge.soft[0], low), _end_of(hedge.soft[1], high))
    return (hard, soft) if low >= 0 else (_below_zero(hard), _below_zero(soft))


def _below_zero(interval: Interval) -> Interval:
    """The range of a negative figure, whose multiples run the other way."""
    low, high = interval.low, interval.high
    if low is None or high is None or low <= high:
        return interval
    if low == 0:
        return Interval(None, high, low_closed=False, high_closed=interval.high_closed)
    return Interval(high, low, interval.high_closed, interval.low_closed)


def ranges_of(figure: Figure, hedge: Hedge) -> tuple[Interval, Interval, Qualifier]:
    """The hard and the soft range of a figure under its hedge, and the qualifier."""
    if figure.form == "band":
        return _ranges_of_band(figure, hedge)
    hard, soft = interval_for(hedge, figure.low, figure.high)
    return hard, soft, "range" if figure.form == "range" and hedge.name == "exact" else hedge.qualifier


def _ranges_of_band(figure: Figure, hedge: Hedge) -> tuple[Interval, Interval, Qualifier]:
    """The ranges of a vague word; its hard range leaves room on both sides."""
    band = Interval(figure.low, figure.high)
    if hedge.qualifier in ("more_than", "at_least"):
        closed = hedge.qualifier == "at_least"
        return Interval(figure.low, None, low_closed=closed, high_closed=False), band, hedge.qualifier
    if hedge.qualifier in ("less_than", "at_most"):
        return Interval(Decimal(0), figure.high), band, hedge.qualifier
    return Interval(figure.low * Decimal("0.5"), figure.high * Decimal("1.5")), band, "vague"
