"""Figures that name things and count nothing: labels, models, addresses, number words inside names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.extract.quantities.dates import time_around
from claimcheck.extract.quantities.figures import number_starters
from claimcheck.extract.quantities.surroundings import is_plural_behind, word, word_class
from claimcheck.lexicon.calendar import month_names, weekday_names
from claimcheck.lexicon.figures import figure_names, figure_words, number_words, units
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

LONGEST_NUMBER = 10
"""A number of more digits without separators is the number of something."""
CLOCK_HOURS = 12
HALVES_OF_DAY = (("the", "morning"), ("the", "afternoon"), ("the", "evening"))


@cache
def _numbered_names() -> PhraseIndex[str]:
    names = figure_names()
    listed = sorted(names.numbered_names | names.capital_names)
    return PhraseIndex(((name, name) for name in listed), number_words().splitting)


def mask_names(sentence: Sentence) -> frozenset[int]:
    """Indices of the tokens that belong to a name or date and hold no quantity.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("On Nov. 9, 2022 the 76th division lost 12 tanks at 5 p.m.")[0]
    >>> sorted(sentence.tokens[i].text for i in mask_names(sentence))
    ['2022', '5', '76th', '9', 'p.m.']
    """
    masked: set[int] = set()
    labels: set[str] = set()
    for at, token in enumerate(sentence.tokens):
        named = _numbered_names().starting(sentence.lowers, at)
        if token.lower == "in" and _is_hour_of_day(sentence, at):
            masked.add(at - 1)
        elif token.text == "/" and _is_counter(sentence, at):
            masked.update((at - 1, at + 1))
        elif token.lower in ("past", "to") and _is_spoken_clock(sentence, at):
            masked.update((at - 1, at, at + 1))
        elif named is not None and _is_written_so(sentence, at, *named):
            masked.update(range(at, at + named[0]))
        elif at in masked:
            continue
        elif token.kind in ("date", "clock", "ordinal", "name"):
            masked.add(at)
        elif token.kind == "number":
            masked.update(_around_number(sentence, at, labels))
            if at in masked and word(sentence, at + 1) == "of" and word(sentence, at + 2).isdigit():
                masked.add(at + 2)  # "Image 3 of 8"
        elif token.kind == "word" and _is_word_of_name(sentence, at):
            masked.add(at)
    return frozenset(masked)


def _is_counter(sentence: Sentence, at: int) -> bool:
    """Whether a stroke at a token counts the pictures of a page: "3 / 12"."""
    around = sentence.tokens[max(0, at - 1) : at + 2]
    return (
        len(around) == 3
        and around[0].kind == around[2].kind == "number"
        and around[0].end < around[1].start
        and around[1].end < around[2].start
    )


def _is_spoken_clock(sentence: Sentence, at: int) -> bool:
    """Whether "past" or "to" at a token tells a clock time: "half past six", "a quarter to nine"."""
    minutes = figure_words().clock_minutes if sentence.lowers[at] == "past" else {"quarter"}
    after = word(sentence, at + 1)
    hour = after in number_words().ones or (after.isdigit() and int(after) <= CLOCK_HOURS)
    return word(sentence, at - 1) in minutes and hour


def _is_hour_of_day(sentence: Sentence, at: int) -> bool:
    """Whether "in" at a token makes the number before it an hour: "by five in the morning"."""
    hour = word(sentence, at - 1)
    number = hour in number_words().ones or (hour.isdigit() and int(hour) <= CLOCK_HOURS)
    named = sentence.lowers[at + 1 : at + 3] in HALVES_OF_DAY
    return number and named and word(sentence, at - 2) in figure_names().clock_markers


def _is_written_so(sentence: Sentence, at: int, count: int, name: str) -> bool:
    """Whether a listed name stands with the capital that it needs: its first word, but for the sentence's first."""
    if name not in figure_names().capital_names:
        return True
    tokens = sentence.tokens[at + (at == 0) : at + count]
    return any(token.text[0].isupper() for token in tokens)


def _around_number(sentence: Sentence, at: int, labels: set[str]) -> Sequence[int]:
    """The indices masked because of the number at `at`; `labels` are those seen before in the sentence."""
    tokens = sentence.tokens
    before, after = word(sentence, at - 1), word(sentence, at + 1)
    if at and before in units().symbols and tokens[at - 1].kind == "sign":
        return ()
    standard = _standard(sentence, at, before)
    if standard:
        return standard
    time = time_around(sentence, at)
    if time:
        return time
    if len(tokens[at].text) > LONGEST_NUMBER and tokens[at].text.isdigit():
        return (at,)
    if after == "'s" and before == "the" and tokens[at].text.endswith("0"):
        return (at,)  # "the 90's"
    if before in ("'", "’") or (after == "s" and tokens[at + 1].start == tokens[at].end):
        return (at,)
    if _is_label(sentence, at, before, after) or _is_repeated_label(sentence, at, labels):
        labels.add(tokens[at].text)
        return (at,)
    if (
        tokens[at].end == (tokens[at + 1].start if after else -1)
        and tokens[at + 1].text in figure_names().model_letters
    ):
        return (at, at + 1)
    if _is_address(sentence, at) or _is_model(sentence, at) or _is_named_slash(sentence, at):
        return (at,)
    return ()


def _is_word_of_name(sentence: Sentence, at: int) -> bool:
    lower = sentence.lowers[at]
    if lower in figure_words().ordinal_words and _is_ordinal(sentence, at):
        return True
    if lower not in number_starters():
        return False
    if word(sentence, at + 1) in figure_words().meridiem:
        return True
    return _is_ordinal_compound(sentence, at) or _is_capital_name(sentence, at)


