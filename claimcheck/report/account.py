"""An account of a finding, or of a rule that kept silent, for readers and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.audit.accounts import Account
from claimcheck.contract import claim_to_json, finding_to_json
from claimcheck.model import Claim, Quantity, Report, Step, grouped
from claimcheck.report.cards import Deck
from claimcheck.report.standings import standing_words
from claimcheck.report.wording import (
    clean,
    date_words,
    expectation,
    in_words,
    reading,
    time_words,
)
from claimcheck.report.wrapping import wrapped

WIDTH = 80
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LEVELS = {
    "equal": "the same",
    "compatible": "fits",
    "contained": "part of it",
    "unknown": "not stated",
    "different": "not the same",
}
_NAMES = {"actor": "side"}
_QUALIFIERS = {
    "exact": "taken as exact",
    "about": "read as “about”",
    "at_least": "read as “at least”",
    "more_than": "read as “more than”",
    "at_most": "read as “at most”",
    "less_than": "read as “less than”",
    "range": "read as a range",
    "vague": "a vague number",
}
_STANCES = {
    "asserted": "as a fact",
    "hedged": "with a hedge, not as a sure fact",
    "planned": "as a plan",
    "conditional": "under a condition",
    "asked": "as a question",
}


def account_to_json(account: Account, report: Report) -> dict[str, Any]:
    """The account with everything it names, in a fixed order of keys."""
    documents = {document.id: document for document in report.documents}
    return {
        "rule": account.rule,
        "relation": account.relation,
        "stopped_by": account.stopped.text if account.stopped else None,
        "finding": finding_to_json(account.finding) if account.finding else None,
        "claims": [
            claim_to_json(claim)
            | {"reading": reading(claim.quantity) if claim.quantity else None}
            | {"path": documents[claim.document].path if claim.document in documents else None}
            for claim in account.claims
        ],
        "slots": [
            {"slot": row.slot, "level": row.level, "reason": row.reason, "rule_line": row.rule_line}
            for row in account.slots
        ],
        "steps": [
            {"text": step.text, "claims": list(step.claims), "rule_line": step.rule_line}
            for step in account.steps
        ],
        "notes": list(account.notes),
    }


def render_account(account: Account, report: Report, width: int = WIDTH) -> str:
    """The account in plain lines no longer than `width`."""
    lines = [*_head(account, width), "", "The words"]
    for letter, claim in zip(_LETTERS, account.claims, strict=False):
        lines += ["", *_words(letter, claim, Deck(report), width)]
    lines += ["", "Do they speak of the same thing?", "", *_slots(account, width)]
    lines += ["", f"What the rule {clean(account.rule)} makes of it", "", *_steps(account, width)]
    lines += ["", *_end(account, width)]
    return "\n".join(lines) + "\n"


def _head(account: Account, width: int) -> Iterator[str]:
    finding = account.finding
    if finding is None:
        what = f"would find: {account.relation}" if account.relation else "says nothing about these two"
        yield from wrapped(f"{clean(account.rule)} {what}", width)
        return
    yield from wrapped(
        f"{finding.relation.upper()} {clean(finding.title)} [{clean(finding.id)}]", width, "", "  "
    )
    sure = f"{finding.confidence:.0%} sure to have read and matched the words rightly"
    yield from wrapped(f"Severity {finding.severity}; {sure}; fingerprint {finding.fingerprint}.", width)
    if finding.review or finding.case:
        yield from wrapped(standing_words(finding), width)


def _words(letter: str, claim: Claim, deck: Deck, width: int) -> Iterator[str]:
    """One claim: who, the quote, where it stands, and how each part of it was read."""
    document = deck.documents.get(claim.document)
    published = document.published if document else None
    when = f" ({date_words(published)})" if published else ""
    yield from wrapped(f"{letter}. {deck.speaker(claim)}{when}:", width, "", "   ")
    yield from wrapped(f"“{clean(claim.quote)}”", width, "   ", "    ")
    place = f"Where: characters {claim.start} to {claim.end} of the {claim.field} of {clean(claim.document)}"
    path = f", {clean(document.path)}" if document and document.path else ""
    facts = [
        place + path,
        f"Claim: {clean(claim.id)}, {_kind(claim)}",
        f"Speakers: {_speakers(claim)}",
        f"Said: {'denied, ' if claim.polarity == 'negated' else ''}{_STANCES[claim.factuality]}",
    ]
    if claim.time:
        facts.append(f"Time: {time_words(claim.time)}")
    if claim.quantity:
        facts.append(f"Figure: {_figure(claim.quantity)}")
    if claim.derived:
        facts.append(f"Computed: {'; '.join(map(clean, claim.derived.steps))}")
    for fact in facts:
        yield from wrapped(fact, width, "   - ", "     ")


def _kind(claim: Claim) -> str:
    told = in_words(claim.measure) if claim.measure else ""
    content = ", ".join(
        in_words(str(claim.content[key])) for key in ("occurrence", "status", "pole") if key in claim.content
    )
    return ": ".join(part for part in (claim.kind, told or content) if part)


def _speakers(claim: Claim) -> str:
    """The chain of speakers, the nearest first, each with the word that makes it a speaker and its place."""
    if not claim.attribution:
        return "none, it is the report's own voice"
    return ", through ".join(
        f"{clean(link.name)}{f' (“{clean(link.cue)}”)' if link.cue else ''} at {link.start} to {link.end}"
        for link in claim.attribution
    )


def _figure(quantity: Quantity) -> str:
    """How the words of a figure became a range."""
    value = quantity.value
    if isinstance(value, tuple):
        stated = f"{grouped(value[0])} to {grouped(value[1])}, "
    else:
        stated = f"{grouped(value)}, " if value is not None else ""
    expected = expectation(quantity)
    expects = f"; a reader expects {expected}" if expected else ""
    return (
        f"“{clean(quantity.text)}” at {quantity.start} to {quantity.end} is {stated}"
        f"{_QUALIFIERS[quantity.qualifier]}: the words allow {reading(quantity)}{expects}"
    )


def _slots(account: Account, width: int) -> Iterator[str]:
    if not account.slots:
        yield "   Nothing was compared."
    for row in account.slots:
        name = clean(_NAMES.get(row.slot, row.slot))
        head = f"   {name:11} {_LEVELS.get(row.level, row.level):13}"
        yield from wrapped(f"{head} {clean(row.reason)}", width, "", " " * 29)


def _steps(account: Account, width: int) -> Iterator[str]:
    for number, step in enumerate(account.steps, 1):
        mark = " <- it stops here" if step is account.stopped else ""
        yield from wrapped(f"{number:2}. {_step(step)}{mark}", width, "  ", "      ")
    if not account.steps:
        yield "   No step is on record."


def _step(step: Step) -> str:
    line = f" (line {step.rule_line} of the rule's file)" if step.rule_line else ""
    return clean(step.text) + line


def _end(account: Account, width: int) -> Iterator[str]:
    for note in account.notes:
        yield from wrapped(f"Note: {clean(note)}", width, "", "  ")
    if account.finding:
        said = clean(account.finding.explanation)
        yield from wrapped(f"So: {account.finding.relation}. {said}", width, "", "  ")
    elif account.stopped:
        yield from wrapped(f"So: no finding, because {clean(account.stopped.text)}.", width, "", "  ")
    elif account.relation:
        yield from wrapped(f"So: {account.relation}.", width, "", "  ")
