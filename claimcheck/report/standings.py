"""How a finding of a case stands, and what a run changed, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from claimcheck.model import Finding, ReviewState
from claimcheck.report.wording import clean, counted, review_words

_OPEN: dict[ReviewState, str] = {
    "unreviewed": "Not reviewed by a person",
    "waiting": "Waits for another reviewer",
    "disputed": "Reviewers differ: waits for a third",
    "reviewed": "Reviewed",
}


class RunCounts(Protocol):
    """What a run did to a case, in numbers."""

    @property
    def run(self) -> int: ...
    @property
    def new(self) -> int: ...
    @property
    def unchanged(self) -> int: ...
    @property
    def updated(self) -> int: ...
    @property
    def reopened(self) -> int: ...
    @property
    def absent(self) -> int: ...
    @property
    def kept_decisions(self) -> int: ...
    @property
    def to_confirm(self) -> int: ...


def standing_words(finding: Finding) -> str:
    """The standing decision of a finding in one line, or why none stands."""
    standing = finding.case
    if finding.review is not None or standing is None:
        return review_words(finding.review)
    if standing.review != "changed":
        return _OPEN[standing.review]
    was = f": {review_words(standing.earlier)}" if standing.earlier else ""
    why = f" ({'; '.join(map(clean, standing.changes))})" if standing.changes else ""
    return f"Changed since review{was}{why}"


def reviewed_class(finding: Finding) -> str:
    """A word for style sheets: reviewed, changed or nothing."""
    if finding.review is not None:
        return "reviewed"
    return "changed" if finding.case is not None and finding.case.review == "changed" else ""


def open_words(findings: Sequence[Finding]) -> Iterator[str]:
    """How many findings of a case wait for somebody, by what they wait for."""
    often: dict[str, int] = {}
    for finding in findings:
        if finding.case is not None and finding.review is None:
            often[finding.case.review] = often.get(finding.case.review, 0) + 1
    for state, words in (
        ("unreviewed", "not reviewed"),
        ("changed", "changed since review"),
        ("waiting", "waiting for another reviewer"),
        ("disputed", "disputed"),
    ):
        if often.get(state):
            yield f"{often[state]} {words}"


def run_words(counts: RunCounts) -> str:
    """What a run changed in a case, in one line."""
    states = [
        f"{number} {word}"
        for number, word in (
            (counts.new, "new"),
            (counts.unchanged, "unchanged"),
            (counts.updated, "updated"),
            (counts.reopened, "reopened"),
            (counts.absent, "no longer found"),
        )
        if number
    ]
    line = f"run {counts.run}: {', '.join(states) or 'no findings'}"
    if counts.kept_decisions:
        line += f"; {counted(counts.kept_decisions, 'decision')} kept"
    if counts.to_confirm:
        line += f"; {counts.to_confirm} to confirm again"
    return line
