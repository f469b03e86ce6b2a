"""A passage as a row of words and figures that another passage can be laid beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal
from unicodedata import category, normalize

from claimcheck.extract.quantities.qualifiers import hedge_before, hedge_behind, interval_for
from claimcheck.lexicon.calendar import month_names, weekday_names
from claimcheck.lexicon.figures import Hedge, number_words
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.relations import relations
from claimcheck.lexicon.senses import base_form, senses
from claimcheck.model import Interval, Qualifier
from claimcheck.text.numerals import read_numeral
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

WordKind = Literal["word", "name", "figure", "ordinal", "clock"]
HALF_DAY = 12
SIGNS_BETWEEN = frozenset("$£€")
SMALL = Decimal(20)
SHORT_WORD = 3
TITLE_SHARE = 0.9
CONTENT = frozenset("NEJVGTIR")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, phrase or figure of a passage: `key` is what it is compared by, `range` a figure's hard range,
    `stated` the number as written.

    A figure holds its qualifier ("more than 30"); `sentence` and `first` say where it stands.
    """

    text: str
    key: str
    kind: WordKind
    tag: str
    sentence: int
    first: int
    range: Interval | None = None
    stated: Decimal | None = None
    qualifier: Qualifier = "exact"
    step: Decimal = Decimal(0)

    @property
    def content(self) -> bool:
        """Whether the word carries meaning of its own."""
        return self.tag in CONTENT and self.key not in ("be", "have", "do")


@cache
def _phrases() -> PhraseIndex[str]:
    names = gazetteer()
    listed = {
        form: phrase for phrase in senses().phrases | relations().phrases for form in _inflected(phrase)
    }
    for table in (names.names, names.people):
        listed.update({phrase: key.replace("_", " ") for phrase, key in table.items() if " " in phrase})
    return PhraseIndex(listed.items())


def _inflected(phrase: str) -> list[str]:
    """A phrase with its first word in all its forms, where that is a verb: lay down, laid down."""
    first, _, rest = phrase.partition(" ")
    return [phrase, *(f"{form} {rest}" for form in _forms().get(first, ()))]


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form, verb in grammar().verbs.items():
        found.setdefault(verb.base, []).append(form)
    return {base: tuple(forms) for base, forms in found.items()}


@cache
def _calendar() -> dict[str, str]:
    """Months and weekdays under one name each: Aug, August."""
    found: dict[str, str] = {}
    for table in (month_names(), weekday_names()):
        full: dict[int, str] = {}
        for word, number in table.items():
            if len(word) > len(full.get(number, "")):
                full[number] = word
        found.update({word: full[number] for word, number in table.items()})
    return found


def read_words(sentences: Sequence[Sentence]) -> tuple[Word, ...]:
    """The words of a passage in order; figures with their qualifier, listed phrases as one word.

    >>> from claimcheck.text.sentences import split_sentences
    >>> found = read_words(split_sentences("More than 30 kids sat far away from the second bus."))
    >>> [word.key for word in found]
    ['#', 'kid', 'sit', 'far away from', '#th', 'bus']
    """
    found: list[Word] = []
    for number, sentence in enumerate(sentences):
        _read_sentence(found, number, sentence)
    return tuple(found)


def _read_sentence(found: list[Word], number: int, sentence: Sentence) -> None:
    lowers, tags, tokens = sentence.lowers, sentence.tags, sentence.tokens
    passed = senses().passed_over
    titled = _in_title_case(sentence)
    at = 0
    while at < len(tokens):
        lower = lowers[at]
        phrase = _phrases().starting(lowers, at)
        if phrase is not None:
            found.append(_phrase(sentence, number, at, *phrase))
            at += phrase[0]
            continue
        if tokens[at].kind == "number" or (tokens[at].kind == "word" and _may_count(sentence, at)):
            last = _figure(found, number, sentence, at)
            if last is not None:
                at = last
                continue
        if tags[at] != "U" and lower not in passed:
            word = _word(sentence, number, at)
            found.append(_without_capital(word) if titled and word.kind == "name" else word)
        at += 1


def _may_count(sentence: Sentence, at: int) -> bool:
    """Whether a number word counts here: not in "he scores", "the second half"."""
    lower, before = sentence.lowers[at], sentence.lowers[at - 1] if at else ""
    if lower == "half":
        return before not in senses().ordinals
    behind = sentence.lowers[at + 1] if at + 1 < len(sentence.lowers) else ""
    if lower in number_words().bands:
        return behind == "of" or lower not in _bands_like_verbs()
    return sentence.tags[at] == "Q"


@cache
def _bands_like_verbs() -> frozenset[str]:
    """Vague number words that are forms of verbs too: scores."""
    return frozenset(word for word in number_words().bands if word in grammar().verbs)


def _in_title_case(sentence: Sentence) -> bool:
    """Whether nearly all longer words begin with a capital, as in a headline."""
    longer = [
        token.text for token in sentence.tokens if token.kind == "word" and len(token.text) > SHORT_WORD
    ]
    return len(longer) > SHORT_WORD and sum(text[0].isupper() for text in longer) > TITLE_SHARE * len(longer)


