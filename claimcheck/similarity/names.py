"""How alike two names are: the only place that asks rapidfuzz."""

from __future__ import annotations

from rapidfuzz.distance import DamerauLevenshtein

SHORTEST = 4
FEWEST_CONSONANTS = 3
SILENT = frozenset("aeiouyhw'-")


def alike(left: str, right: str) -> bool:
    """Whether two name words can be spellings of one: at most one edit in four letters, the same first letter.

    >>> alike("o'neal", "o'neil"), alike("ashonda", "ashanda"), alike("mark", "mary")
    (True, True, False)
    """
    if min(len(left), len(right)) < SHORTEST or left[0] != right[0] or left == right:
        return False
    edits = int(DamerauLevenshtein.distance(left, right))
    return edits <= max(len(left), len(right)) // 5 or (edits == 1 and min(len(left), len(right)) > SHORTEST)


def sound_alike(left: str, right: str) -> bool:
    """Whether two name words have the same consonants, in order and at least three of them, behind one first letter.

    >>> sound_alike("stephen", "stefan"), sound_alike("jared", "jarrod"), sound_alike("mark", "marek")
    (True, True, True)
    >>> sound_alike("ann", "anna"), sound_alike("simon", "samuel")
    (False, False)
    """
    one, two = _consonants(left), _consonants(right)
    return left != right and left[:1] == right[:1] and one == two and len(one) >= FEWEST_CONSONANTS


def _consonants(word: str) -> str:
    """The consonants of a word as they sound: "ph" as f, "ck" as k, double ones once."""
    sounds = word.replace("ph", "f").replace("ck", "k").replace("c", "k")
    kept = [letter for letter in sounds if letter not in SILENT]
    return "".join(letter for at, letter in enumerate(kept) if at == 0 or kept[at - 1] != letter)
