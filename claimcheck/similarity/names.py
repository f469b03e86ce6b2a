"""How alike two names are: the only place that asks rapidfuzz."""

from __future__ import annotations

from rapidfuzz.distance import DamerauLevenshtein

SHORTEST = 4


def alike(left: str, right: str) -> bool:
    """Whether two name words can be spellings of one: at most one edit in four letters, the same first letter.

    >>> alike("o'neal", "o'neil"), alike("ashonda", "ashanda"), alike("mark", "mary")
    (True, True, False)
    """
    if min(len(left), len(right)) < SHORTEST or left[0] != right[0] or left == right:
        return False
    edits = int(DamerauLevenshtein.distance(left, right))
    return edits <= max(len(left), len(right)) // 5 or (edits == 1 and min(len(left), len(right)) > SHORTEST)
