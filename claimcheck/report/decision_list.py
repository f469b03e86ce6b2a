"""The findings of a case with what stands on each, for a terminal, a program or a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from claimcheck.model import Decision, FindingState, ReviewState
from claimcheck.report.wording import clean, review_words

COLUMNS = (
    "finding",
    "finding_key",
    "story",
    "rule",
    "title",
    "state",
    "absent_because",
    "review",
    "verdict",
    "reason_code",
    "note",
    "reviewers",
    "at",
)


class ListedFinding(Protocol):
    """A finding of a case with what stands on it."""

    @property
    def id(self) -> str: ...
    @property
    def finding_key(self) -> str: ...
    @property
    def story(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def state(self) -> FindingState: ...
    @property
    def absent_because(self) -> str | None: ...
    @property
    def review(self) -> ReviewState: ...
    @property
    def decision(self) -> Decision | None: ...


def decision_row(listed: ListedFinding) -> dict[str, Any]:
    """The finding and its standing decision under the names of `COLUMNS`."""
    decision = listed.decision
    return {
        "finding": listed.id,
        "finding_key": listed.finding_key,
        "story": listed.story,
        "rule": listed.rule,
        "title": listed.title,
        "state": listed.state,
        "absent_because": listed.absent_because,
        "review": listed.review,
        "verdict": decision.verdict if decision else None,
        "reason_code": decision.reason_code if decision else None,
        "note": decision.note if decision else None,
        "reviewers": decision.reviewer if decision else None,
        "at": decision.at if decision else None,
    }


def decision_lines(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Two lines for each finding: what it is, what stands on it."""
    if not rows:
        yield "No findings."
    for row in rows:
        yield clean(f"{row['finding']} {row['state']}, {row['review']}: {row['title']} ({row['story']})")
        if row["verdict"]:
            decision = Decision(row["verdict"], row["reviewers"], row["at"], row["reason_code"], row["note"])
            yield f"   {review_words(decision)}"
        if row["absent_because"]:
            yield f"   No longer found: {clean(row['absent_because'])}"
