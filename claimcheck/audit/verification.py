"""Whether all that a report rests on still holds: hashes, offsets, quotes, and the files it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimcheck import __version__
from claimcheck.engine.identity import fingerprint
from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.ingest import read_documents
from claimcheck.ingest.identity import content_hash
from claimcheck.model import Claim, Document, Finding, NotChecked, Report

Documents = Mapping[str, list[Document]]


@dataclass(frozen=True, slots=True)
class Verification:
    """What does not hold, and how many files on disk are as they were or no longer there."""

    faults: tuple[Problem, ...]
    unchanged: int
    absent: tuple[str, ...]


def verify(report: Report) -> Verification:
    """What of the report does not hold; files are looked for at the paths that it names."""
    documents: dict[str, list[Document]] = {}
    for document in report.documents:
        documents.setdefault(document.id, []).append(document)
    faults = [*_texts(report), *_claims(report, documents), *_findings(report)]
    unchanged, absent = 0, []
    for document in report.documents:
        if document.path is None:
            continue
        if not Path(document.path).is_file():
            absent.append(document.path)
            continue
        changed = _changed(document, document.path)
        faults += [changed] if changed else []
        unchanged += changed is None
    return Verification(tuple(dict.fromkeys(faults)), unchanged, tuple(dict.fromkeys(absent)))


def _texts(report: Report) -> Iterator[Problem]:
    for document in report.documents:
        if document.sha256 != content_hash(document.text):
            yield Problem(
                f"document {document.id}", "its text is not the one that was hashed (sha256 differs)"
            )


def _claims(report: Report, documents: Documents) -> Iterator[Problem]:
    seen: set[str] = set()
    for claim in report.claims:
        if claim.id in seen:
            yield Problem(f"claim {claim.id}", "another claim has this id too")
        seen.add(claim.id)
        yield from _claim(claim, _document(claim, documents))
    for words in report.not_checked:
        if not any(_cut(document, words) == words.quote for document in documents.get(words.document, [])):
            yield Problem(f"not checked, {words.document} {words.start}-{words.end}", "quote does not hold")


def _document(claim: Claim, documents: Documents) -> Document | None:
    return next((found for found in documents.get(claim.document, []) if found.story == claim.story), None)


def _cut(document: Document, words: Claim | NotChecked) -> str:
    return document.field(words.field)[words.start : words.end]


def _claim(claim: Claim, document: Document | None) -> Iterator[Problem]:
    where = f"claim {claim.id}"
    if document is None:
        yield Problem(where, f"the report does not hold its document {claim.document}")
        return
    text = document.field(claim.field)
    if not 0 <= claim.start < claim.end <= len(text) or _cut(document, claim) != claim.quote:
        place = f"{claim.start} to {claim.end} of the {claim.field} of {document.id}"
        yield Problem(where, f"its quote is not what stands at characters {place}")
    figure = claim.quantity
    if figure is not None and text[figure.start : figure.end] != figure.text:
        yield Problem(where, f"its figure “{figure.text}” does not stand at {figure.start} to {figure.end}")
    for link in claim.attribution:
        if not 0 <= link.start < link.end <= len(text):
            yield Problem(where, f"its speaker {link.name} stands outside the {claim.field}")


def _findings(report: Report) -> Iterator[Problem]:
    claims = {claim.id: claim for claim in report.claims}
    seen: set[str] = set()
    for finding in report.findings:
        where = f"finding {finding.id}"
        if finding.id in seen:
            yield Problem(where, "another finding has this id too")
        seen.add(finding.id)
        named = dict.fromkeys([*finding.claims, *(name for step in finding.steps for name in step.claims)])
        missing = [name for name in named if name not in claims]
        for name in missing:
            yield Problem(where, f"the report does not hold its claim {name}")
        if not missing and report.tool_version == __version__:
            yield from _identity(finding, [claims[name] for name in finding.claims], where)


def _identity(finding: Finding, claims: list[Claim], where: str) -> Iterator[Problem]:
    """Only the version of the program that wrote a fingerprint makes the same one."""
    if finding.fingerprint != fingerprint(finding.rule, claims):
        yield Problem(where, "its fingerprint is not that of its rule and claims: one of them was edited")


def _changed(document: Document, path: str) -> Problem | None:
    """What is wrong with the file that a document was read from, or None."""
    try:
        texts = [found.text for found in read_documents([path]).documents]
    except (ClaimcheckError, OSError) as error:
        return Problem(path, f"cannot be read again: {error}")
    if document.text in texts:
        return None
    return Problem(path, f"has changed since the report was written (document {document.id})")
