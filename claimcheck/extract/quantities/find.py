"""Figures of a sentence: qualifier, number or range, unit, and what is counted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claimcheck.extract.quantities.names import mask_names
from claimcheck.extract.quantities.qualifiers import (
    change_of,
    hedge_before,
    hedge_behind,
    hedge_named,
    interval_for,
)
from claimcheck.lexicon.figures import Hedge, Unit, number_words, units
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.inflection import noun_lemma
from claimcheck.model import Change, Interval, Qualifier, Value
from claimcheck.text.groups import NounGroup, noun_group
from claimcheck.text.numerals import Numeral, read_numeral
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure found in one sentence; token indices point into the sentence.

    `first`, `last` bound the whole wording with its qualifier and unit; `number` is the first token of
    the number itself; `noun` the group that is counted, `partitive` whether it stands behind "of".
    """

    first: int
    last: int
    number: int
    value: Value
    hard: Interval
    soft: Interval
    qualifier: Qualifier
    form: str
    step: Decimal
    unit: str | None = None
    change: Change | None = None
    currency: str | None = None
    period: str | None = None
    noun: NounGroup | None = None
    noun_lemma: str | None = None
    partitive: bool = False
    age: bool = False
    another: bool = False


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number or range before its qualifier and unit are known."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    form: str
    step: Decimal


@cache
def _unit_words() -> PhraseIndex[Unit]:
    return PhraseIndex(units().words.items())


@cache
def _starters() -> frozenset[str]:
    table = number_words()
    return frozenset(
        [*table.ones, *table.tens, *table.magnitudes, *table.bands, *table.vulgar, "half", "a", "an", "several", "quarter", "third",
         *(phrase.split()[0] for phrase in table.band_phrases)]
    )  # fmt: skip


def find_quantities(sentence: Sentence) -> list[QuantityMention]:
    """The figures of a sentence from left to right.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Moscow said it pulled back more than 30,000 troops in 3 days.")[0]
    >>> [(m.qualifier, str(m.value), m.noun_lemma or m.unit) for m in find_quantities(sentence)]
    [('more_than', '30000', 'troops'), ('exact', '3', 'day')]
    """
    starters = _starters()
    if not any(token.kind == "number" or token.lower in starters for token in sentence.tokens):
        return []
    masked = mask_names(sentence)
    found: list[QuantityMention] = []
    at, floor = 0, 0
    while at < len(sentence.tokens):
        mention = None
        if at not in masked and (sentence.tokens[at].kind == "number" or sentence.lowers[at] in starters):
            figure = _figure(sentence, at, masked)
            if figure is not None:
                mention = _mention(sentence, figure, floor)
        if mention is None:
            at += 1
            continue
        found.append(mention)
        at = floor = max(mention.last, at + 1)
    return found


def _figure(sentence: Sentence, at: int, masked: frozenset[int]) -> _Figure | None:
    numeral = read_numeral(sentence.tokens, sentence.lowers, at)
    if numeral is None or not _counts(sentence, numeral):
        return None
    share = _share(sentence, numeral)
    if share is not None:
        return share
    return _range(sentence, numeral, masked) or _Figure(
        numeral.first, numeral.last, numeral.low, numeral.high, numeral.form, numeral.step
    )


