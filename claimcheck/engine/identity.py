"""Keys that survive edits: what a claim says and who says it, never where it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from claimcheck.model import Claim, Relation, plain

SEPARATOR = "\x1f"
IDENTIFYING = frozenset(
    {
        "occurrence",
        "axis",
        "pole",
        "status",
        "progress",
        "extent",
        "scope",
        "attribute",
        "value",
        "denied",
        "age",
        "block",
    }
)
"""The content that is what a claim says; the rest is how it was found."""


def proposition_key(claim: Claim) -> str:
    """A hash of document identity, speaker and content; no offsets, paths or wording around the figure."""
    quantity = claim.quantity
    figure: tuple[str, ...] = ()
    if quantity is not None:
        value = quantity.value
        stated = (
            "-".join(plain(v) for v in value)
            if isinstance(value, tuple)
            else plain(value)
            if value is not None
            else quantity.text.lower()
        )
        figure = (
            stated,
            quantity.qualifier,
            quantity.change or "",
            quantity.unit or "",
            quantity.noun or "",
            quantity.period or "",
        )
    speaker = claim.speaker
    time = claim.time
    parts = (
        claim.story,
        claim.document,
        claim.kind,
        (speaker.entity or speaker.name.lower()) if speaker else "",
        claim.event.type if claim.event and claim.kind == "status" else "",
        claim.measure or "",
        claim.actor or "",
        claim.place or "",
        f"{time.start}/{time.end}/{time.bound}" if time else "",
        claim.polarity,
        claim.factuality,
        *(f"{key}={value}" for key, value in sorted(claim.content.items()) if key in IDENTIFYING),
        *figure,
    )  # fmt: skip
    return hashlib.sha256(SEPARATOR.join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def facet_key(claim: Claim) -> str:
    """What a claim says in a few words: two places of one report with the same facet tell one thing.

    Figures keep value and measure; facts keep their occurrence, pole or status.
    """
    content = claim.content
    # what two reports answer differently is one thing, however often each says it
    answer = content.get("attribute") if content.get("of") == "event" else None
    fact = (
        answer
        or content.get("occurrence")
        or content.get("word")
        or content.get("status")
        or content.get("value")
        or ""
    )
    quantity = claim.quantity
    value = (quantity.value, quantity.qualifier, quantity.noun) if quantity is not None else ""
    speaker = claim.speaker
    who = (
        (speaker.entity or speaker.name)
        if speaker and claim.kind in ("zero", "status") and answer is None
        else ""
    )
    return SEPARATOR.join(
        str(part)
        for part in (
            claim.story,
            "" if claim.kind == "quantity" else claim.document,
            claim.kind,
            claim.measure,
            fact,
            value,
            who,
        )
    )


def question_key(left: Claim, right: Claim, relation: Relation) -> tuple[str, ...]:
    """What two claims are about in a few words: of all pairs with one key a report shows the surest only.

    A denial is one question, however often its report tells who blames; so are the two sides that reports
    blame, and a floor ("at least 20") and a higher figure, in whatever words.
    """
    floor = _lower_floor(left, right)
    if relation == "tension" and floor is not None:
        return floor.story, str(floor.measure), "floor", *sorted(map(_value, (left, right)))
    answers = [claim for claim in (left, right) if claim.kind == "denial"]
    if len(answers) == 1 and {left.kind, right.kind} == {"denial", "actor"}:
        denial = answers[0]
        return denial.story, denial.document, denial.kind, str(denial.content.get("value"))
    if left.content.get("attribute") == "doer":
        return left.story, "doer", *sorted(str(claim.content["value"]) for claim in (left, right))
    if left.kind == right.kind == "actor":
        return left.story, "blame", *sorted((left.document, right.document))
    return tuple(sorted((facet_key(left), facet_key(right))))


def _value(claim: Claim) -> str:
    return str(claim.quantity.value) if claim.quantity is not None else ""


def _lower_floor(left: Claim, right: Claim) -> Claim | None:
    """The lower of two figures where its words give only a floor."""
    one, two = left.quantity, right.quantity
    if one is None or two is None or one.soft.low is None or two.soft.low is None:
        return None
    claim, quantity = (left, one) if one.soft.low < two.soft.low else (right, two)
    return claim if quantity.is_floor else None


def fingerprint(rule_id: str, claims: Iterable[Claim]) -> str:
    """The identity of a finding: the rule and the propositions, in any order."""
    keys = sorted(proposition_key(claim) for claim in claims)
    return hashlib.sha256(SEPARATOR.join([rule_id, *keys]).encode("utf-8", "surrogatepass")).hexdigest()[:24]
