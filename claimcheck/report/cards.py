"""The findings of a report as every rendering shows them: in order, numbered, with their sides."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck.model import Claim, Document, Finding, Relation, Report, Span, Verdict
from claimcheck.report.marking import marks
from claimcheck.report.sources import published_by, source_names
from claimcheck.report.standings import open_words
from claimcheck.report.wording import clean, counted, speaker_words

RELATIONS: tuple[Relation, ...] = ("contradiction", "tension", "update", "agreement")
_SEVERITIES = ("high", "medium", "low")
_ANSWERS: dict[Verdict, str] = {
    "confirmed": "confirmed",
    "explained": "explained",
    "not_a_conflict": "dismissed",
    "unsure": "unsure",
}
_GIST = 70
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a finding with its document, its speaker in words and the spans to mark."""

    number: int
    claim: Claim
    document: Document | None
    source: str
    speaker: str
    marks: tuple[Span, ...]
    origins: int | None


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with its number in the report."""

    number: int
    finding: Finding
    sides: tuple[Side, ...]

    @property
    def short_id(self) -> str:
        return clean(self.finding.id)[:_SHORT]

    @property
    def anchor(self) -> str:
        return f"finding-{self.number}-{re.sub(r'[^A-Za-z0-9]+', '-', self.short_id).strip('-')}"

    @property
    def gist(self) -> str:
        """The two sides in a few words, so that findings of one rule can be told apart."""
        return " · ".join(f"“{key_words(side)}”" for side in self.sides)

    @property
    def compact(self) -> bool:
        """Nothing conflicts here: an agreement or an update."""
        return self.finding.relation in ("agreement", "update")

    @property
    def dismissed(self) -> bool:
        return dismissed(self.finding)


def key_words(side: Side) -> str:
    """The figure with its noun, else the beginning of the quote."""
    quantity = side.claim.quantity
    if quantity is not None and side.claim.kind == "quantity":
        return clean(f"{quantity.text} {quantity.noun or ''}".strip())
    return textwrap.shorten(clean(side.claim.quote), _GIST, placeholder=" …")


class Deck:
    """The cards of a report, with the look-ups that its tables share."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.names: Mapping[str, str] = source_names(report.documents)
        self.documents = {document.id: document for document in report.documents}
        self.claims = {claim.id: claim for claim in report.claims}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """All findings, the most severe first, those that a reviewer dismissed last."""
        ranked = _side_by_side(sorted(self.report.findings, key=_rank), self.report)
        return tuple(
            Card(number, finding, self._sides(finding)) for number, finding in enumerate(ranked, start=1)
        )

    @cached_property
    def stories(self) -> tuple[str, ...]:
        return tuple(sorted({document.story for document in self.report.documents}))

    def source(self, document: str) -> str:
        """The name of a document, known to this report or not."""
        return self.names.get(document) or clean(document)

    def speaker(self, claim: Claim) -> str:
        """Who says a claim and in whose report, in words."""
        document = self.documents.get(claim.document)
        outlet = document is not None and published_by(document) != ""
        return speaker_words(claim, self.source(claim.document), outlet=outlet)

    def _sides(self, finding: Finding) -> tuple[Side, ...]:
        claims = [self.claims[name] for name in finding.claims if name in self.claims]
        whole = len(claims) == len(finding.origins)
        return tuple(
            Side(
                number=place + 1,
                claim=claim,
                document=self.documents.get(claim.document),
                source=self.source(claim.document),
                speaker=self.speaker(claim),
                marks=spans,
                origins=finding.origins[place] if whole else None,
            )
            for place, (claim, spans) in enumerate(zip(claims, marks(claims), strict=True))
        )


Turn = tuple[str, str, str]
"""What findings on one denial have in common: rule, relation and the claim of nothing."""


def turns(report: Report) -> Mapping[str, Turn]:
    """For each finding that turns on a claim of nothing, what it shares with others on the same claim."""
    nothing = {
        claim.id
        for claim in report.claims
        if claim.kind in ("zero", "denial") or claim.content.get("extent") == "all"
    }
    return {
        finding.id: (finding.rule, finding.relation, finding.claims[0])
        for finding in report.findings
        if finding.claims and finding.claims[0] in nothing and not dismissed(finding)
    }


def _side_by_side(ranked: Sequence[Finding], report: Report) -> list[Finding]:
    """The findings in their order, those that turn on one denial moved up to the first of them."""
    known = turns(report)
    groups: dict[Turn | str, list[Finding]] = {}
    for finding in ranked:
        groups.setdefault(known.get(finding.id, finding.id), []).append(finding)
    return [finding for group in groups.values() for finding in group]


def dismissed(finding: Finding) -> bool:
    """A reviewer said that it is no conflict."""
    return finding.review is not None and finding.review.verdict == "not_a_conflict"


def tally(findings: Sequence[Finding]) -> str:
    """How many of each relation stand: `1 contradiction, 2 tensions`."""
    often = Counter(finding.relation for finding in findings if not dismissed(finding))
    each = [counted(often[relation], relation) for relation in RELATIONS if often[relation]]
    return ", ".join(each) or "no findings"


def review_tally(findings: Sequence[Finding]) -> str | None:
    """How many findings a person has answered; None where nobody has answered any and none is of a case."""
    verdicts = Counter(finding.review.verdict for finding in findings if finding.review)
    waiting = list(open_words(findings))
    if not verdicts and not waiting:
        return None
    each = ", ".join(f"{verdicts[verdict]} {word}" for verdict, word in _ANSWERS.items() if verdicts[verdict])
    reviewed = f"{verdicts.total()} of {counted(len(findings), 'finding')} reviewed"
    return ", ".join([f"{reviewed} ({each})" if each else reviewed, *waiting])


def summary(report: Report) -> str:
    """The report in one line."""
    read = f"{counted(len(report.documents), 'report')}, {counted(len(report.claims), 'claim')}"
    parts = [f"{read}: {tally(report.findings)}"]
    if report.not_checked:
        parts.append(f"{counted(len(report.not_checked), 'figure')} not checked")
    reviewed = review_tally(report.findings)
    return "; ".join([*parts, reviewed] if reviewed else parts)


def _rank(finding: Finding) -> tuple[bool, int, int, float, str, str]:
    return (
        dismissed(finding),
        RELATIONS.index(finding.relation),
        _SEVERITIES.index(finding.severity),
        -finding.confidence,
        finding.story,
        finding.id,
    )
