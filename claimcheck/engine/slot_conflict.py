"""Two statements that give different particulars: a person's age or spelling, a street, the hour, who did it."""

from __future__ import annotations

from claimcheck.engine.checks import SlotConflict
from claimcheck.engine.context import Context
from claimcheck.engine.judgement import Judgement, certainty, compare_pair, silent
from claimcheck.engine.responsibility import denied_blame, opposed_blame, sureness
from claimcheck.engine.rule_files import Rule
from claimcheck.model import Claim, Relation, Step
from claimcheck.similarity.names import alike

DAY_MINUTES = 24 * 60


def judge(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """The relation of two particulars under a slot_conflict rule, with every step."""
    check = rule.form.check
    assert isinstance(check, SlotConflict)
    line = rule.line("check.slot")
    wanted = {"age": "person", "name": "person", "blame": "responsibility"}.get(check.slot, check.slot)
    if left.content.get("attribute") != wanted or right.content.get("attribute") != wanted:
        return silent((), f"not comparable: not two statements of a {check.slot}", left, right, line)
    comparisons, steps, refused = compare_pair(rule, left, right, context, ("factuality", *check.pair.same))
    if refused is not None:
        return refused
    relation, reason = _decide(check, left, right)
    if relation is None:
        return silent(steps, reason, left, right, line)
    step = Step(f"{reason}: {relation}", (left.id, right.id), line)
    words = {"relation": relation, "slot": check.slot, "gap": "", "factor": ""}
    start = sureness(left, right) if wanted == "responsibility" else 0.9
    return Judgement(relation, (*steps, step), certainty(comparisons, left, right, context, start), words)


def _decide(check: SlotConflict, left: Claim, right: Claim) -> tuple[Relation | None, str]:
    """The relation of two values of one slot, and why."""
    conflict = None if check.relations.conflict == "none" else check.relations.conflict
    one, two = _value(left, "value"), _value(right, "value")
    if check.slot == "age":
        if _value(left, "age") == _value(right, "age") or "" in (_value(left, "age"), _value(right, "age")):
            return None, "both give the same age, or one gives none"
        if not same_person(one, two):
            return None, f"{one} and {two} are two persons"
        return conflict, f"{one} is {_value(left, 'age')} in one report, {_value(right, 'age')} in the other"
    if check.slot == "name":
        if same_person(one, two) or not misspelt(one, two):
            return None, f"{one} and {two} do not differ in spelling only"
        return conflict, f"“{one}” and “{two}” are spellings of one name"
    if check.slot == "responsibility":
        return denied_blame(conflict, left, right)
    if check.slot == "blame":
        return opposed_blame(conflict, left, right)
    if check.slot == "street":
        return _streets(conflict, left, right)
    return _hours(conflict, one, two, check.minutes)


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
    """Whether two names differ in the spelling of one word only.

    >>> misspelt("akielah solomon", "akeilah solomon"), misspelt("ann cole", "amy cole")
    (True, False)
    """
    one, two = left.split(), right.split()
    if len(one) != len(two):
        return False
    differing = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return len(differing) == 1 and alike(*differing[0])


def _streets(conflict: Relation | None, left: Claim, right: Claim) -> tuple[Relation | None, str]:
    if _value(left, "of") != _value(right, "of"):
        return None, "two streets"
    if _value(left, "value") != _value(right, "value"):
        return (
            conflict,
            f"{_value(left, 'of')} is a {_value(left, 'value')} in one report, a {_value(right, 'value')} in the other",
        )
    return None, "the same street"


def _hours(conflict: Relation | None, one: str, two: str, minutes: int) -> tuple[Relation | None, str]:
    """Clock times further apart than the rule allows, going round midnight."""
    distance = abs(_clock(one) - _clock(two))
    distance = min(distance, DAY_MINUTES - distance)
    if distance <= minutes:
        return None, f"{one} and {two} are at most {minutes} minutes apart"
    return conflict, f"{one} and {two} are {distance} minutes apart"


def _clock(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes)
