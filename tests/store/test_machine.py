"""A hundred random edits and re-runs: no decision is lost, and none stands on facts that nobody decided on."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from store.desks import ADA, BEN, Clock, Desk

from claimcheck.engine.packs import load_rules
from claimcheck.pipeline import Knowledge, knowledge_of
from claimcheck.store.case import Case
from claimcheck.store.service import ReviewService
from claimcheck.store.views import Answer, QueueFilter, Recorded

FIGURES = st.sampled_from(("12", "14", "40", "41", "200"))
HEDGES = st.sampled_from(("", "at least ", "about ", "nearly "))
SPEAKERS = st.sampled_from(("The coast guard", "The navy", "Divers"))
DAYS = st.sampled_from(("", " on Monday", " on Tuesday"))
TEMPLATES = (
    "{speaker} said {hedge}{figure} people were killed{day}.",
    "{speaker} said {hedge}{figure} houses were destroyed{day}.",
)
FILLERS = st.sampled_from(
    (
        "Rescue boats searched the harbour through the night.",
        "Relatives waited at the quay for word of their own.",
        "The minister flew in and spoke to reporters at length.",
        "Schools in the old town stayed closed.",
    )
)
# An independent reading of what a sentence states, which the program under test does not know.
STATED = re.compile(
    r"\d+|at least|about|nearly|Monday|Tuesday|The coast guard|The navy|Divers|killed|destroyed"
)
_KNOWLEDGE: list[Knowledge] = []


def shipped() -> Knowledge:
    if not _KNOWLEDGE:
        _KNOWLEDGE.append(knowledge_of(load_rules([], None)))
    return _KNOWLEDGE[0]


class Newsroom(RuleBasedStateMachine):
    """Reports are written, edited, renamed, removed; findings are decided; the case is re-run after every step."""

    @initialize(left=FIGURES, right=FIGURES)
    def open(self, left: str, right: str) -> None:
        self.above = Path(tempfile.mkdtemp(prefix="claimcheck-machine-"))
        folder = self.above / "ferry"
        folder.mkdir()
        case = Case.open(str(self.above / "desk.db"), create=True)
        clock = Clock()
        self.desk = Desk(folder, case, shipped(), clock, ReviewService(case, None, clock))
        self.reports: dict[str, list[str]] = {}
        self.stated: dict[str, tuple[str, tuple[str, ...]]] = {}
        self.names = 0
        for figure in (left, right):
            self._new([f"The coast guard said {figure} people were killed.", "The sea was calm."])

    def _new(self, sentences: list[str]) -> None:
        self.names += 1
        self.reports[f"report-{self.names}.txt"] = sentences

    def _pick(self, at: int) -> str:
        return sorted(self.reports)[at % len(self.reports)]

    @precondition(lambda self: len(self.reports) < 4)
    @rule(
        figure=FIGURES,
        hedge=HEDGES,
        speaker=SPEAKERS,
        day=DAYS,
        kind=st.sampled_from(TEMPLATES),
        more=FILLERS,
    )
    def add(self, figure: str, hedge: str, speaker: str, day: str, kind: str, more: str) -> None:
        self._new([kind.format(figure=figure, hedge=hedge, speaker=speaker, day=day), more])

    @precondition(lambda self: len(self.reports) > 1)
    @rule(at=st.integers(0, 9))
    def remove(self, at: int) -> None:
        del self.reports[self._pick(at)]

    @rule(
        at=st.integers(0, 9),
        figure=FIGURES,
        hedge=HEDGES,
        speaker=SPEAKERS,
        day=DAYS,
        kind=st.sampled_from(TEMPLATES),
    )
    def change_a_fact(self, at: int, figure: str, hedge: str, speaker: str, day: str, kind: str) -> None:
        self.reports[self._pick(at)][0] = kind.format(figure=figure, hedge=hedge, speaker=speaker, day=day)

    @rule(at=st.integers(0, 9), more=FILLERS, place=st.integers(0, 9))
    def add_a_sentence(self, at: int, more: str, place: int) -> None:
        sentences = self.reports[self._pick(at)]
        if len(sentences) < 6:
            sentences.insert(1 + place % len(sentences), more)

    @rule(at=st.integers(0, 9))
    def remove_a_sentence(self, at: int) -> None:
        sentences = self.reports[self._pick(at)]
        if len(sentences) > 1:
            sentences.pop()

    @rule(at=st.integers(0, 9), front=st.booleans())
    def rename(self, at: int, front: bool) -> None:
        self.names += 1
        name = self._pick(at)
        self.reports[f"{'a' if front else 'z'}-{self.names}.txt"] = self.reports.pop(name)

    @rule(at=st.integers(0, 99), verdict=st.sampled_from(("confirmed", "explained", "not_a_conflict")))
    def decide(self, at: int, verdict: str) -> None:
        items = self.desk.service.queue(ADA, QueueFilter()).items
        if not items:
            return
        key = items[at % len(items)].finding_key
        view = self.desk.service.finding(ADA, key)
        outcome = self.desk.service.decide(ADA, key, Answer(verdict), view.seen)
        assert isinstance(outcome, Recorded)
        self.stated[outcome.decision_id] = key, self._stated(view.claims)

    @rule(at=st.integers(0, 99))
    def take_back(self, at: int) -> None:
        answered = [f for f in self.desk.service.standing_decisions() if f.decision is not None]
        if answered:
            key = answered[at % len(answered)].finding_key
            self.desk.service.undo(ADA, key, self.desk.service.finding(ADA, key).seen)

    def _stated(self, claims: tuple) -> tuple[str, ...]:
        return tuple(sorted(" ".join(sorted(STATED.findall(claim.sentence))) for claim in claims))

    @invariant()
    def nothing_is_lost_and_nothing_slides(self) -> None:
        shutil.rmtree(self.desk.folder)
        for name, sentences in self.reports.items():
            self.desk.write(name, " ".join(sentences) + "\n")
        self.desk.run()
        listed = {f.finding_key: f for f in self.desk.service.standing_decisions()}
        for decision, (key, _) in self.stated.items():
            assert key in listed, "the finding of a decision is gone"
            view = self.desk.service.finding(BEN, key)
            assert decision in [entry.id for entry in view.history], "the decision is gone"
            assert listed[key].state in ("unchanged", "updated", "reopened", "absent")
        for finding in listed.values():
            if finding.decision is not None and finding.state != "absent":
                view = self.desk.service.finding(BEN, finding.finding_key)
                standing = next(e for e in reversed(view.history) if e.verdict and e.holds)
                assert self.stated[standing.id][1] == self._stated(view.claims), "it stands on other facts"

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            assert self.desk.service.verify().faults == ()
            again = self.desk.service.export_decisions()
            other = Case.open(str(self.above / "again.db"), create=True)
            rebuilt = ReviewService(other, None, Clock())
            rebuilt.import_decisions({"decisions.jsonl": again})
            rebuilt.add_run(self.desk.read())
            assert rebuilt.export_decisions() == again, "the case is not rebuilt as it was"
            other.close()
            self.desk.case.close()
            shutil.rmtree(self.above)


TestNewsroom = Newsroom.TestCase
TestNewsroom.settings = settings(
    max_examples=3,
    stateful_step_count=100,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
