"""Compares two claims slot by slot: ordered, named levels with a reason, in the manner of splink."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from claimcheck.align.scopes import noun_of, scope_of
from claimcheck.lexicon.bases import sort_of_basis
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.figures import units
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, Quantity

Level = Literal["equal", "compatible", "contained", "unknown", "different"]
Slot = Literal[
    "event", "measure", "actor", "place", "time", "unit", "scope", "factuality", "polarity", "period", "basis"
]


OTHERS = ("other", "elsewhere")
"""How the ids of events begin that no report of the story leads with."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims stand in one slot, and why."""

    slot: Slot
    level: Level
    reason: str


def _stated(slot: Slot, left: str | None, right: str | None, what: str) -> Comparison | None:
    """The comparison of two names where one is missing or both are the same."""
    if left is None or right is None:
        return Comparison(
            slot, "unknown", f"the {what} is not stated on {'either' if left is right else 'one'} side"
        )
    if left == right:
        return Comparison(slot, "equal", f"same {what}: {left.replace('_', ' ')}")
    return None


def compare_event(left: Claim, right: Claim, domain: Domain) -> Comparison:
    """Whether two claims speak of one event: its identity where known, else its type."""
    identity = _compare_identity(left, right)
    if identity is not None:
        return identity
    one = left.event.type if left.event else None
    two = right.event.type if right.event else None
    known = _stated("event", one, two, "event")
    if known is not None:
        if (
            known.level == "equal"
            and left.event
            and right.event
            and left.event.id
            and right.event.id
            and left.event.id != right.event.id
        ):
            return Comparison("event", "different", "two events of one kind")
        return known
    return Comparison("event", "compatible", f"“{one}” and “{two}” may name one event")


def _compare_identity(left: Claim, right: Claim) -> Comparison | None:
    """What the ids of two events say: the main one of both reports, or two; None where an id is missing.

    A measure that needs its event (the dead of an attack) does not compare without one on both sides.
    """
    one, two = (claim.event.id if claim.event else None for claim in (left, right))
    if one is None or two is None:
        return None
    if one != two:
        return Comparison(
            "event", "different", f"one speaks of {_event_words(one)}, the other of {_event_words(two)}"
        )
    return Comparison("event", "equal", "both speak of the event that the reports are about")


def _event_words(identity: str) -> str:
    if identity.startswith("history"):
        return "a longer past"
    return "another event" if identity.startswith(OTHERS) else "the event its report is about"


def is_main(claim: Claim) -> bool:
    """Whether a claim speaks of an event that its report, or another one of the story, is about."""
    return (
        claim.event is not None
        and claim.event.id is not None
        and not claim.event.id.startswith((*OTHERS, "history"))
    )


def needed_slot(left: Claim, right: Claim, domain: Domain) -> str | None:
    """Why a measure that needs a slot cannot be compared: a side does not state it."""
    known = domain.measures.get(left.measure or "")
    if left.measure == "age":
        return "ages belong to persons and are compared by name"
    if known is None and _loose(left):
        return "what is counted is told too loosely"
    for slot in known.needs if known is not None else ("event",):
        for claim in (left, right):
            if slot == "event" and not is_main(claim):
                return "one side does not tell which event its figure is of"
            if slot in ("place", "actor", "time") and getattr(claim, slot) is None:
                return f"one side does not state its {slot}"
            if slot in ("period", "currency", "basis") and (
                claim.quantity is None or getattr(claim.quantity, slot) is None
            ):
                return f"one side does not state its {slot}"
    return None


def _loose(claim: Claim) -> bool:
    """An open measure without a telling noun or verb: "people are", "figure of"."""
    noun, _, verb = (claim.measure or "").removeprefix("open:").partition("/")
    return noun in word_set("narrative", "loose_nouns") or verb in word_set("narrative", "loose_verbs")


def compare_measure(left: Claim, right: Claim, domain: Domain) -> Comparison:
    """Whether two claims measure the same, or a part and its whole."""
    if left.measure is None or right.measure is None:
        return Comparison("measure", "unknown", "what is counted is not known")
    if left.measure == right.measure:
        return Comparison("measure", "equal", f"both count {domain.label(left.measure)}")
    if domain.whole_of(left.measure) == right.measure or domain.whole_of(right.measure) == left.measure:
        return Comparison(
            "measure",
            "contained",
            f"{domain.label(left.measure)} and {domain.label(right.measure)} are part and whole",
        )
    return Comparison(
        "measure", "different", f"{domain.label(left.measure)} is not {domain.label(right.measure)}"
    )


def compare_actor(left: Claim, right: Claim, domain: Domain) -> Comparison:
    """Whether two claims speak of one side."""
    return _stated("actor", left.actor, right.actor, "side") or Comparison(
        "actor", "different", f"one speaks of {left.actor}, the other of {right.actor}"
    )


