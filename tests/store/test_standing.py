"""What stands follows from the rows of the record, in whatever order they came in."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.store.standing import Asked, Row, answers_of, outcome_of

VERDICTS = ("confirmed", "explained", "not_a_conflict", "unsure")
ASKED = Asked("f", "r", 0)


def row(number: int, verdict: str | None, supersedes: str | None, reviewer: str = "Ada", **fields) -> Row:
    given = {"stage": "review", "facts_hash": "f", "rule_hash": "r", "returns": 0, "blind": True} | fields
    what = "undo" if verdict is None else "answer"
    at = f"2026-03-02T09:00:{number:02d}Z"
    return Row(f"d{number}", given.pop("stage"), what, verdict, reviewer, at, supersedes, **given)


def chain(steps: list[str | None], reviewer: str = "Ada", start: int = 0) -> list[Row]:
    """Answers and undos of one reviewer, each on top of the one before."""
    rows: list[Row] = []
    for number, verdict in enumerate(steps, start=start):
        rows.append(row(number, verdict, rows[-1].id if rows else None, reviewer))
    return rows


@given(st.lists(st.sampled_from((*VERDICTS, None)), max_size=12))
def test_answers_and_undos_work_as_a_stack(steps: list[str | None]) -> None:
    stack: list[str] = []
    for verdict in steps:
        if verdict is None:
            stack = stack[:-1]
        else:
            stack.append(verdict)
    counting = answers_of(chain(steps))
    assert [answer.verdict for answer in counting.values()] == stack[-1:]


@given(
    st.lists(st.sampled_from((*VERDICTS, None)), max_size=8),
    st.lists(st.sampled_from((*VERDICTS, None)), max_size=8),
    st.integers(),
)
def test_the_order_in_which_rows_come_in_does_not_matter(left: list, right: list, seed: int) -> None:
    rows = chain(left) + chain(right, "Ben", 20)
    mixed = random.Random(seed).sample(rows, len(rows))
    assert answers_of(mixed) == answers_of(rows)
    first, second = (outcome_of(answers_of(each), ASKED, 2, decided_before=False) for each in (rows, mixed))
    assert first == second


def test_an_answer_holds_only_on_the_facts_the_rule_and_the_returns_it_was_given_on() -> None:
    given_on = {
        "f": ASKED,
        "facts": Asked("g", "r", 0),
        "rule": Asked("f", "s", 0),
        "back": Asked("f", "r", 1),
    }
    answer = answers_of([row(1, "confirmed", None)])
    outcomes = {
        name: outcome_of(answer, asked, 1, decided_before=False).review for name, asked in given_on.items()
    }
    assert outcomes == {"f": "reviewed", "facts": "changed", "rule": "changed", "back": "changed"}


def test_rows_that_replace_each_other_in_a_circle_count_for_nothing() -> None:
    assert answers_of([row(1, "confirmed", "d2"), row(2, "unsure", "d1")]) == {}


def test_an_undo_of_something_that_is_not_there_counts_for_nothing() -> None:
    assert answers_of([row(1, None, "lost")]) == {}
