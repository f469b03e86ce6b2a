"""Whether one person can be of a group whose ages another report gives."""

from __future__ import annotations

from claimcheck.model import Claim, Relation

GROUP = "group_ages"
MAJORITY = 18


def by_group(left: Claim, right: Claim) -> tuple[Claim, Claim] | None:
    """The two claims as (group, person of the same role), or None."""
    for group, person in ((left, right), (right, left)):
        fits = group.content.get("attribute") == GROUP and person.content.get("attribute") == "person"
        if fits and "age" in person.content and _of_group(group, person):
            return group, person
    return None


def _of_group(group: Claim, person: Claim) -> bool:
    """Whether a person has the role of the group; a victim under age is one of the children."""
    role = group.content.get("role")
    if role == "child":
        return person.content.get("role") == "victim" and int(str(person.content["age"])) < MAJORITY
    return role == person.content.get("role")


def ages_apart(conflict: Relation | None, left: Claim, right: Claim) -> tuple[Relation | None, str]:
    """The relation of a group's ages to the age of one of it: outside the range, or none of those listed."""
    cast = by_group(left, right)
    if cast is None:
        return None, "not the ages of a group and of one of it"
    group, person = cast
    ages = [int(age) for age in group.content.get("ages", ())]
    age = int(str(person.content["age"]))
    inside = age in ages if "each" in group.content else min(ages) <= age <= max(ages)
    listed = " and ".join(map(str, ages)) if "each" in group.content else f"{min(ages)} to {max(ages)}"
    if inside:
        return None, f"{age} is among the ages {listed}"
    role = {"child": "children", "victim": "victims"}.get(str(group.content["role"]), "suspects")
    return conflict, f"{person.content['value']} is {age}, and the {role} are {listed}"
