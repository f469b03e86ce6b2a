"""Two statements that give different particulars: a person's age or spelling, a street, the hour, who did it."""

from __future__ import annotations

import re

from claimcheck.engine.checks import SlotConflict
from claimcheck.engine.context import Context
from claimcheck.engine.doers import doers_apart
from claimcheck.engine.group_ages import ages_apart, by_group
from claimcheck.engine.judgement import Judgement, certainty, compare_pair, silent
from claimcheck.engine.responsibility import denied_blame, opposed_blame, sureness
from claimcheck.engine.rule_files import Rule
from claimcheck.engine.sites import both_exact, hours_apart, sites_apart
from claimcheck.model import Claim, Relation, Step
from claimcheck.similarity.names import alike, sound_alike

ATTRIBUTES = {
    "age": "person",
    "name": "person",
    "kin": "person",
    "rank": "person",
    "home": "person",
    "blame": "responsibility",
}
"""The attribute of the claims that hold a slot, where it has another name."""


def attribute_of(check: SlotConflict) -> str:
    """The attribute of the claims that a check compares."""
    return ATTRIBUTES.get(check.slot, check.slot)


def judge(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """The relation of two particulars under a slot_conflict rule, with every step."""
    check = rule.form.check
    assert isinstance(check, SlotConflict)
    line = rule.line("check.slot")
    wanted = attribute_of(check)
    if check.slot == "group_ages":
        cast = by_group(left, right)
        if cast is None:
            return silent((), "not comparable: not the ages of a group and of one of it", left, right, line)
    elif left.content.get("attribute") != wanted or right.content.get("attribute") != wanted:
        return silent((), f"not comparable: not two statements of a {check.slot}", left, right, line)
    comparisons, steps, refused = compare_pair(rule, left, right, context, ("factuality", *check.pair.same))
    if refused is not None:
        return refused
    relation, reason = _decide(check, left, right)
    if relation is None:
        return silent(steps, reason, left, right, line)
    step = Step(f"{reason}: {relation}", (left.id, right.id), line)
    words = {"relation": relation, "slot": check.slot, "gap": "", "factor": ""}
    start = sureness(left, right) if wanted == "responsibility" else surely(left, right)
    return Judgement(relation, (*steps, step), certainty(comparisons, left, right, context, start), words)


def surely(left: Claim, right: Claim) -> float:
    """How sure two particulars are read: a headline shortens, so the words of the text come first."""
    return 0.85 if left.in_headline or right.in_headline else 0.9


def _decide(check: SlotConflict, left: Claim, right: Claim) -> tuple[Relation | None, str]:
    """The relation of two values of one slot, and why."""
    conflict = None if check.relations.conflict == "none" else check.relations.conflict
    one, two = _value(left, "value"), _value(right, "value")
    if check.slot == "group_ages":
        return ages_apart(conflict, left, right)
    if check.slot == "assailants":
        return _assailants(conflict, left, right)
    if check.slot == "quarter":
        return (None, "the same part of the town") if one == two else (conflict, f"{one} is not {two}")
    if check.slot == "phone":
        return _phones(conflict, one, two)
    if check.slot == "age":
        if _value(left, "age") == _value(right, "age") or "" in (_value(left, "age"), _value(right, "age")):
            return None, "both give the same age, or one gives none"
        if not same_person(one, two):
            return None, f"{one} and {two} are two persons"
        return conflict, f"{one} is {_value(left, 'age')} in one report, {_value(right, 'age')} in the other"
    if check.slot in ("kin", "rank", "home"):
        return _standing(conflict, check.slot, left, right)
    if check.slot == "name":
        if "short" in left.content or "short" in right.content or not misspelt(one, two):
            return None, f"{one} and {two} do not differ in spelling only"
        return conflict, f"“{one}” and “{two}” are spellings of one name"
    if check.slot == "responsibility":
        return denied_blame(conflict, left, right)
    if check.slot == "blame":
        return opposed_blame(conflict, left, right)
    if check.slot == "doer":
        return doers_apart(conflict, left, right)
    if check.slot == "street":
        return _streets(conflict, left, right)
    if check.slot == "clock":
        return _clocks(conflict, left, right)
    if check.slot == "site":
        apart, reason = sites_apart(left, right)
        return (conflict if apart else None), reason
    apart, reason = hours_apart(left, right, check.minutes)
    if apart and conflict == "contradiction" and not both_exact(left, right):
        conflict = "tension"
    return (conflict if apart else None), reason


def _assailants(conflict: Relation | None, left: Claim, right: Claim) -> tuple[Relation | None, str]:
    """Two numbers of gunmen that leave no number that fits both."""
    for fewer, more in ((left, right), (right, left)):
        highest = _value(fewer, "highest")
        if highest and int(highest) < int(_value(more, "lowest")):
            return (
                conflict,
                f"at most {highest} in one report, at least {_value(more, 'lowest')} in the other",
            )
    return None, "the numbers do not exclude each other"


def _phones(conflict: Relation | None, one: str, two: str) -> tuple[Relation | None, str]:
    """Two telephone numbers of the same digits, two neighbours of which have changed places."""
    apart = [at for at, (left, right) in enumerate(zip(one, two, strict=False)) if left != right]
    if len(apart) == 2 and apart[1] == apart[0] + 1:
        return conflict, f"{one} and {two} differ by two neighbouring digits that have changed places"
    return None, "the same number, or two numbers"


def _clocks(conflict: Relation | None, left: Claim, right: Claim) -> tuple[Relation | None, str]:
    """Whether two clock times that a report gives for one moment are two."""
    if (left.document, left.field, left.sentence) != (right.document, right.field, right.sentence):
        return None, "two reports, or two sentences"
    one, two = _value(left, "value"), _value(right, "value")
    if one == two or one == _value(right, "summer") or two == _value(left, "summer"):
        return None, f"both can be {one} GMT"
    told = [" ".join(claim.quote.split()) for claim in (left, right)]
    return conflict, f"“{told[0]}” is {one} GMT, “{told[1]}” is {two} GMT"


def _standing(conflict: Relation | None, slot: str, left: Claim, right: Claim) -> tuple[Relation | None, str]:
    """Two ranks or homes of one person, or two bonds of one person to one other."""
    name, one, two = _value(left, "value"), _value(left, slot), _value(right, slot)
    if "" in (one, two) or one == two:
        return None, f"both give the same {slot}, or one gives none"
    if not same_person(name, _value(right, "value")):
        return None, f"{name} and {_value(right, 'value')} are two persons"
    if slot == "home":
        if set(one.split()) <= set(two.split()) or set(two.split()) <= set(one.split()):
            return None, f"{one} and {two} can be one town"
        return conflict, f"{name} lives in {one} in one report, in {two} in the other"
    if slot == "kin" and _value(left, "kin_of") != _value(right, "kin_of"):
        return (
            None,
            f"one speaks of the {one} of {_value(left, 'kin_of')}, the other of {_value(right, 'kin_of')}",
        )
    return conflict, f"{name} is the {one} in one report, the {two} in the other"


def _value(claim: Claim, key: str) -> str:
    return str(claim.content.get(key, ""))


def same_person(left: str, right: str) -> bool:
    """Whether two names are one person's: first and last name the same, middle names apart.

    >>> same_person("james millhorn", "james d. millhorn"), same_person("ann cole", "amy cole")
    (True, False)
    """
    one, two = left.split(), right.split()
    return bool(one) and bool(two) and one[0] == two[0] and one[-1] == two[-1]


def misspelt(left: str, right: str) -> bool:
    """Whether two names differ in the spelling of one word only; a hyphen more or less is no difference.

    >>> misspelt("akielah solomon", "akeilah solomon"), misspelt("ann cole", "amy cole")
    (True, False)
    """
    one, two = (re.sub("[-'’]", "", name).split() for name in (left, right))
    if len(one) != len(two):
        return False
    differing = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return len(differing) == 1 and (alike(*differing[0]) or sound_alike(*differing[0]))


def _streets(conflict: Relation | None, left: Claim, right: Claim) -> tuple[Relation | None, str]:
    if _value(left, "of") != _value(right, "of"):
        return None, "two streets"
    if _value(left, "value") != _value(right, "value"):
        return (
            conflict,
            f"{_value(left, 'of')} is a {_value(left, 'value')} in one report, a {_value(right, 'value')} in the other",
        )
    return None, "the same street"