def compare_place(left: Claim, right: Claim, domain: Domain) -> Comparison:
    """Whether two claims speak of one place, or of one inside the other."""
    known = _stated("place", left.place, right.place, "place")
    if known is not None:
        return known
    one, two = str(left.place), str(right.place)
    if left.event and right.event and left.event.id == right.event.id and is_main(left):
        return Comparison("place", "compatible", "both places are those of the event")
    table = domain.contains.get("place", {})
    if one in table.get(two, ()) or two in table.get(one, ()) or _same_words(one, two):
        return Comparison("place", "contained", f"{one} and {two} lie in one another")
    if one in gazetteer().names.values() or two in gazetteer().names.values():
        return Comparison("place", "unknown", "one side names only the country")
    return Comparison("place", "different", f"{one.replace('_', ' ')} is not {two.replace('_', ' ')}")


def _same_words(left: str, right: str) -> bool:
    one, two = set(left.split("_")), set(right.split("_"))
    return one <= two or two <= one


def compare_time(left: Claim, right: Claim, domain: Domain) -> Comparison:
    """Whether the times of two claims can be the same."""
    if left.time is None or right.time is None:
        return Comparison("time", "unknown", "the time is not stated on one side")
    if left.time.start and right.time.end and left.time.start > right.time.end:
        return Comparison("time", "different", f"“{left.time.text}” is later than “{right.time.text}”")
    if right.time.start and left.time.end and right.time.start > left.time.end:
        return Comparison("time", "different", f"“{right.time.text}” is later than “{left.time.text}”")
    since = {"since", "from"}
    if left.time.bound in since and right.time.bound in since and left.time.start != right.time.start:
        return Comparison("time", "different", f"“{left.time.text}” is not “{right.time.text}”")
    return Comparison("time", "compatible", "the times can be the same")


def compare_unit(left: Claim, right: Claim, domain: Domain) -> Comparison:
    """Whether two figures have one unit, or units that convert."""
    one, two = left.quantity, right.quantity
    if one is None or two is None:
        return Comparison("unit", "unknown", "one side has no figure")
    if bool(one.change) != bool(two.change) or (one.change and one.change != two.change):
        return Comparison("unit", "different", "one figure is a change, the other a level")
    if one.unit == two.unit:
        return Comparison("unit", "equal", f"same unit: {one.unit or 'a plain number'}")
    if {one.unit, two.unit} <= {None, "person", "item"}:
        if {one.unit, two.unit} == {"person", "item"}:
            return Comparison("unit", "different", "one counts people, the other things")
        return Comparison("unit", "compatible", "one figure names no unit")
    if conversion(one, two) is not None:
        return Comparison("unit", "compatible", f"{one.unit} and {two.unit} convert into each other")
    return Comparison("unit", "different", f"{one.unit or 'a count'} is not {two.unit or 'a count'}")


def conversion(left: Quantity, right: Quantity) -> Decimal | None:
    """The factor that brings the right figure into the unit of the left, or None.

    Temperatures, whose zero differs, do not convert by a factor.
    """
    if left.unit == right.unit:
        return Decimal(1)
    table = units().by_name
    one, two = table.get(left.unit or ""), table.get(right.unit or "")
    if one is None or two is None or one.dimension != two.dimension or one.offset != two.offset:
        share = {left.unit, right.unit} == {"share", "percent"}
        return (Decimal("0.01") if left.unit == "share" else Decimal(100)) if share else None
    return two.factor / one.factor


def compare_scope(left: Claim, right: Claim, domain: Domain) -> Comparison:
    """Who or what is counted: children are not all victims, rebels are not soldiers."""
    one, two = _meant(left, domain), _meant(right, domain)
    if one == two:
        noun_left, noun_right = noun_of(left), noun_of(right)
        if one is None and noun_left != noun_right:
            if noun_left is None or noun_right is None:
                return Comparison("scope", "unknown", "one side does not say what it counts")
            return Comparison("scope", "different", f"{noun_left} are not {noun_right}")
        return Comparison("scope", "equal", f"both count {one or noun_left or 'the same'}")
    if "generic" in (one, two):
        if _may_mean_the_same(left, right, one, two, domain):
            return Comparison(
                "scope",
                "compatible",
                f"{noun_of(left) or 'people'} and {noun_of(right) or 'people'} may be the same: nobody else is counted",
            )
        return Comparison(
            "scope",
            "contained",
            f"{noun_of(left) or 'people'} and {noun_of(right) or 'people'} can be part and whole",
        )
    return Comparison("scope", "different", f"{noun_of(left) or one} are not {noun_of(right) or two}")


def _may_mean_the_same(left: Claim, right: Claim, one: str | None, two: str | None, domain: Domain) -> bool:
    """Whether the people of one report may be the civilians of another, neither counting several groups."""
    group = two if one == "generic" else one
    known = domain.measures.get(left.measure or "")
    mixed = "mixed" in left.content or "mixed" in right.content
    if known is None or group is None or mixed or left.document == right.document:
        return False
    return known.may_mean == group


