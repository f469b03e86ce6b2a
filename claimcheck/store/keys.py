"""The keys that decisions hang on. None holds a path, an offset, a run, or the wording of the report.

A document counts here as what it was when the case first saw it (`lineage`), so that renaming it changes no key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.engine.identity import fingerprint, proposition_key
from claimcheck.model import Claim, Document, Finding, Interval, plain
from claimcheck.store.columns import canonical
from claimcheck.store.stated_words import stated_words

SLOTS = ("axis", "occurrence", "attribute", "of")
"""The content that says what a claim is about, without what it says of it."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Story and id of a document when the case first saw it, and its key."""

    key: str
    story: str
    id: str


Lineages = Mapping[tuple[str, str], Lineage]
"""By story and id of the document as they are now."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What identifies a finding: `finding` holds the decision, `group` finds the ancestor of changed facts.

    `facts` are what the decision rests on, for each claim; `evidence_hash` is of the exact quotes.
    """

    finding: str
    group: str
    claims: tuple[str, ...]
    evidence_hash: str
    facts: tuple[Mapping[str, object], ...]
    facts_hash: str


def digest(value: object) -> str:
    """The SHA-256 of the canonical JSON of a value, in hexadecimal."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()


def document_key(story: str, id_: str) -> str:
    """The key of a document that the case sees for the first time."""
    return "doc-" + digest([story, id_])[:16]


def claim_key(claim: Claim, lineages: Lineages) -> str:
    """What a claim says and who says it, its document being the one it was at first."""
    return proposition_key(placed(claim, lineages))


def keys_of(
    finding: Finding,
    claims: Sequence[Claim],
    lineages: Lineages,
    documents: Mapping[tuple[str, str], Document],
) -> Keys:
    """The keys of a finding on its claims."""
    first = [placed(claim, lineages) for claim in claims]
    own = [lineages[claim.story, claim.document].key for claim in claims]
    facts = sorted(
        (
            _facts(claim, key, documents.get((claim.story, claim.document)))
            for claim, key in zip(claims, own, strict=True)
        ),
        key=canonical,
    )
    return Keys(
        finding=fingerprint(finding.rule, first),
        group=digest([finding.rule, *sorted(map(_slots, claims, own))])[:24],
        claims=tuple(map(proposition_key, first)),
        evidence_hash=digest(sorted([key, claim.quote] for claim, key in zip(claims, own, strict=True))),
        facts=tuple(facts),
        facts_hash=digest([finding.relation, sorted(map(_without_source, facts), key=canonical)]),
    )


def placed(claim: Claim, lineages: Lineages) -> Claim:
    """The claim with its document as the case first saw it."""
    lineage = lineages[claim.story, claim.document]
    return replace(claim, story=lineage.story, document=lineage.id)


def _slots(claim: Claim, document: str) -> list[str]:
    """What a claim speaks of: no value, no speaker, no time."""
    return [
        document,
        claim.kind,
        claim.event.type if claim.event else "",
        claim.measure or "",
        *(str(claim.content.get(slot, "")) for slot in SLOTS),
    ]


def _facts(claim: Claim, document: str, source: Document | None) -> dict[str, object]:
    """What a reviewer goes by in one claim: who, the figure as read, the words that state something, the day."""
    quantity, speaker, time = claim.quantity, claim.speaker, claim.time
    return {
        "document": document,
        "published": (source.published or "")[:10] if source else "",
        "speaker": (speaker.entity or speaker.name) if speaker else "",
        "stance": [claim.polarity, claim.factuality],
        "time": [time.start, time.end, time.bound] if time else [],
        "figure": [
            quantity.text.lower(),
            _ends(quantity.hard),
            _ends(quantity.soft),
            quantity.unit,
            quantity.currency,
            quantity.period,
            quantity.basis,
        ]
        if quantity
        else [],
        "words": list(stated_words(claim.sentence)),
    }


def _without_source(facts: Mapping[str, object]) -> dict[str, object]:
    """The facts alone: a case that knows the document by another key comes to the same hash."""
    return {name: value for name, value in facts.items() if name != "document"}


def _ends(interval: Interval) -> list[object]:
    low, high = interval.low, interval.high
    return [
        None if low is None else plain(low),
        None if high is None else plain(high),
        interval.low_closed,
        interval.high_closed,
    ]
