"""A newsroom's desk: a folder of reports, the case that keeps what is found in them, and those who review it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from builders import claim, document, finding, quantity, report

from claimcheck.ingest import read_documents
from claimcheck.model import Report
from claimcheck.pipeline import Knowledge, check_documents
from claimcheck.store.case import Case
from claimcheck.store.service import ReviewService
from claimcheck.store.views import Policy, Reviewer

ADA, BEN, CLEO = Reviewer("Ada"), Reviewer("Ben"), Reviewer("Cleo")
EDDA = Reviewer("Edda", "editor")


class Clock:
    """A clock that goes on by a second whenever it is looked at."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass
class Desk:
    """A folder of reports, and the case that keeps what is found in them."""

    folder: Path
    case: Case
    knowledge: Knowledge
    clock: Clock
    service: ReviewService

    def write(self, name: str, words: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")

    def read(self) -> Report:
        return check_documents(read_documents([str(self.folder)]).documents, self.knowledge)

    def run(self) -> Report:
        """A run over the folder, kept in the case; the report with what stands."""
        report = self.read()
        self.service.add_run(report)
        return self.service.with_decisions(report, names=True)

    def with_policy(self, policy: Policy) -> ReviewService:
        self.service = ReviewService(self.case, policy, self.clock)
        return self.service


HERALD = """The Herald

A ferry sank off the coast on Monday. The coast guard said 12 people were killed.
Rescue boats searched the harbour through the night.
"""
TIMES = """The Times

A ferry sank off the coast on Monday. The coast guard said 40 people were killed.
Relatives waited at the harbour.
"""


def many_findings(number: int) -> Report:
    """A report of as many contradictions between two outlets, built by hand."""
    pairs = [
        (
            claim(f"{at} boats sank", id=f"h{at}", document="herald", quantity=quantity(str(at))),
            claim(f"{at + 5} boats sank", id=f"t{at}", document="times", quantity=quantity(str(at + 5))),
        )
        for at in range(10, 10 + number)
    ]
    return report(
        documents=(
            document("Boats sank.", id="herald", outlet="The Herald", sha256="a" * 64),
            document("Boats sank.", id="times", outlet="The Times", sha256="b" * 64),
        ),
        claims=tuple(side for pair in pairs for side in pair),
        findings=tuple(
            finding(left.id, right.id, id=f"f-{at:010d}", fingerprint=f"{at:024d}")
            for at, (left, right) in enumerate(pairs)
        ),
    )
