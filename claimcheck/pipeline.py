"""The whole program on one screen: documents, claims, pairs, rules, report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from claimcheck import __version__
from claimcheck.align.story import aligned
from claimcheck.engine.context import Context
from claimcheck.engine.filters import NO_FILTERS, Filters, without_filtered
from claimcheck.engine.packs import RuleSet
from claimcheck.engine.rule_index import RuleIndex
from claimcheck.engine.run import find
from claimcheck.errors import Problem
from claimcheck.extract.assemble import extract_claims
from claimcheck.extract.documents import Reading, read_each, untold
from claimcheck.extract.times.anchor import report_days
from claimcheck.lexicon.domain import Domain, load_domain
from claimcheck.model import Claim, Document, Finding, NotChecked, Report
from claimcheck.passages.answer import Answer, answer


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Rules and lexicons that a run works with, the rules by what they speak of, and what was wrong with them."""

    rules: RuleSet
    index: RuleIndex
    domain: Domain
    problems: tuple[Problem, ...]
    filters: Filters = NO_FILTERS


def knowledge_of(rules: RuleSet, filters: Filters = NO_FILTERS) -> Knowledge:
    """The rules with the lexicons of their packs, and the filters of the project."""
    domain, problems = load_domain(rules.folders)
    return Knowledge(rules, RuleIndex(rules.rules), domain, (*rules.problems, *problems), filters)


def read_claims(
    documents: Sequence[Document], knowledge: Knowledge, tell: Callable[[int], None] = untold
) -> Reading:
    """The claims of all documents, in their order, and the documents that could not be read through.

    `tell` hears how many have been read, before the first and after each.
    """
    reading = read_each(documents, knowledge.domain, tell)
    return replace(reading, claims=aligned(reading.claims, reading.leads, knowledge.domain))


def claims_of(documents: Sequence[Document], knowledge: Knowledge) -> tuple[Claim, ...]:
    """The claims of all documents that can be read through, in their order."""
    return read_claims(documents, knowledge).claims


def context_of(documents: Sequence[Document], knowledge: Knowledge) -> Context:
    """What the checks know of the documents."""
    by_id = {(document.story, document.id): document for document in documents}
    return Context(knowledge.domain, by_id, report_days(documents))


def check_documents(
    documents: Sequence[Document], knowledge: Knowledge, problems: Sequence[Problem] = ()
) -> Report:
    """The report on documents: everything sorted, the same for the same input."""
    return report_of(read_claims(in_order(documents), knowledge), knowledge, problems)


def in_order(documents: Sequence[Document]) -> list[Document]:
    """The documents by story and id, as a report lists them."""
    return sorted(documents, key=lambda document: (document.story, document.id))


def report_of(reading: Reading, knowledge: Knowledge, problems: Sequence[Problem] = ()) -> Report:
    """The report on documents that are read, by the rules."""
    claims = reading.claims
    context = context_of(reading.documents, knowledge)
    found = find(knowledge.index, claims, context)
    by_id = {claim.id: claim for claim in claims}
    shown, filtered = without_filtered(found.findings, knowledge.filters, by_id, context)
    return Report(
        tool_version=__version__,
        packs=knowledge.rules.packs,
        documents=reading.documents,
        claims=claims,
        findings=shown,
        not_checked=_not_checked(claims, found.findings),
        problems=tuple(
            sorted({*problems, *reading.problems, *knowledge.problems, *found.problems, *filtered})
        ),
    )


def _not_checked(claims: Sequence[Claim], findings: Sequence[Finding]) -> tuple[NotChecked, ...]:
    """Figures without a counterpart: no other claim of the story speaks of the same measure."""
    used = {name for finding in findings for name in finding.claims}
    voices: dict[tuple[str, str | None], set[str]] = {}
    for claim in claims:
        voices.setdefault((claim.story, claim.measure), set()).add(claim.document)
    alone = []
    for claim in claims:
        if (
            claim.quantity is None
            or claim.id in used
            or len(voices[claim.story, claim.measure]) > 1
            or claim.derived is not None
        ):
            continue
        reason = "what it counts is not known" if claim.measure is None else "no other report speaks of it"
        alone.append(NotChecked(claim.document, claim.field, claim.start, claim.end, claim.quote, reason))
    return tuple(dict.fromkeys(alone))


def answer_pair(a: str, b: str, knowledge: Knowledge) -> tuple[tuple[Claim, ...], Answer]:
    """The claims of two passages on one event, and how passage b stands to passage a."""
    documents = [Document("a", "pair", a), Document("b", "pair", b)]
    left, right = (extract_claims(document, knowledge.domain) for document in documents)
    context = context_of(documents, knowledge)
    findings = find(knowledge.index, (*left, *right), context).findings
    return (*left, *right), answer((a, b), left, right, findings)
