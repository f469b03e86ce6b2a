"""Where in a town something happened: on which street, near which, at which crossing, at which number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcheck.extract.particulars.streets import street_kinds
from claimcheck.lexicon.calendar import weekday_names
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.tables import english, word_set
from claimcheck.text.sentences import Sentence

LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class SiteMention:
    """A site at tokens [first, last): streets in small letters, without kind and point of the compass.

    `on` is the street of the address, `near` those beside it, `crossing` two streets that meet there;
    `number` is the house, or the block where `block` is true.
    """

    first: int
    last: int
    on: str | None
    near: tuple[str, ...]
    crossing: tuple[str, ...]
    number: int | None
    block: bool


@dataclass(frozen=True, slots=True)
class _Name:
    first: int
    last: int
    name: str
    sure: bool


@cache
def _ordinals() -> dict[str, str]:
    return {str(word): str(short) for word, short in english("places")["street_ordinals"].items()}


def find_site(sentence: Sentence) -> SiteMention | None:
    """The site that a sentence names, or None.

    >>> from claimcheck.text.sentences import split_sentences
    >>> site = find_site(split_sentences("Shots were fired in the 800 block of Marlow Street near Tobin Avenue.")[0])
    >>> site.on, site.near, site.number, site.block
    ('marlow', ('tobin',), 800, True)
    >>> find_site(split_sentences("It happened near the intersection of Gale and North 5th Street.")[0]).crossing
    ('5th', 'gale')
    """
    parts = [part for at in range(len(sentence.tokens)) for part in _parts_at(sentence, at)]
    if not parts:
        return None
    on = next((part for part in parts if part[0] == "on"), None)
    near = tuple(part[1].name for part in parts if part[0] == "near" and (part[1].sure or on is not None))
    near = () if on is None else near
    crossing = tuple(sorted({part[1].name for part in parts if part[0] == "crossing"}))
    if len(crossing) != 2:
        crossing = ()
    if on is None and not crossing:
        return None
    first = min(part[1].first for part in parts)
    last = max(part[1].last for part in parts)
    return SiteMention(
        first, last, on[1].name if on else None, near, crossing, on[2] if on else None, bool(on and on[3])
    )


def _parts_at(sentence: Sentence, at: int) -> Iterator[tuple[str, _Name, int | None, bool]]:
    """The streets that a word at a token leads to, with their role, number, and whether it is a block's."""
    lowers = sentence.lowers
    lower = lowers[at]
    if lower == "block" and lowers[at + 1 : at + 2] == ("of",):
        name = _name_at(sentence, at + 2)
        number = _number(lowers[at - 1]) if at and lowers[at - 1] != "-" else None
        number = number if number is not None or at < 2 else _number(lowers[at - 2])
        home = lowers[max(0, at - 3) : at][:2] == ("of", "the")  # "Ann Cole, of the 300 block of Elm Street"
        if name is not None and not home:
            yield "on", name, number, True
            yield from _near_behind(sentence, name.last)
    elif lower in word_set("places", "crossings") and lowers[at + 1 : at + 2] == ("of",):
        yield from _crossing(sentence, at + 2)
        yield from _numbered(sentence, at + 2)
    elif lower == "near" and at + 1 < len(lowers):
        yield from _crossing(sentence, at + 1)
    elif lower in ("on", "at", "in") and at + 1 < len(lowers) and sentence.tags[at] == "P":
        start = at + 1
        number = _number(lowers[start])
        name = _name_at(sentence, start + (number is not None))
        if name is None or not (
            name.sure or (number is not None and lower == "at") or _street_by_near(sentence, name)
        ):
            return
        joined = _name_at(sentence, name.last + 1) if lowers[name.last : name.last + 1] == ("and",) else None
        if lower != "on" and number is None:
            if joined is not None and joined.sure:
                yield "crossing", name, None, False
                yield "crossing", joined, None, False
            return
        yield "on", name, number, False
        yield from _near_behind(sentence, name.last)


