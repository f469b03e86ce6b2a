"""Counts of nothing: "no losses", "not a single soldier", "nobody was hurt", "without any casualties"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.extract.quantities.mention import QuantityMention
from claimcheck.extract.quantities.units import counted_lemma
from claimcheck.lexicon.figures import figure_words, number_words
from claimcheck.lexicon.grammar import grammar
from claimcheck.model import Interval
from claimcheck.text.groups import NounGroup, noun_group
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

NOTHING = Interval.point(Decimal(0))


@cache
def _openers() -> PhraseIndex[str]:
    return PhraseIndex((phrase, phrase) for phrase in number_words().zero)


@cache
def _starters() -> frozenset[str]:
    """The words that a count of nothing can begin with, "n't" aside."""
    openers = (phrase.split()[0] for phrase in number_words().zero)
    return frozenset([*openers, *figure_words().nobody, "no", "no-one", "not"])


def find_zeros(sentence: Sentence) -> list[QuantityMention]:
    """The counts of nothing in a sentence.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("It had not suffered any loss of personnel or equipment.")[0]
    >>> [" ".join(sentence.lowers[m.first : m.last]) for m in find_zeros(sentence)]
    ['not suffered any loss']
    """
    found = []
    at = 0
    starters = _starters()
    while at < len(sentence.tokens):
        lower = sentence.lowers[at]
        if lower not in starters and not lower.endswith("n't"):
            at += 1
            continue
        mention = _nobody(sentence, at) or _opened(sentence, at) or _not_any(sentence, at)
        if mention is not None:
            found.append(mention)
            at = mention.last
        else:
            at += 1
    return found


def _mention(
    sentence: Sentence, first: int, last: int, group: NounGroup, number: int | None = None
) -> QuantityMention:
    """The count of nothing at tokens [first, last); `number` is the word that stands for the figure."""
    head = sentence.lowers[group.head]
    fused = group.first == first
    person = fused or head in grammar().person_nouns
    return QuantityMention(
        first=first,
        last=last,
        number=first if number is None else number,
        value=Decimal(0),
        hard=NOTHING,
        soft=NOTHING,
        qualifier="exact",
        form="zero",
        step=Decimal(1),
        unit="person" if person else "item",
        noun=group,
        noun_lemma=None if fused else counted_lemma(head),
    )


def _nobody(sentence: Sentence, at: int) -> QuantityMention | None:
    """ "nobody", "no one", "none of the 40 passengers", "not one of them"."""
    lower, pair = sentence.lowers[at], sentence.lowers[at : at + 2]
    if (lower == "none" or pair == ("not", "one")) and pair != ("none", "the"):
        count = 1 if lower == "none" else 2
        whole = _whole(sentence, at + count)
        return (
            None
            if whole is None and count == 2
            else _mention(sentence, at, at + count, whole or _fused(at, count))
        )
    if lower in figure_words().nobody and pair != ("none", "the"):
        return _mention(sentence, at, at + 1, _fused(at, 1))
    if pair in (("no", "one"), ("no-one",), ("not", "anyone")):
        return _mention(sentence, at, at + len(pair), _fused(at, len(pair)))
    return None


def _fused(at: int, count: int) -> NounGroup:
    """A pronoun of nothing as its own noun: "nobody"."""
    return NounGroup(at, at + count, at + count - 1)


def _whole(sentence: Sentence, at: int) -> NounGroup | None:
    """The noun group of "of the 40 passengers" at a token."""
    if sentence.lowers[at : at + 1] != ("of",):
        return None
    at += 1
    while at < len(sentence.lowers) and (sentence.tags[at] in "DQ"):
        at += 1
    return noun_group(sentence, at) if at < len(sentence.lowers) else None


def _opened(sentence: Sentence, at: int) -> QuantityMention | None:
    """ "no casualties", "not a single shop", "zero errors"."""
    hit = _openers().starting(sentence.lowers, at)
    if hit is None or (sentence.tags[at] == "Q" and sentence.lowers[at] != "zero"):
        return None
    last = at + hit[0]
    words = figure_words()
    if sentence.lowers[last : last + 1] and sentence.lowers[last] in words.pieces:
        last += 2 if sentence.lowers[last + 1 : last + 2] == ("of",) else 0
    if last >= len(sentence.lowers) or sentence.lowers[last] in words.not_counted:
        return None
    group = noun_group(sentence, last)
    return None if group is None else _mention(sentence, at, group.last, group)


def _not_any(sentence: Sentence, at: int) -> QuantityMention | None:
    """ "not suffered any loss", "did not record any deaths", "without losing a single man"."""
    lowers = sentence.lowers
    without = lowers[at] == "without"
    if lowers[at] != "not" and not without and not lowers[at].endswith("n't"):
        return None
    for here in range(at + 1, min(at + 5, len(lowers))):
        if lowers[here] in ("any", "a") and here + 1 < len(lowers):
            if lowers[here] == "a" and lowers[here + 1] != "single":
                return None
            group = noun_group(sentence, here + 1 + (lowers[here + 1] == "single"))
            return None if group is None else _mention(sentence, at, group.last, group, here)
        if sentence.tags[here] not in ("VTIRXG" if without else "VTIRX"):
            return None
    return None