def _without_capital(word: Word) -> Word:
    """A word of a headline as it would stand in a sentence, where it is a listed word."""
    lower = word.text.lower()
    words = grammar()
    if lower in _calendar():
        return word
    if lower in words.verbs:
        tag = "N" if lower in words.also_nouns else "V"
    elif lower in words.adjectives:
        tag = "J"
    elif base_form(lower) in senses().sets or base_form(lower) in senses().broader:
        tag = "N"
    else:
        return Word(word.text, word.key, "name", "N", word.sentence, word.first)
    return Word(word.text, base_form(lower), "word", tag, word.sentence, word.first)


def _phrase(sentence: Sentence, number: int, at: int, length: int, key: str) -> Word:
    text = " ".join(token.text for token in sentence.tokens[at : at + length])
    tags = sentence.tags[at : at + length]
    tag = next((tag for tag in tags if tag in CONTENT), "E" if tags[:1] == "D" else tags[0])
    first = sentence.lowers[at]
    if (tags[-1:] == "P" and first in grammar().verbs and "E" not in tags) or grammar().closed.get(
        first
    ) == "X":
        tag = "V"
    if first in senses().negators:
        tag = "R"
    name = "E" in tags
    return Word(text, key, "name" if name else "word", tag, number, at)


def _word(sentence: Sentence, number: int, at: int) -> Word:
    token, tag = sentence.tokens[at], sentence.tags[at]
    lower = token.lower
    order = senses().ordinals.get(lower)
    if token.kind == "ordinal":
        order = int("".join(sign for sign in lower if sign.isdigit()))
    if token.kind == "clock":
        hour, minute = lower.split(":")[:2]
        moment = Decimal(int(hour) % HALF_DAY * 60 + int(minute))
        return Word(token.text, "#clock", "clock", "Q", number, at, Interval.point(moment))
    if order is not None:
        return Word(token.text, "#th", "ordinal", "Q", number, at, Interval.point(Decimal(order)))
    if lower in _calendar() and (tag == "E" or lower not in ("may", "march", "mar", "sun", "sat", "wed")):
        return Word(token.text, _calendar()[lower], "name", "E", number, at)
    if (token.text[:1].isupper() or "." in lower) and (lower != "us" or token.text == "US"):
        key = gazetteer().names.get(lower) or gazetteer().people.get(lower)
        if key is not None:
            return Word(token.text, key.replace("_", " "), "name", "E", number, at)
    if tag == "E":
        return Word(token.text, _plain(lower.rstrip(".")), "name", "E", number, at)
    return Word(token.text, base_form(lower), "word", tag, number, at)


def _plain(name: str) -> str:
    """A name without accents and signs of transcription: ndaté is ndate, ʿarabī is arabi."""
    if name.isascii():
        return name
    letters = (sign for sign in normalize("NFKD", name) if category(sign) not in ("Mn", "Lm"))
    return "".join(letters) or name


def _figure(found: list[Word], number: int, sentence: Sentence, at: int) -> int | None:
    """Adds the figure that starts at a token, its qualifier taken from the words before; what lies behind it."""
    numeral = read_numeral(sentence.tokens, sentence.lowers, at)
    if numeral is None:
        return None
    hedge, start = _hedge(sentence, at, numeral.high)
    last = numeral.last
    behind = hedge_behind(sentence, last) if hedge is None else None
    if behind is not None:
        hedge, last = behind
    low, high = numeral.low, numeral.high
    hard = Interval.between(low, high) if hedge is None else interval_for(hedge, low, high)[0]
    while found and found[-1].sentence == number and found[-1].first >= start and found[-1].kind == "word":
        found.pop()
    text = " ".join(token.text for token in sentence.tokens[start:last])
    qualifier = hedge.qualifier if hedge is not None else "exact"
    found.append(Word(text, "#", "figure", "Q", number, start, hard, high, qualifier, numeral.step))
    return last


def _hedge(sentence: Sentence, at: int, value: Decimal) -> tuple[Hedge | None, int]:
    """The qualifier before a figure, currency signs on either side of it, and where it all starts."""
    hedge: Hedge | None = None
    start = at
    while True:
        here = start
        while here and sentence.lowers[here - 1] in SIGNS_BETWEEN:
            here -= 1
        hit = hedge_before(sentence, here)
        if hit is None or (hit[0].qualifier == "about" and value < SMALL and _of_place(sentence, *hit, here)):
            return hedge, here
        hedge = hedge if hedge is not None and hedge.name != "exact" else hit[0]
        start = hit[1]


def _of_place(sentence: Sentence, hedge: Hedge, first: int, last: int) -> bool:
    """Whether words such as "near" tell a place and not a figure: "near two paintings"."""
    return " ".join(sentence.lowers[first:last]) in senses().opposite
