"""What stands on a finding: from the rows of its record alone, in any order they came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.model import ReviewState, Verdict
from claimcheck.store.views import Policy, Stage

FINAL_LINE = "final"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the record, as far as it decides what stands."""

    id: str
    stage: Stage
    what: Literal["answer", "undo"]
    verdict: Verdict | None
    reviewer: str
    at: str
    supersedes: str | None
    blind: bool
    facts_hash: str
    rule_hash: str
    returns: int

    @property
    def line(self) -> str:
        """What a row replaces or takes back: the reviewer's own answers, or the final one of anybody."""
        return FINAL_LINE if self.stage == "final" else f"review:{self.reviewer}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a finding asks now: an answer holds while these are what they were."""

    facts_hash: str
    rule_hash: str
    returns: int

    def held_by(self, row: Row) -> bool:
        """Whether the row answers this. An answer given after more returns knew of these too."""
        return (row.facts_hash, row.rule_hash) == (self.facts_hash, self.rule_hash) and (
            row.returns >= self.returns
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a review: `row` is the standing answer, `reviewers` those who gave it, `answered` how many did."""

    review: ReviewState
    row: Row | None
    reviewers: tuple[str, ...]
    answered: int


def heads(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of each line that no other replaces, the last one last; more than one only after a merge."""
    every = list(rows)
    replaced = {row.supersedes for row in every if row.supersedes}
    found: dict[str, list[Row]] = {}
    for row in sorted(every, key=lambda row: (row.at, row.id)):
        if row.id not in replaced:
            found.setdefault(row.line, []).append(row)
    return found


def effective(row: Row | None, rows: Mapping[str, Row]) -> Row | None:
    """The answer that counts at a row: itself, or for an undo the answer before the one it takes back."""
    steps = 0
    pending = 0
    while row is not None:
        if row.what == "undo":
            pending += 1
        elif pending == 0:
            return row
        else:
            pending -= 1
        steps += 1
        if steps > len(rows) + 1:
            return None
        row = rows.get(row.supersedes or "")
    return None


def answers_of(rows: Sequence[Row]) -> dict[str, Row]:
    """The answer that counts in each line, where one does."""
    by_id = {row.id: row for row in rows}
    found = {}
    for line, ends in heads(rows).items():
        answer = effective(ends[-1], by_id)
        if answer is not None:
            found[line] = answer
    return found


def outcome_of(answers: Mapping[str, Row], asked: Asked, needed: int, *, decided_before: bool) -> Outcome:
    """What stands, from the answers that count; `decided_before`: an ancestor of the finding was answered."""
    holding = {line: row for line, row in answers.items() if asked.held_by(row)}
    final = holding.get(FINAL_LINE)
    votes = sorted(
        (row for row in holding.values() if row.stage == "review"), key=lambda row: (row.at, row.id)
    )
    if final is not None:
        return Outcome("reviewed", final, (final.reviewer,), len(votes))
    if not votes:
        return Outcome("changed" if answers or decided_before else "unreviewed", None, (), 0)
    if len({row.verdict for row in votes}) > 1:
        return Outcome("disputed", None, (), len(votes))
    names = tuple(row.reviewer for row in votes)
    if len(votes) < needed:
        return Outcome("waiting", None, (), len(votes))
    return Outcome("reviewed", votes[-1], names, len(votes))


def needed_for(severity: str, policy: Policy) -> int:
    """How many reviewers a finding needs."""
    if severity == "high" and policy.needed_for_high is not None:
        return policy.needed_for_high
    return policy.reviewers_needed
