"""The changes between two reports, for readers and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimcheck.audit.changes import Changes
from claimcheck.contract import claim_to_json, finding_to_json
from claimcheck.model import Claim, Finding, Report
from claimcheck.report.cards import Deck
from claimcheck.report.wording import clean, counted
from claimcheck.report.wrapping import wrapped

WIDTH = 80


def changes_to_json(found: Changes) -> dict[str, Any]:
    """The changes in a fixed order of keys."""
    return {
        "findings": {
            "new": [finding_to_json(finding) for finding in found.new],
            "gone": [finding_to_json(finding) for finding in found.gone],
            "changed": [
                {"old": finding_to_json(old), "new": finding_to_json(new)} for old, new in found.changed
            ],
            "same": found.same,
        },
        "claims": {
            "new": [claim_to_json(claim) for claim in found.new_claims],
            "gone": [claim_to_json(claim) for claim in found.gone_claims],
            "changed": [
                {"old": claim_to_json(old), "new": claim_to_json(new)} for old, new in found.changed_claims
            ],
            "same": found.same_claims,
        },
    }


def render_changes(found: Changes, old: Report, new: Report, width: int = WIDTH) -> str:
    """The changes in plain lines no longer than `width`: + new, - gone, ~ changed."""
    decks = {"+": Deck(new), "-": Deck(old), "~": Deck(new)}
    counts = _counts(len(found.new), len(found.gone), len(found.changed), found.same)
    lines = wrapped(f"Findings: {counts}", width)
    for sign, findings in (("+", found.new), ("-", found.gone)):
        for finding in findings:
            lines += _finding(sign, finding, decks[sign], finding.relation, width)
    for before, after in found.changed:
        told = f"{before.relation}, {before.severity} -> {after.relation}, {after.severity}"
        lines += _finding("~", after, decks["~"], told, width)
    counts = _counts(
        len(found.new_claims), len(found.gone_claims), len(found.changed_claims), found.same_claims
    )
    lines += ["", *wrapped(f"Claims: {counts}", width), *_claims(found, decks, width)]
    return "\n".join(lines) + "\n"


def _counts(new: int, gone: int, changed: int, same: int) -> str:
    return f"{new:,} new, {gone:,} gone, {changed:,} changed, {same:,} the same"


def _finding(sign: str, finding: Finding, deck: Deck, relation: str, width: int) -> Iterator[str]:
    head = f"{sign} {relation}: {clean(finding.title)} [{clean(finding.id)}]"
    yield from wrapped(head, width, "", "  ")
    for name in finding.claims:
        if name in deck.claims:
            yield from wrapped(_told(deck.claims[name], deck), width, "    ", "      ")


def _claims(found: Changes, decks: Mapping[str, Deck], width: int) -> Iterator[str]:
    for sign, claims in (("+", found.new_claims), ("-", found.gone_claims)):
        yield from _listed(sign, claims, decks[sign], width)
    for before, after in found.changed_claims:
        yield from wrapped(f"~ {_told(before, decks['-'])}", width, "", "    ")
        yield from wrapped(f"now “{clean(after.quote)}”", width, "    ", "    ")


def _listed(sign: str, claims: Iterable[Claim], deck: Deck, width: int) -> Iterator[str]:
    for claim in claims:
        yield from wrapped(f"{sign} {_told(claim, deck)}", width, "", "    ")


def _told(claim: Claim, deck: Deck) -> str:
    return f"{deck.speaker(claim)}: “{clean(claim.quote)}”"


def holds_words(report: Report, unchanged: int, absent: int) -> str:
    """What a verification looked at, in one line."""
    looked = ", ".join(
        (
            counted(len(report.documents), "document"),
            counted(len(report.claims), "claim"),
            counted(len(report.findings), "finding"),
        )
    )
    files = f"{counted(unchanged, 'file')} on disk unchanged" + (f", {absent} not there" if absent else "")
    return f"{looked}; {files}"
