"""Processes that answer findings, forked from one that has loaded everything; each tells what was acknowledged.

python writers.py killed WHERE      for each line of standard input a writer, ended by SIGKILL so many
                                    microseconds after its first acknowledged answer
python writers.py together WHERE PROCESSES ANSWERS      writers at once, each until it has given its answers
python writers.py opened WHERE PROCESSES                processes that make a new case at once
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from claimcheck.store.case import Case
from claimcheck.store.service import ReviewService
from claimcheck.store.views import Answer, QueueFilter, Recorded, Reviewer, Stale

VERDICTS = ("confirmed", "explained", "not_a_conflict", "unsure")


def now() -> datetime:
    return datetime.now(UTC)


def tell(line: str, where: int = 1) -> None:
    """Writes a line in one piece, at once."""
    os.write(where, f"{line}\n".encode())


def keys_of(service: ReviewService) -> list[str]:
    return [item.finding_key for item in service.queue(Reviewer("first"), QueueFilter(), 0, 1000).items]


def answer(
    service: ReviewService, keys: list[str], name: str, times: int | None, ready: int | None = None
) -> None:
    """Answers the findings in turn and tells the id of each decision when it is acknowledged."""
    who = Reviewer(name)
    done = 0
    while times is None or done < times:
        key = keys[done % len(keys)]
        given = Answer(VERDICTS[(done + len(name)) % len(VERDICTS)], note=f"{name} {done}")
        outcome = service.decide(who, key, given, service.finding(who, key).seen)
        while isinstance(outcome, Stale):
            outcome = service.decide(who, key, given, outcome.seen)
        assert isinstance(outcome, Recorded)
        tell(outcome.decision_id)
        done += 1
        if ready is not None:
            os.write(ready, b".")
            ready = None


def forked(work: Callable[[], None]) -> int:
    """The process that does the work and ends."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException as error:
            tell(f"{type(error).__name__}: {error}", 2)
            os._exit(1)
    return child


def killed(where: str) -> None:
    case = Case.open(where)
    service = ReviewService(case, None, now)
    keys = keys_of(service)
    answer(service, keys, "first", 2)
    for number, line in enumerate(sys.stdin):
        case.close()
        awake, ready = os.pipe()
        child = forked(
            lambda number=number, ready=ready: answer(
                service, keys[number % len(keys) :] + keys, f"writer-{number}", None, ready
            )
        )
        os.close(ready)
        os.read(awake, 1)
        os.close(awake)
        time.sleep(int(line) / 1_000_000)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            sys.exit("the writer ended by itself")
        tell("killed")


def together(where: str, processes: int, answers: int) -> None:
    def work(name: str) -> None:
        case = Case.open(where)
        service = ReviewService(case, None, now)
        answer(service, keys_of(service), name, answers)
        case.close()

    wait([forked(lambda number=number: work(f"reviewer-{number}")) for number in range(processes)])


def opened(where: str, processes: int) -> None:
    wait([forked(lambda: Case.open(where, create=True).close()) for _ in range(processes)])


def wait(children: list[int]) -> None:
    ends = [os.waitpid(child, 0)[1] for child in children]
    if any(ends):
        sys.exit(f"{sum(map(bool, ends))} of {len(ends)} processes failed")


if __name__ == "__main__":
    how, where, *numbers = sys.argv[1:]
    {"killed": killed, "together": together, "opened": opened}[how](where, *map(int, numbers))
