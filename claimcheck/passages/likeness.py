"""Whether one word follows from another: the same, a synonym, a wider kind, of one family, another name form."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claimcheck.lexicon.senses import Sense, base_form, senses
from claimcheck.passages.words import Word

SHORTEST_STEM = 4
LARGE = Decimal(1000)
FINE = Decimal("0.03")
FOLLOWING = frozenset({"same", "synonym", "broader"})


@lru_cache(maxsize=65536)
def one_family(left: str, right: str) -> bool:
    """Whether two words differ in their endings only.

    >>> one_family("injure", "injury"), one_family("invest", "investor"), one_family("car", "cartel")
    (True, True, False)
    """
    shared = 0
    for one, two in zip(left, right, strict=False):
        if one != two:
            break
        shared += 1
    endings = senses().endings
    return any(
        left[cut:] in endings and right[cut:] in endings
        for cut in range(shared, max(shared - 2, SHORTEST_STEM - 1), -1)
        if cut >= SHORTEST_STEM
    )


def sense_of(left: Word, right: Word) -> Sense:
    """What a word of b is to a word of a; figures are compared by their ranges."""
    if left.range is not None and right.range is not None:
        if left.kind != right.kind:
            return "unrelated"
        return range_sense(left, right)
    if "ordinal" in (left.kind, right.kind):
        return senses().sense(
            *(side.text.lower() if side.kind == "ordinal" else side.key for side in (left, right))
        )
    if right.key in senses().pronouns and left.tag in "NEO":
        return "broader"
    if left.kind == "name" and right.kind == "name" and left.key != right.key:
        if senses().synonyms(left.key, right.key) or one_name(left.text, right.text):
            return "synonym"
        return senses().sense(left.key, right.key)
    if "name" in (left.kind, right.kind):
        return _sense(base_form(left.key), base_form(right.key))
    return _sense(left.key, right.key)


@lru_cache(maxsize=65536)
def _sense(left: str, right: str) -> Sense:
    found = senses().sense(left, right)
    if found == "unrelated" and "-" in left and "-" in right:
        found = _compound_sense(left.split("-"), right.split("-"))
    return "synonym" if found == "unrelated" and one_family(left, right) else found


def _compound_sense(left: list[str], right: list[str]) -> Sense:
    """The sense of the one part in which two compounds differ: dark-haired, bright-haired."""
    if len(left) != len(right):
        return "unrelated"
    apart = [(one, two) for one, two in zip(left, right, strict=True) if one != two]
    return senses().sense(*apart[0]) if len(apart) == 1 else "unrelated"


def range_sense(left: Word, right: Word) -> Sense:
    """ "broader" where the figure of b holds whenever that of a does, "opposite" where both cannot hold."""
    one, two = left.range, right.range
    assert one is not None and two is not None
    if one == two:
        return "same"
    if one.within(two):
        return "broader"
    if _rounded(left, right):
        return "synonym"
    if one.disjoint(two):
        return "opposite"
    return "synonym" if left.qualifier == right.qualifier == "about" and two.within(one) else "narrower"


def _rounded(left: Word, right: Word) -> bool:
    """Whether b gives the figure of a with fewer digits: 1.845 billion, 1.8 billion."""
    one, two = left.stated, right.stated
    if one is None or two is None or not right.step or left.qualifier != right.qualifier:
        return False
    fine = right.step < 1 or two >= LARGE
    return fine and abs(one - two) <= min(right.step / 2, one * FINE) and left.step < right.step


@lru_cache(maxsize=65536)
def one_name(left: str, right: str) -> bool:
    """Whether two spellings can be one name: endings, full stops, initials of a longer name.

    >>> one_name("U.S", "US"), one_name("Schwarz", "Miller")
    (True, False)
    """
    one, two = (text.lower().replace(".", "").replace("-", " ") for text in (left, right))
    return one == two or (min(len(one), len(two)) >= SHORTEST_STEM and one_family(one, two))
