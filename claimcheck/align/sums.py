"""Wholes added up from their parts: four killed and nine wounded are thirteen casualties."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from claimcheck.align.comparisons import is_main
from claimcheck.align.scopes import scope_of
from claimcheck.lexicon.domain import Domain
from claimcheck.model import Claim, Derivation, Interval, Qualifier, Quantity, grouped

Sentence = tuple[str, str, str, str]


def with_sums(claims: Sequence[Claim], domain: Domain) -> tuple[Claim, ...]:
    """The claims, with the sum of the parts behind the parts of a report that another report's whole is to be set against.

    The parts stand in one sentence, are told by one speaker and are of the main event; a report that states
    the whole itself needs no sum.
    """
    wholes = {name: parts.sum_of for name, parts in domain.measures.items() if parts.sum_of}
    stated = {(claim.story, claim.document, claim.measure) for claim in claims if _counts(claim, domain)}
    told = {(story, measure) for story, _, measure in stated}
    sums: dict[str, Claim] = {}
    for group in _by_sentence(claims, domain).values():
        first = group[0]
        for whole, parts in wholes.items():
            if (first.story, whole) not in told or (first.story, first.document, whole) in stated:
                continue
            found = [next((claim for claim in group if claim.measure == part), None) for part in parts]
            present = [claim for claim in found if claim is not None]
            summed = _sum(whole, present) if len(present) == len(parts) else None
            if summed is not None:
                sums.setdefault(present[-1].id, summed)
    return tuple(_behind(claims, sums))


def _behind(claims: Sequence[Claim], sums: Mapping[str, Claim]) -> Iterator[Claim]:
    for claim in claims:
        yield claim
        if claim.id in sums:
            yield sums[claim.id]


def _by_sentence(claims: Sequence[Claim], domain: Domain) -> dict[tuple[Sentence, str | None], list[Claim]]:
    """The figures that can be added, by their sentence and speaker."""
    groups: dict[tuple[Sentence, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        if _counts(claim, domain):
            speaker = claim.speaker.name if claim.speaker else None
            place = (claim.story, claim.document, claim.field, claim.sentence)
            groups[place, speaker].append(claim)
    return groups


def _counts(claim: Claim, domain: Domain) -> bool:
    """Whether a claim gives a figure of all people that the main event befell, to which others can be added."""
    quantity = claim.quantity
    return (
        quantity is not None
        and claim.kind == "quantity"
        and claim.derived is None
        and quantity.unit in (None, "person")
        and quantity.change is None
        and quantity.qualifier != "vague"
        and claim.polarity == "affirmed"
        and claim.factuality in ("asserted", "hedged")
        and is_main(claim)
        and not {"another", "included", "late", "superseded", "of"} & claim.content.keys()
        and scope_of(claim, domain) in (None, "generic")
    )


def _sum(whole: str, parts: Sequence[Claim]) -> Claim | None:
    """The claim of the whole that the parts make, over the words of all of them; None where those cannot be cut."""
    first = min(parts, key=lambda claim: claim.start)
    quantities = sorted(
        (claim.quantity for claim in parts if claim.quantity is not None), key=lambda q: q.start
    )
    start, end = first.start, max(claim.end for claim in parts)
    quote = _cut(first, start, end)
    words = _cut(first, quantities[0].start, quantities[-1].end)
    if quote is None or words is None:
        return None
    values = [quantity.value for quantity in quantities if isinstance(quantity.value, Decimal)]
    total = sum(values, Decimal(0)) if len(values) == len(parts) else None
    added = Quantity(
        text=words,
        start=quantities[0].start,
        end=quantities[-1].end,
        value=total,
        hard=_added([quantity.hard for quantity in quantities]),
        soft=_added([quantity.soft for quantity in quantities]),
        qualifier=_qualifier(quantities),
        unit="person",
    )
    step = " + ".join(quantity.text for quantity in quantities)
    key = "\0".join(["sum", whole, *(claim.id for claim in parts)])
    return replace(
        first,
        id="c" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10],
        end=end,
        quote=quote,
        measure=whole,
        quantity=added,
        content=MappingProxyType({"summed": "true"}),
        derived=Derivation(
            tuple(claim.id for claim in parts),
            (f"{step} = {grouped(total) if total is not None else added.hard.describe()}",),
        ),
    )


def _cut(claim: Claim, start: int, end: int) -> str | None:
    """The words of the claim's sentence between two offsets of its field; None where its quote stands there twice."""
    if claim.sentence.count(claim.quote) != 1:
        return None
    origin = claim.start - claim.sentence.index(claim.quote)
    inside = start - origin >= 0 and end - origin <= len(claim.sentence)
    return claim.sentence[start - origin : end - origin] if inside else None


def _added(ranges: Sequence[Interval]) -> Interval:
    lows = [one.low for one in ranges if one.low is not None]
    highs = [one.high for one in ranges if one.high is not None]
    return Interval(
        sum(lows, Decimal(0)) if len(lows) == len(ranges) else None,
        sum(highs, Decimal(0)) if len(highs) == len(ranges) else None,
        all(one.low_closed for one in ranges),
        all(one.high_closed for one in ranges),
    )


def _qualifier(quantities: Sequence[Quantity]) -> Qualifier:
    """The loosest of the wordings: one floor makes the sum a floor."""
    if any(quantity.is_floor for quantity in quantities):
        return "at_least"
    return "exact" if all(quantity.qualifier == "exact" for quantity in quantities) else "about"
