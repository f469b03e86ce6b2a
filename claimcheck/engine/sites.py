"""Whether two hours or two addresses can be those of one event."""

from __future__ import annotations

from claimcheck.model import Claim

DAY_MINUTES = 24 * 60
CALL_AFTER = 30
"""So many minutes a call to the police can come after the event."""


def hours_apart(left: Claim, right: Claim, minutes: int) -> tuple[bool, str]:
    """Whether two hours are at least so many minutes apart, going round midnight, or on two days; and why."""
    one, two = _span(left), _span(right)
    calls = [claim.content.get("call") == "true" for claim in (left, right)]
    if calls == [True, False]:
        one = one[0] - CALL_AFTER, one[1]
    elif calls == [False, True]:
        two = two[0] - CALL_AFTER, two[1]
    days = _days_apart(left, right, one, two)
    if days:
        return True, days
    gap = min(
        max(one[0] - two[1] - turn, two[0] + turn - one[1], 0) for turn in (-DAY_MINUTES, 0, DAY_MINUTES)
    )
    words = f"{_words(left)} and {_words(right)}"
    if gap < minutes:
        return False, f"{words} are less than {minutes} minutes apart"
    return True, f"{words} are {gap} minutes apart"


def both_exact(left: Claim, right: Claim) -> bool:
    """Whether both are clock times, no part of the day."""
    return left.content.get("exact") == right.content.get("exact") == "true"


def _days_apart(left: Claim, right: Claim, one: tuple[int, int], two: tuple[int, int]) -> str | None:
    """That two hours lie on two days, if they do and no night joins them."""
    days = str(left.content.get("day", "")), str(right.content.get("day", ""))
    if "" in days or days[0] == days[1]:
        return None
    earlier, later = (one, two) if days[0] < days[1] else (two, one)
    if earlier[1] >= 18 * 60 and later[0] <= 6 * 60:
        return None
    return f"one gives {min(days)}, the other {max(days)}"


def _span(claim: Claim) -> tuple[int, int]:
    first, _, last = str(claim.content.get("value", "")).partition("-")
    return _clock(first), _clock(last)


def _words(claim: Claim) -> str:
    first, _, last = str(claim.content.get("value", "")).partition("-")
    return first if first == last else f"{first} to {last}"


def _clock(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes)


def sites_apart(left: Claim, right: Claim) -> tuple[bool, str]:
    """Whether two addresses exclude each other, and why: other crossings of one street, other numbers, other streets."""
    crossings = _crossings_apart(left, right)
    if crossings:
        return True, crossings
    one, two = left.content.get("on"), right.content.get("on")
    if one is not None and one == two:
        return _numbers_apart(left, right)
    for here, there in ((left, right), (right, left)):
        on, other = here.content.get("on"), there.content.get("on")
        if on is not None and other is not None and other in here.content.get("near", ()):
            return True, f"one puts it on {on} near {other}, the other on {other}"
    return False, "the addresses do not exclude each other"


def _crossings_apart(left: Claim, right: Claim) -> str | None:
    one, two = (set(claim.content.get("crossing", ())) for claim in (left, right))
    if len(one & two) != 1:
        return None
    return f"one crosses {_street(one & two)} at {_street(one - two)}, the other at {_street(two - one)}"


def _street(names: set[str]) -> str:
    return min(names, default="")


def _numbers_apart(left: Claim, right: Claim) -> tuple[bool, str]:
    """Two house numbers of one street, or two blocks of a hundred numbers."""
    numbers = [claim.content.get("number") or claim.content.get("block") for claim in (left, right)]
    if None in numbers:
        return False, "one address has no number"
    one, two = (int(str(number)) for number in numbers)
    blocks = ["block" in claim.content for claim in (left, right)]
    if one == two or (any(blocks) and one // 100 == two // 100):
        return False, "the same block"
    return True, f"{one} and {two} are two numbers of one street"
