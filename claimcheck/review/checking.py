"""Runs the check on the documents of the case, one run after another, beside the page."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock
from typing import Literal

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.model import Document
from claimcheck.pipeline import Knowledge, in_order, read_claims, report_of
from claimcheck.store.service import ReviewService
from claimcheck.store.views import RunSummary

Stage = Literal["waiting", "reading", "comparing", "keeping", "done", "failed"]
_KEPT = 100
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Check:
    """One run as it goes: how many of the documents have been read, what came of it, what was wrong."""

    number: int
    asked_by: str
    added: int
    stage: Stage = "waiting"
    read: int = 0
    documents: int = 0
    summary: RunSummary | None = None
    problems: tuple[Problem, ...] = ()
    fault: str = ""

    @property
    def over(self) -> bool:
        """Nothing more will happen."""
        return self.stage in ("done", "failed")


class Checking:
    """The runs of this page. Only one goes on at a time, so that none forgets what another has added."""

    def __init__(self, service: ReviewService, knowledge: Callable[[], Knowledge]) -> None:
        self._service = service
        self._load = knowledge
        self._lock = Lock()
        self._checks: OrderedDict[int, Check] = OrderedDict()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")

    @cached_property
    def knowledge(self) -> Knowledge:
        """The rules and lexicons, read once."""
        return self._load()

    def start(self, added: Sequence[Document], problems: Sequence[Problem], asked_by: str) -> Check:
        """Adds documents to those of the case and checks all of them; one with a known id replaces the old text."""
        with self._lock:
            check = Check(max(self._checks, default=0) + 1, asked_by, len(added), problems=tuple(problems))
            self._checks[check.number] = check
            while len(self._checks) > _KEPT and next(iter(self._checks.values())).over:
                self._checks.popitem(last=False)
        self._worker.submit(self._run, check.number, tuple(added))
        return check

    def find(self, number: int) -> Check | None:
        """A run by its number."""
        with self._lock:
            return self._checks.get(number)

    def running(self) -> Check | None:
        """The run that goes on now or waits, if there is one."""
        with self._lock:
            return next((check for check in self._checks.values() if not check.over), None)

    def close(self) -> None:
        """Waits for the run that goes on; those that wait are not begun."""
        self._worker.shutdown(cancel_futures=True)

    def _run(self, number: int, added: Sequence[Document]) -> None:
        try:
            self._check(number, added)
        except ClaimcheckError as error:
            self._change(number, stage="failed", fault=str(error))
        except Exception:
            _LOG.exception("a check from the page failed")
            self._change(
                number, stage="failed", fault="a fault in claimcheck itself; the log has the details"
            )

    def _check(self, number: int, added: Sequence[Document]) -> None:
        knowledge = self.knowledge
        documents = merged(self._service.report().documents, added)
        count = len(documents)

        def tell(read: int) -> None:
            self._change(number, stage="reading" if read < count else "comparing", read=read, documents=count)

        report = report_of(read_claims(in_order(documents), knowledge, tell), knowledge)
        self._change(number, stage="keeping")
        summary = self._service.add_run(report)
        with self._lock:
            known = self._checks[number].problems
        problems = tuple(dict.fromkeys((*known, *report.problems)))
        self._change(number, stage="done", summary=summary, problems=problems)

    def _change(self, number: int, **changes: object) -> None:
        with self._lock:
            self._checks[number] = replace(self._checks[number], **changes)  # type: ignore[arg-type]


def merged(old: Sequence[Document], added: Sequence[Document]) -> tuple[Document, ...]:
    """All documents, a new text in the place of the old one with its story and id."""
    by_key = {(document.story, document.id): document for document in (*old, *added)}
    return tuple(by_key.values())
