"""Persons by name, and their ages."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from functools import cache

from claimcheck.extract.particulars.bonds import home_of_person, kin_of_person, rank_of_person
from claimcheck.lexicon.calendar import month_names, weekday_names
from claimcheck.lexicon.figures import number_words
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.speech import speech_words
from claimcheck.lexicon.tables import english, word_set, words
from claimcheck.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person at tokens [first, last): the name in small letters, and the age where it stands beside."""

    first: int
    last: int
    name: str
    age: int | None
    kin: str | None = None
    kin_of: str | None = None
    rank: str | None = None
    home: str | None = None


YOUNGEST, OLDEST = 1, 110


def find_persons(
    sentence: Sentence, known: MutableMapping[str, str] | None = None
) -> Iterator[PersonMention]:
    """The persons a sentence names in full, from left to right; by the last name those in `known`, which grows.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Owen Price, 24, was shot beside 31-year-old Mary Ann Cole.")[0]
    >>> [(person.name, person.age) for person in find_persons(sentence)]
    [('owen price', 24), ('mary ann cole', 31)]
    """
    at = 0
    while at < len(sentence.tokens):
        last = _name_end(sentence, at)
        if last - at < 2:
            if last > at and known is not None and sentence.lowers[at] in known:
                found = _mention(sentence, at, last, known[sentence.lowers[at]], at)
                if found.age or found.kin or found.rank:
                    yield found
            at = max(last, at + 1)
            continue
        first = _behind_titles(sentence, at, last)
        if last - first >= 2 and _is_person(sentence, first, last):
            name = " ".join(sentence.lowers[first:last])
            if known is not None:
                known.setdefault(surname(name), name)
            yield _mention(sentence, first, last, name, at)
        at = last


def _mention(sentence: Sentence, first: int, last: int, name: str, opening: int) -> PersonMention:
    """The person at tokens [first, last) with what stands beside the name; titles begin at `opening`."""
    kin, kin_of = kin_of_person(sentence, first, last) or (None, None)
    age = _age_behind(sentence, last) or _age_before(sentence, opening)
    rank, home = rank_of_person(sentence, first, last), home_of_person(sentence, last)
    return PersonMention(first, last, name, age, kin, kin_of, rank, home)


def _name_end(sentence: Sentence, at: int) -> int:
    """Behind the run of capitalised words that starts at a token; an initial keeps its full stop."""
    here = at
    while here < len(sentence.tokens):
        token = sentence.tokens[here]
        initial = token.text == "." and here > at and len(sentence.lowers[here - 1]) <= 2
        opening = here == at and (at == 0 or sentence.lowers[at - 1] in word_set("names", "openers"))
        proper = sentence.tags[here] == "E" or (opening and sentence.tags[here] in "NJ")
        if not (proper and token.text[0].isupper() and token.kind == "word") and not initial:
            break
        here += 1
    return here


def _behind_titles(sentence: Sentence, first: int, last: int) -> int:
    titles = speech_words().titles
    while first < last and (sentence.lowers[first] in titles or sentence.lowers[first] == "."):
        first += 1
    return first


@cache
def _not_names() -> frozenset[str]:
    table = english("names")
    bodies = gazetteer().place_kinds | gazetteer().organs | speech_words().source_nouns
    return words(table, "street") | bodies | frozenset([*month_names(), *weekday_names()])


def _is_person(sentence: Sentence, first: int, last: int) -> bool:
    """Two to four name words, none of them a place, a body or a day."""
    parts = sentence.lowers[first:last]
    if not 2 <= len([part for part in parts if part != "."]) <= 4:
        return False
    if any(part in _not_names() or gazetteer().actor(part) for part in parts):
        return False
    before = sentence.lowers[first - 1] if first else ""
    if before == "of" and first > 1 and sentence.lowers[first - 2] in word_set("persons", "of_persons"):
        return True
    return (
        before not in ("in", "at", "near", "on", "of", "from", "to", "the")
        or _age_behind(sentence, last) is not None
    )


def _age_behind(sentence: Sentence, at: int) -> int | None:
    """ ", 24," or ", a 24-year-old" behind a name."""
    lowers = sentence.lowers
    if lowers[at : at + 1] != (",",):
        return None
    here = at + 1 + (lowers[at + 1 : at + 2] in (("a",), ("an",), ("age",), ("aged",)))
    if here >= len(lowers):
        return None
    behind = lowers[here + 1 : here + 2]
    if _compound_age(sentence, here):
        return _number(lowers[here])
    closed = behind in ((",",), (".",), (";",), ("and",), (")",), ("of",)) or here + 1 == len(lowers)
    # "Owen Price, one of the victims" gives no age
    if closed and lowers[here].isdigit():
        return _number(lowers[here])
    return None


def _age_before(sentence: Sentence, at: int) -> int | None:
    """ "24-year-old" right before a name, perhaps with a noun between."""
    for here in range(max(0, at - 6), at):
        if _compound_age(sentence, here):
            between = sentence.tags[here + 1 : at]
            return _number(sentence.lowers[here]) if all(kind in "UNJE" for kind in between) else None
    return None


def _compound_age(sentence: Sentence, at: int) -> bool:
    joined = " ".join(sentence.lowers[at + 1 : at + 5]).replace(" ", "")
    return _number(sentence.lowers[at]) is not None and joined.startswith(
        ("-year-old", "-yearold", "year-old", "yearold")
    )


def _number(text: str) -> int | None:
    """The age that a figure or a number word gives: "24", "nine"."""
    age = int(text) if text.isdigit() else number_words().ones.get(text)
    return int(age) if age is not None and YOUNGEST <= age <= OLDEST else None


def surname(name: str) -> str:
    """The last word of a name that is no initial or suffix.

    >>> surname("james d. millhorn jr")
    'millhorn'
    """
    parts = [
        part for part in name.split() if len(part) > 1 and part not in ("jr", "sr", "jr.", "sr.", "ii", "iii")
    ]
    return parts[-1] if parts else name
