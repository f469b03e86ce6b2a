"""Findings, claims and rules by the names that people give them: an id, a part of it, some words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.engine.rule_files import Rule
from claimcheck.errors import UsageError
from claimcheck.model import Claim, Finding, Report
from claimcheck.resources import nearest

MOST_SHOWN = 5


def finding_named(report: Report, name: str) -> Finding:
    """The finding of an id or fingerprint, or of the beginning of one; UsageError where it is not one."""
    wanted = name.strip().lower()
    found = [
        finding
        for finding in report.findings
        if any(known.lower().startswith(wanted) for known in (finding.id, finding.fingerprint)) and wanted
    ]
    exact = [finding for finding in found if wanted in (finding.id.lower(), finding.fingerprint.lower())]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise UsageError(
            f"“{name}” begins the ids of {len(found)} findings: {_listed(finding.id for finding in found)}"
        )
    if not report.findings:
        raise UsageError(f"there is no finding “{name}”: the report has none at all")
    known = [finding.id for finding in report.findings]
    raise UsageError(f"there is no finding “{name}” in the report{_meant(name, known)}")


def claim_named(report: Report, name: str) -> Claim:
    """The claim of an id, of the beginning of one, or of words of its quote; UsageError where it is not one."""
    for found in _claims_by_strength(report.claims, name):
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                f"“{name}” fits {len(found)} claims; give one id of {_listed(map(_told, found))}"
            )
    meant = _meant(name, [claim.id for claim in report.claims])
    raise UsageError(f"no claim of the report has the id or the words “{name}”{meant}")


def rule_named(rules: Sequence[Rule], name: str) -> Rule:
    """The rule of an id, with or without its pack; UsageError where it is not one."""
    found = [rule for rule in rules if name in (rule.id, rule.id.rpartition("/")[2])]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"“{name}” names {len(found)} rules: {_listed(rule.id for rule in found)}")
    names = {rule.id.rpartition("/")[2]: rule.id for rule in rules} | {rule.id: rule.id for rule in rules}
    inside = next((rule.id for rule in rules if name and name in rule.id), None)
    meant = inside or names.get(nearest(name, list(names)) or "")
    hint = f"; did you mean {meant}?" if meant else "; “claimcheck rules list” shows them all"
    raise UsageError(f"there is no rule “{name}”{hint}")


def _claims_by_strength(claims: Sequence[Claim], name: str) -> Iterable[list[Claim]]:
    """The claims that a name can mean: by id, by the beginning of the id, by the figure, by the quote."""
    words = _folded(name)
    if not words:
        return
    yield [claim for claim in claims if claim.id.lower() == words]
    yield [claim for claim in claims if claim.id.lower().startswith(words)]
    yield [claim for claim in claims if claim.quantity and _folded(claim.quantity.text) == words]
    yield [claim for claim in claims if words in _folded(claim.quote)]


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def _told(claim: Claim) -> str:
    words = " ".join((claim.quantity.text if claim.quantity else claim.quote).split())
    return f"{claim.id} (“{words if len(words) <= 40 else words[:39] + '…'}”)"


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    more = f" and {len(every) - MOST_SHOWN} more" if len(every) > MOST_SHOWN else ""
    return ", ".join(every[:MOST_SHOWN]) + more


def _meant(name: str, known: Sequence[str]) -> str:
    meant = nearest(name.strip(), known)
    return f"; did you mean {meant}?" if meant else f"; it holds {_listed(known)}" if known else ""