def _is_ordinal_compound(sentence: Sentence, at: int) -> bool:
    """The "twenty" of "the twenty-first time"."""
    lowers = sentence.lowers
    return (
        lowers[at] in number_words().tens
        and word(sentence, at + 1) == "-"
        and word(sentence, at + 2) in figure_words().ordinal_ends
        and not word(sentence, at + 3).startswith(("of", "-"))
    )


def _is_capital_name(sentence: Sentence, at: int) -> bool:
    """A number word that is part of a name: "Group of Seven", "the Thirty Years War", "Model Three"."""
    tokens = sentence.tokens
    if not at or not tokens[at].text[0].isupper() or tokens[at - 1].text in figure_names().openers:
        return False
    around = [*tokens[max(at - 2, 0) : at], *tokens[at + 1 : at + 2]]
    if not any(other.text[0].isupper() and other.kind == "word" for other in around):
        return False
    return not all(t.text[0].isupper() for t in tokens if t.kind == "word" and len(t.text) > 3)


def _is_ordinal(sentence: Sentence, at: int) -> bool:
    """ "the third attack", "fourth quarter", "second half", "half-staff"."""
    words, lower = figure_words(), sentence.lowers[at]
    before, after = word(sentence, at - 1), word(sentence, at + 1)
    if lower in ("half", "quarter"):
        if before in words.ordinal_before_half:
            return after != "of"
        return after == "-" and word(sentence, at + 2) in words.half_compounds
    return before not in ("a", "one", "-") and not lower.endswith("s") and after != "of"


def _standard(sentence: Sentence, at: int, before: str) -> Sequence[int]:
    """ "ISO 3888-2": a label with its part."""
    if before not in figure_names().standards:
        return ()
    pair = word(sentence, at + 1) == "-" and word(sentence, at + 2).isdigit()
    return range(at, at + 3) if pair else (at,)


def _is_label(sentence: Sentence, at: int, before: str, after: str) -> bool:
    """ "Section 427", "Flight 370", "iPhone 11", "Covid 19"."""
    tokens, names = sentence.tokens, figure_names()
    if not at or (tokens[at - 1].end == tokens[at].start and before != "#"):
        return False
    if before in names.number_signs or (before == "." and word(sentence, at - 2) in names.abbreviated_labels):
        return True
    if after in units().words or _counts_behind(sentence, at):
        return False
    if before in names.sure_labels:
        return True
    if before in names.labels:
        return any(sign.isupper() for sign in tokens[at - 1].text)
    return _follows_name(sentence, at, before)


def _follows_name(sentence: Sentence, at: int, before: str) -> bool:
    """A short number behind a proper name in the middle of a sentence: "Apollo 11", not "in Syria 12"."""
    text = sentence.tokens[at].text
    if at < 2 or sentence.tags[at - 1] != "E" or sentence.tokens[at - 1].kind != "word":
        return False
    if before in month_names() or before in weekday_names() or len(text) > 4 or not text.isdigit():
        return False
    in_place = sentence.tags[at - 2] == "P" and sentence.lowers[at - 2] in ("in", "at")
    return not (in_place and at + 1 < len(sentence.tags))


def _is_repeated_label(sentence: Sentence, at: int, labels: set[str]) -> bool:
    """The second 11 of "iPhone 11 Pro and 11 Pro Max"."""
    return sentence.tokens[at].text in labels and word_class(sentence, at + 1) == "E"


def _counts_behind(sentence: Sentence, at: int) -> bool:
    """Whether the number clearly counts: a plural noun, a sign or a magnitude follows."""
    after = word(sentence, at + 1)
    return (
        after in number_words().magnitudes
        or after in figure_names().counting_signs
        or is_plural_behind(sentence, at)
    )


def _is_model(sentence: Sentence, at: int) -> bool:
    """ "two 737 Max jets": the number of a model before its name."""
    if sentence.tokens[at].text not in figure_names().models:
        return False
    after = word(sentence, at + 1)
    return word_class(sentence, at + 1) == "E" or after in figure_names().craft


def _is_address(sentence: Sentence, at: int) -> bool:
    """ "1600 Pennsylvania Avenue", "the 300 block of Main Street"."""
    lowers, tokens = sentence.lowers, sentence.tokens
    if word(sentence, at + 1) in ("block", "blocks") and word(sentence, at + 2) == "of":
        return True
    if word(sentence, at + 1) == "-" and tokens[at + 2 : at + 3] and len(tokens[at + 2].text) > 4:
        return tokens[at + 2].text.isupper()  # a telephone number in letters: "480-WITNESS"
    for here in range(at + 1, min(at + 5, len(tokens))):
        if lowers[here] in figure_names().street and here > at + 1:
            return tokens[here].text[0].isupper() or len(tokens[at].text) > 1
        if not (tokens[here].text[0].isupper() or tokens[here].kind == "ordinal" or lowers[here] == "."):
            return False
    return False


def _is_named_slash(sentence: Sentence, at: int) -> bool:
    """Either number of "9/11" or "24/7"."""
    lowers, pairs = sentence.lowers, figure_names().slashes
    if word(sentence, at + 1) == "/" and f"{lowers[at]}/{word(sentence, at + 2)}" in pairs:
        return True
    return word(sentence, at - 1) == "/" and f"{word(sentence, at - 2)}/{lowers[at]}" in pairs