def _meant(claim: Claim, domain: Domain) -> str | None:
    """The group of people a claim counts, a word for anybody being read as its measure does."""
    scope = scope_of(claim, domain)
    known = domain.measures.get(claim.measure or "")
    return known.who or scope if known is not None and scope == "generic" else scope


def compare_period(left: Claim, right: Claim, domain: Domain) -> Comparison:
    """Whether two rates are per the same period."""
    one = left.quantity.period if left.quantity else None
    two = right.quantity.period if right.quantity else None
    if one == two:
        return Comparison("period", "equal", "same period")
    return Comparison(
        "period", "different", f"one is per {one or 'no period'}, the other per {two or 'no period'}"
    )


def compare_factuality(left: Claim, right: Claim, domain: Domain) -> Comparison:
    """A plan, a condition or a question does not compare with a fact."""
    open_kinds = {"planned", "conditional", "asked"}
    if left.factuality in open_kinds or right.factuality in open_kinds:
        kind = left.factuality if left.factuality in open_kinds else right.factuality
        return Comparison("factuality", "different", f"one side is {kind}, not a fact")
    if left.factuality == right.factuality:
        return Comparison(
            "factuality",
            "equal",
            "both are stated as facts" if left.factuality == "asserted" else "both are hedged",
        )
    return Comparison("factuality", "compatible", "one side is hedged")


def compare_polarity(left: Claim, right: Claim, domain: Domain) -> Comparison:
    """Whether both claims affirm."""
    if left.polarity == right.polarity == "affirmed":
        return Comparison("polarity", "equal", "both affirm")
    return Comparison("polarity", "different", "one side denies the figure")


def compare_basis(left: Claim, right: Claim, domain: Domain) -> Comparison:
    """Parts, additions and moments on the way do not compare with totals, nor figures reckoned otherwise."""
    apart = _reckoned_apart(left.quantity, right.quantity)
    if apart is not None:
        return Comparison("basis", "different", f"one figure is {apart[0]}, the other {apart[1]}")
    for claim in (left, right):
        if claim.content.get("another"):
            return Comparison("basis", "different", "one figure comes on top of another")
        if claim.content.get("late"):
            return Comparison("basis", "different", "one figure is of those who died later")
        if claim.content.get("included") and scope_of(claim, domain) in (None, "generic"):
            return Comparison("basis", "different", "one figure is a part of others")
        if claim.kind == "zero" and any(
            word not in domain.scopes for word in claim.content.get("modifiers", ())
        ):
            return Comparison("basis", "different", "one side speaks of none of a certain kind only")
        if claim.content.get("superseded"):
            return Comparison("basis", "different", "one figure is an older one that its own report replaces")
        if (
            str(claim.content.get("of", "")).startswith(("the ", "those ", "them", "these "))
            and claim.derived is None
            and scope_of(claim, domain) in (None, "generic")
        ):
            return Comparison("basis", "different", "one figure is a part of others")
    if left.content.get("group") != right.content.get("group"):
        return Comparison("basis", "different", "one figure is the strength of a part of the force")
    if _share(left) != _share(right):
        return Comparison(
            "basis", "different", "one figure is a share reached on the way, the other the whole"
        )
    return Comparison("basis", "equal", "both are figures of their own")


def _share(claim: Claim) -> bool:
    """Whether a figure was computed as a share of another; a sum of parts is a figure like any other."""
    return claim.derived is not None and "summed" not in claim.content


def _reckoned_apart(left: Quantity | None, right: Quantity | None) -> tuple[str, str] | None:
    """The first two bases of one sort that differ ("year on year", "annualised"); one that is not stated is no conflict."""
    one, two = (_bases(quantity) for quantity in (left, right))
    for sort, name in one.items():
        if sort in two and two[sort] != name:
            return name.replace("_", " "), two[sort].replace("_", " ")
    return None


def _bases(quantity: Quantity | None) -> dict[str, str]:
    """What a figure is reckoned on, by the sort of basis."""
    if quantity is None or quantity.basis is None:
        return {}
    return {sort_of_basis(name): name for name in quantity.basis.split(", ")}


Compare = Callable[[Claim, Claim, Domain], Comparison]
COMPARISONS: dict[Slot, Compare] = {
    "event": compare_event,
    "measure": compare_measure,
    "actor": compare_actor,
    "place": compare_place,
    "time": compare_time,
    "unit": compare_unit,
    "scope": compare_scope,
    "period": compare_period,
    "factuality": compare_factuality,
    "polarity": compare_polarity,
    "basis": compare_basis,
}


def compare(left: Claim, right: Claim, domain: Domain, slots: tuple[Slot, ...]) -> tuple[Comparison, ...]:
    """The comparisons of two claims in the slots asked for, in that order, up to the first that differs."""
    found: list[Comparison] = []
    for slot in slots:
        found.append(COMPARISONS[slot](left, right, domain))
        if found[-1].level == "different":
            break
    return tuple(found)