def _counts(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number word counts here: not "no one", "the one who", "one another", "a second"."""
    lowers = sentence.lowers
    first = lowers[numeral.first]
    before = lowers[numeral.first - 1] if numeral.first else ""
    after = lowers[numeral.last] if numeral.last < len(lowers) else ""
    if numeral.form == "band" and first in ("several", "a") and after in ("times", "of"):
        return after == "of"
    if first == "one" and numeral.last == numeral.first + 1:
        if (
            before
            in (
                "no",
                "the",
                "this",
                "that",
                "any",
                "every",
                "each",
                "some",
                "which",
                "last",
                "number",
                "day",
                "as",
                "another",
                "only",
                "-",
                "every",
                "an",
            )
            and after != "of"
        ):
            return before == "only" and sentence.tags[numeral.last : numeral.last + 1] == "N"
        if after == "of":
            return True
        if after in (
            "another",
            "day",
            "way",
            "thing",
            "time",
            "more",
            "side",
            "hand",
            "-",
            "'s",
            "who",
            "that",
            "can",
            "to",
        ):
            return after == "more" or (
                after == "-" and numeral.last + 1 < len(lowers) and lowers[numeral.last + 1] in units().words
            )
        return (numeral.last < len(lowers) and sentence.tags[numeral.last] in "NJET") or after in (
            "person",
            "in",
            "out",
        )
    if numeral.form == "band" and first in (
        "tens",
        "scores",
        "thousands",
        "hundreds",
        "dozens",
        "millions",
        "billions",
    ):
        return before not in ("the",) or after == "of"
    return True


def _share(sentence: Sentence, numeral: Numeral) -> _Figure | None:
    """ "one in five", "9 out of 10": a share of a set."""
    lowers = sentence.lowers
    at = numeral.last
    if numeral.form != "cardinal" or at >= len(lowers):
        return None
    if lowers[at] == "in":
        start = at + 1 + (lowers[at + 1 : at + 2] == ("every",))
    elif lowers[at : at + 2] == ("out", "of"):
        start = at + 2 + (lowers[at + 2 : at + 3] == ("every",))
    elif lowers[at : at + 2] == ("of", "every"):
        start = at + 2
    else:
        return None
    if start >= len(lowers):
        return None
    whole = read_numeral(sentence.tokens, lowers, start)
    if whole is None or whole.form != "cardinal" or not numeral.low < whole.low or whole.low > 1000000:
        return None
    if lowers[at] == "in" and (
        (whole.low > 100 and whole.low not in (1000, 10000, 100000)) or numeral.low > 99
    ):
        return None
    if whole.last < len(sentence.tags) and lowers[whole.last] in units().words:
        return None
    value = (numeral.low / whole.low).quantize(Decimal("1.000000000000")).normalize()
    return _Figure(numeral.first, whole.last, value, value, "share", Decimal(0))


RANGE_SIGNS = frozenset({"-", "–", "—", "to", "and", "or"})


def _range(sentence: Sentence, numeral: Numeral, masked: frozenset[int]) -> _Figure | None:
    """ "15,000-18,000", "5 to 7 percent", "between 15 and 18", "$5m-$7m", "eight or nine"."""
    lowers = sentence.lowers
    joint = numeral.last
    unit_word = None
    if (
        joint < len(lowers)
        and (
            sentence.lowers[joint] in ("%", "percent", "km", "kg") or sentence.lowers[joint] in units().words
        )
        and joint + 1 < len(lowers)
    ) and lowers[joint + 1] in RANGE_SIGNS:
        unit_word, joint = lowers[joint], joint + 1
    if (
        joint + 1 >= len(lowers)
        or lowers[joint] not in RANGE_SIGNS
        or numeral.form not in ("cardinal", "fraction")
    ):
        return None
    start = joint + 1
    if lowers[start] in units().symbols and start + 1 < len(lowers):
        start += 1
    if start in masked:
        return None
    other = read_numeral(sentence.tokens, lowers, start)
    if other is None or other.form not in ("cardinal", "fraction") or other.form != numeral.form:
        return None
    before = lowers[numeral.first - 1] if numeral.first else ""
    if before in units().symbols and numeral.first > 1:
        before = lowers[numeral.first - 2]
    sign = lowers[joint]
    if unit_word is not None and not _same_unit(lowers, other.last, unit_word):
        return None
    low, high = numeral.low, other.low
    factor = _shared_magnitude(sentence, numeral, other)
    low *= factor
    if low >= high:
        return None
    if sign == "and" and not _between(sentence, numeral.first):
        return None
    if sign == "or" and (high - low > low or high - low > 5):
        return None
    if sign == "to" and (
        (before in ("from",) and _moved(sentence, numeral.first)) or before in ("down", "up")
    ):
        return None
    first = (
        numeral.first - 1
        if before in ("between", "from")
        and sign in ("and", "to")
        and lowers[numeral.first - 1] not in units().symbols
        else numeral.first
    )
    return _Figure(first, other.last, low, high, "range", min(numeral.step, other.step))


def _same_unit(lowers: tuple[str, ...], at: int, unit_word: str) -> bool:
    table = units().words
    if at >= len(lowers):
        return False
    here, there = table.get(lowers[at]), table.get(unit_word)
    return here is not None and here == there


def _shared_magnitude(sentence: Sentence, left: Numeral, right: Numeral) -> Decimal:
    """The magnitude of the right number where the left was written without: "1-2 million"."""
    if left.last == left.first + 1 and right.last > right.first + 1 and left.low < 1000 <= right.low:
        word = sentence.lowers[right.last - 1]
        factor = number_words().magnitudes.get(word) or number_words().short_magnitudes.get(word)
        if factor is not None and left.low * factor < right.low:
            return factor
    return Decimal(1)


def _between(sentence: Sentence, at: int) -> bool:
    return any(lower == "between" for lower in sentence.lowers[max(0, at - 3) : at])


def _moved(sentence: Sentence, at: int) -> bool:
    """Whether "from 5 to 7" here tells a move of one figure, which is two levels, not a range."""
    from claimcheck.extract.quantities.qualifiers import change_words

    return any(
        lower in change_words().verbs or lower in change_words().nouns
        for lower in sentence.lowers[max(0, at - 8) : at]
    )


def _mention(sentence: Sentence, figure: _Figure, floor: int) -> QuantityMention | None:
    first, currency = _currency_before(sentence, figure.first, floor)
    last, unit = _unit_behind(sentence, figure, currency)
    if currency is None and unit is not None and unit.currency:
        currency, unit = unit.name, None
    hedge, first = _hedge(sentence, first, floor)
    behind = hedge_behind(sentence, last)
    if behind is not None and behind[0].name != "exact" and hedge.name in ("exact",):
        hedge, last = behind
    period, last = _period(sentence, last)
    low, high = _scaled(figure, unit)
    noun, partitive, noun_end = _noun(sentence, last, unit, figure)
    if noun is not None and hedge.name == "exact" and noun_end < len(sentence.lowers):
        late = hedge_behind(sentence, noun_end)
        if late is not None and late[0].name != "exact":
            hedge = late[0]
    measured = unit is not None or currency is not None or figure.form in ("fraction", "share")
    change = None if figure.form == "band" else change_of(sentence, first, last, measured=measured)
    hard, soft, qualifier = _intervals(figure, hedge, low, high)
    value: Value
    if figure.form == "band":
        value = None
    elif figure.form == "range":
        value = (low, high)
    else:
        value = low
    name = _unit_name(unit, currency, noun, sentence, figure)
    return QuantityMention(
        first=first,
        last=last,
        number=figure.first,
        value=value,
        hard=hard,
        soft=soft,
        qualifier=qualifier,
        form=figure.form,
        step=figure.step,
        unit=name,
        change=change,
        currency=currency,
        period=period,
        noun=noun,
        noun_lemma=None if noun is None else counted_lemma(sentence.lowers[noun.head]),
        partitive=partitive,
        age=_is_age(sentence, figure, last, unit),
        another=_another(sentence, figure.first),
    )


KEEP_PLURAL = frozenset(
    {"troops", "police", "people", "forces", "others", "casualties", "personnel", "dead", "premises"}
)


def counted_lemma(word: str) -> str:
    """The name of what is counted: singular, but "troops" stay troops.

    >>> counted_lemma("soldiers"), counted_lemma("troops")
    ('soldier', 'troops')
    """
    return word if word in KEEP_PLURAL else noun_lemma(word)


def _hedge(sentence: Sentence, first: int, floor: int) -> tuple[Hedge, int]:
    found = hedge_before(sentence, first)
    if found is None or found[1] < floor:
        return hedge_named("exact"), first
    return found


def _currency_before(sentence: Sentence, at: int, floor: int) -> tuple[int, str | None]:
    if at > floor and sentence.lowers[at - 1] in units().symbols:
        return at - 1, units().symbols[sentence.lowers[at - 1]].name
    return at, None


def _unit_behind(sentence: Sentence, figure: _Figure, currency: str | None) -> tuple[int, Unit | None]:
    """Where the figure with its unit ends, and the unit."""
    lowers, tokens = sentence.lowers, sentence.tokens
    at = figure.last
    if at >= len(lowers):
        return at, None
    tight = tokens[at].start == tokens[at - 1].end
    if tight and tokens[at].text in units().tight and tokens[at - 1].kind == "number":
        return at + 1, units().tight[tokens[at].text]
    start = at + 1 if lowers[at] == "-" and at + 1 < len(lowers) else at
    if (start < len(lowers) and currency is None) or (start < len(lowers) and lowers[start] in ("%",)):
        hit = _unit_words().starting(lowers, start)
        if (
            hit is not None
            and not (hit[1].name == "second" and sentence.tags[start] == "J")
            and not (
                len(lowers[start]) <= 2
                and lowers[start].isalpha()
                and start == at
                and not tight
                and tokens[at - 1].kind != "number"
            )
        ):
            return start + hit[0], hit[1]
    if currency is not None and lowers[at] == "m" and tight:
        return at + 1, None
    return at, None


def _scaled(figure: _Figure, unit: Unit | None) -> tuple[Decimal, Decimal]:
    return figure.low, figure.high


def _intervals(
    figure: _Figure, hedge: Hedge, low: Decimal, high: Decimal
) -> tuple[Interval, Interval, Qualifier]:
    if figure.form == "band":
        band = Interval(low, high)
        if hedge.name in ("more_than", "at_least"):
            return Interval(low, None, hedge.name == "at_least", False), Interval(low, high), hedge.qualifier
        if hedge.name in ("less_than", "at_most"):
            return Interval(Decimal(0), high), band, hedge.qualifier
        slack = Interval(low * Decimal("0.5"), high * Decimal("1.5"))
        return slack, band, "vague"
    hard, soft = interval_for(hedge, low, high)
    if figure.form == "range" and hedge.name == "exact":
        return hard, soft, "range"
    return hard, soft, hedge.qualifier


PER_UNIT = frozenset({"per", "/"})


def _period(sentence: Sentence, at: int) -> tuple[str | None, int]:
    """What a rate is per: "a day", "per hour", "each"; and where its words end."""
    lowers, table = sentence.lowers, units()
    if at + 1 < len(lowers) and lowers[at] in table.period_markers:
        period = table.periods.get(lowers[at + 1])
        if period is not None and lowers[at] != "each":
            return period, at + 2
    if at < len(lowers) and lowers[at] in ("daily", "weekly", "monthly", "yearly", "annually"):
        return table.periods[lowers[at]], at + 1
    if at + 1 < len(lowers) and lowers[at] in ("once",):
        return None, at
    return None, at


def _noun(
    sentence: Sentence, at: int, unit: Unit | None, figure: _Figure
) -> tuple[NounGroup | None, bool, int]:
    """The group that is counted, whether it stands behind "of", and where it ends."""
    lowers = sentence.lowers
    if at >= len(lowers):
        return None, False, at
    start, partitive = at, False
    if lowers[at] == "-" and at + 1 < len(lowers):
        start = at + 1
    if lowers[at] == "more" and at + 1 < len(lowers) and sentence.tags[at + 1] in "NJE":
        start = at + 1
    if lowers[start] == "of":
        start, partitive = start + 1, True
    elif unit is not None and unit.dimension not in ("share",):
        return None, False, at
    while (start < len(lowers) and partitive and sentence.tags[start] in "DA") or (
        start < len(lowers)
        and partitive
        and lowers[start] in ("these", "those", "its", "their", "his", "her", "all", "them")
    ):
        if lowers[start] == "them":
            break
        start += 1
    group = noun_group(sentence, start) if start < len(lowers) else None
    if group is None:
        return None, partitive, at
    return group, partitive, group.last


def _unit_name(
    unit: Unit | None, currency: str | None, noun: NounGroup | None, sentence: Sentence, figure: _Figure
) -> str | None:
    if currency is not None:
        return currency
    if unit is not None:
        return unit.name
    if figure.form in ("fraction", "share"):
        return "share"
    if noun is None:
        return None
    return "person" if sentence.lowers[noun.head] in grammar().person_nouns else "item"


def _is_age(sentence: Sentence, figure: _Figure, last: int, unit: Unit | None) -> bool:
    """ "24-year-old", "aged 24", "24 years old"."""
    lowers = sentence.lowers
    if unit is not None and unit.name in ("year", "month", "week", "day"):
        return "old" in lowers[last : last + 2] or lowers[last : last + 2] == ("of", "age")
    return bool(figure.first) and lowers[figure.first - 1] in ("aged", "age")


def _another(sentence: Sentence, at: int) -> bool:
    return bool(at) and sentence.lowers[at - 1] in ("another", "further", "additional", "other")
