"""What changed between two reports: findings by their fingerprints, claims by what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.engine.identity import fingerprint, proposition_key
from claimcheck.model import Claim, Document, Finding, Report


@dataclass(frozen=True, slots=True)
class Changes:
    """Findings and claims that are new, gone, or other than they were (old, new); `same` is a count."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    changed: tuple[tuple[Finding, Finding], ...]
    same: int
    new_claims: tuple[Claim, ...]
    gone_claims: tuple[Claim, ...]
    changed_claims: tuple[tuple[Claim, Claim], ...]
    same_claims: int


def changes(old: Report, new: Report) -> Changes:
    """What is other in the new report; a document whose file is the same is the same, whatever its words."""
    renamed = _renamed(old, new)
    before = {finding.fingerprint: finding for finding in old.findings}
    after = _by_old_fingerprint(new, renamed)
    both = [(before[name], found) for name, found in after.items() if name in before]
    changed = tuple((left, right) for left, right in both if _answer(left) != _answer(right))
    gone_claims, new_claims, same_claims = _apart(old.claims, new.claims, renamed)
    changed_claims = _paired(gone_claims, new_claims, renamed)
    moved = {claim.id for pair in changed_claims for claim in pair[:1]}
    arrived = {claim.id for pair in changed_claims for claim in pair[1:]}
    return Changes(
        new=tuple(found for name, found in after.items() if name not in before),
        gone=tuple(found for name, found in before.items() if name not in after),
        changed=changed,
        same=len(both) - len(changed),
        new_claims=tuple(claim for claim in new_claims if claim.id not in arrived),
        gone_claims=tuple(claim for claim in gone_claims if claim.id not in moved),
        changed_claims=changed_claims,
        same_claims=same_claims,
    )


def _renamed(old: Report, new: Report) -> Mapping[str, str]:
    """The old ids of documents of the new report whose own id comes from their words, by the file."""
    known = {document.id for document in old.documents}
    paths = {_file(document): document.id for document in old.documents if document.path}
    often = Counter(map(_file, (*old.documents, *new.documents)))
    return {
        document.id: paths[_file(document)]
        for document in new.documents
        if document.id not in known and _file(document) in paths and often[_file(document)] == 2
    }


def _file(document: Document) -> tuple[str, str | None]:
    return document.story, document.path


def _as_before(claim: Claim, renamed: Mapping[str, str]) -> Claim:
    return replace(claim, document=renamed.get(claim.document, claim.document))


def _by_old_fingerprint(report: Report, renamed: Mapping[str, str]) -> dict[str, Finding]:
    """The findings by the fingerprint that they would have had in the old report."""
    claims = {claim.id: claim for claim in report.claims}
    found: dict[str, Finding] = {}
    for finding in report.findings:
        own = [claims[name] for name in finding.claims if name in claims]
        if any(claim.document in renamed for claim in own):
            key = fingerprint(finding.rule, [_as_before(claim, renamed) for claim in own])
        else:
            key = finding.fingerprint
        found[key] = finding
    return found


def _answer(finding: Finding) -> tuple[str, str]:
    return finding.relation, finding.severity


def _apart(
    old: Sequence[Claim], new: Sequence[Claim], renamed: Mapping[str, str]
) -> tuple[list[Claim], list[Claim], int]:
    """The claims whose proposition only the old, only the new report holds, and how many both hold."""
    before = Counter(map(proposition_key, old))
    after = Counter(proposition_key(_as_before(claim, renamed)) for claim in new)
    gone = _left_over(old, before - after, proposition_key)
    arrived = _left_over(new, after - before, lambda claim: proposition_key(_as_before(claim, renamed)))
    return gone, arrived, (before & after).total()


def _left_over(claims: Iterable[Claim], often: Counter[str], key: Callable[[Claim], str]) -> list[Claim]:
    left = Counter(often)
    found = []
    for claim in claims:
        name = key(claim)
        if left[name] > 0:
            left[name] -= 1
            found.append(claim)
    return found


def _paired(
    gone: Sequence[Claim], arrived: Sequence[Claim], renamed: Mapping[str, str]
) -> tuple[tuple[Claim, Claim], ...]:
    """A claim that went with one that came in its stead: same document, speaker and subject."""
    waiting: dict[tuple[object, ...], list[Claim]] = {}
    for claim in arrived:
        waiting.setdefault(_subject(_as_before(claim, renamed)), []).append(claim)
    return tuple((claim, waiting[_subject(claim)].pop(0)) for claim in gone if waiting.get(_subject(claim)))


def _subject(claim: Claim) -> tuple[object, ...]:
    speaker = claim.speaker
    who = (speaker.entity or speaker.name) if speaker else None
    axis = claim.content.get("axis") or claim.content.get("occurrence")
    return claim.story, claim.document, claim.kind, claim.measure, axis, who