def _street_by_near(sentence: Sentence, name: _Name) -> bool:
    """Whether a name without a kind is a street because "near" and another name follow: "on Alder near Finch"."""
    lower = sentence.lowers[name.first]
    near = sentence.lowers[name.last : name.last + 1] == ("near",)
    return near and lower not in weekday_names() and _name_at(sentence, name.last + 1) is not None


def _numbered(sentence: Sentence, at: int) -> Iterator[tuple[str, _Name, int | None, bool]]:
    """The address behind "the area of": a number and a street."""
    number = _number(sentence.lowers[at]) if at < len(sentence.lowers) else None
    name = _name_at(sentence, at + 1) if number is not None else None
    if name is not None:
        yield "on", name, number, False
        yield from _near_behind(sentence, name.last)


def _near_behind(sentence: Sentence, at: int) -> Iterator[tuple[str, _Name, int | None, bool]]:
    """The streets that "near" right behind an address leads to."""
    if sentence.lowers[at : at + 1] == (",",):
        at += 1
    if sentence.lowers[at : at + 1] not in (("near",), ("off",), ("at",)):
        return
    name = _name_at(sentence, at + 1)
    if name is None:
        return
    yield "near", name, None, False
    if sentence.lowers[name.last : name.last + 1] == ("and",):
        joined = _name_at(sentence, name.last + 1)
        if joined is not None:
            yield "near", joined, None, False


def _crossing(sentence: Sentence, at: int) -> Iterator[tuple[str, _Name, int | None, bool]]:
    one = _name_at(sentence, at)
    if one is None or sentence.lowers[one.last : one.last + 1] not in (("and",), ("&",)):
        return
    two = _name_at(sentence, one.last + 1)
    if two is not None:
        yield "crossing", one, None, False
        yield "crossing", two, None, False


def _name_at(sentence: Sentence, at: int) -> _Name | None:
    """The name of a street that starts at a token; `sure` where its kind stands behind or it is numbered."""
    kinds, compass = street_kinds(), word_set("places", "compass")
    words: list[str] = []
    here = at
    sure = False
    while here < len(sentence.tokens) and here - at < LONGEST_NAME + 2:
        token, lower = sentence.tokens[here], sentence.lowers[here]
        if lower == "." and (sentence.lowers[here - 1] in compass or sentence.lowers[here - 1] in kinds):
            here += 1
            continue
        ordinal = token.kind == "ordinal" or lower in _ordinals()
        if not (token.text[0].isupper() or ordinal) or token.kind not in ("word", "ordinal", "name"):
            break
        if lower in kinds and words:
            here, sure = here + 1, True
            break
        if lower in gazetteer().place_kinds and lower not in kinds:
            return None
        if lower not in compass or (words and not sure):
            words.append(_ordinals().get(lower, lower))
        sure = sure or ordinal
        here += 1
    if not words or len(words) > LONGEST_NAME:
        return None
    return _Name(at, here, " ".join(words), sure)


@dataclass(frozen=True, slots=True)
class QuarterMention:
    """A part of a town at tokens [first, last): the point of the compass and the town."""

    first: int
    last: int
    side: str
    town: str


def find_quarter(sentence: Sentence) -> QuarterMention | None:
    """The part of a town that a sentence names first, or None; "North Hill Avenue" names none.

    >>> from claimcheck.text.sentences import split_sentences
    >>> find_quarter(split_sentences("Two men were shot in southwest Tulsa on Friday.")[0])
    QuarterMention(first=5, last=7, side='southwest', town='tulsa')
    """
    tokens, lowers = sentence.tokens, sentence.lowers
    for at in range(1, len(tokens) - 1):
        if lowers[at] not in word_set("places", "sides") or lowers[at - 1] not in ("in", "near", "across"):
            continue
        named = sentence.tags[at + 1] == "E" and tokens[at + 1].text[0].isupper()
        behind = tokens[at + 2].text[0] if at + 2 < len(tokens) else "."
        if named and not (
            behind.isupper() and sentence.tags[at + 2] == "E" and lowers[at + 2] not in weekday_names()
        ):
            return QuarterMention(at, at + 2, lowers[at], lowers[at + 1])
    return None


def _number(text: str) -> int | None:
    bare = text.replace(",", "")
    return int(bare) if bare.isdigit() and len(bare) < 6 else None
