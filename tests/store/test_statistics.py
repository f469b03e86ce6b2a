"""What review says of rules and of reviewers."""

from __future__ import annotations

import pytest
from store.desks import ADA, BEN, Desk, many_findings

from claimcheck.store.statistics import cohens_kappa, wilson
from claimcheck.store.views import Answer, Policy, QueueFilter, Reviewer, RuleRow


def answer(desk: Desk, who: Reviewer, verdicts: list[str], reason: str | None = None) -> None:
    """One answer for each verdict, to the findings in the order of their keys."""
    keys = sorted(item.finding_key for item in desk.service.queue(who, QueueFilter()).items)
    for key, verdict in zip(keys, verdicts, strict=False):
        seen = desk.service.finding(who, key).seen
        desk.service.decide(who, key, Answer(verdict, reason), seen)


def row(desk: Desk) -> RuleRow:
    (found,) = desk.service.rule_statistics()
    return found


@pytest.fixture
def ten(file_desk: Desk) -> Desk:
    file_desk.service.add_run(many_findings(10))
    return file_desk


def test_precision_is_of_settled_answers_and_comes_with_wilsons_interval(ten: Desk) -> None:
    answer(ten, ADA, ["confirmed"] * 3 + ["explained"] + ["not_a_conflict"] * 4 + ["unsure"])
    found = row(ten)
    assert (found.findings, found.reviewed, found.unsure) == (10, 9, 1)
    assert found.precision == 0.5
    assert (round(found.low, 4), round(found.high, 4)) == (0.2152, 0.7848)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"), [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (1, 2, 0.0945, 0.9055)]
)
def test_wilsons_interval_has_the_values_of_the_tables(hits: int, of: int, low: float, high: float) -> None:
    assert tuple(round(end, 4) for end in wilson(hits, of)) == (low, high)


def test_a_share_of_nothing_has_no_interval_and_a_rule_without_answers_no_precision(ten: Desk) -> None:
    assert wilson(0, 0) is None
    assert (row(ten).precision, row(ten).low, row(ten).below) == (None, None, False)


def test_the_reasons_are_counted_the_most_frequent_first(ten: Desk) -> None:
    answer(ten, ADA, ["not_a_conflict"], "translation")
    answer(ten, ADA, ["not_a_conflict"] * 3, "extraction_error")
    assert dict(row(ten).reasons) == {"extraction_error": 3}
    answer(ten, BEN, ["not_a_conflict"] * 4, "extraction_error")
    assert row(ten).reasons["extraction_error"] == 4


def test_a_rule_below_the_set_precision_is_named_in_the_report(ten: Desk) -> None:
    answer(ten, ADA, ["confirmed", *["not_a_conflict"] * 4])
    assert row(ten).below
    (problem,) = ten.service.report().problems
    assert problem.where == "rule core/number-mismatch"
    assert "of 5 findings that people answered, 1 were right: precision 20%" in problem.what
    ten.with_policy(Policy(precision_below=0.1))
    assert ten.service.report().problems == ()
    ten.with_policy(Policy(precision_from=6))
    assert ten.service.report().problems == ()


def test_agreement_counts_only_answers_given_without_seeing_the_other(ten: Desk) -> None:
    ten.with_policy(Policy(reviewers_needed=2))
    answer(ten, ADA, ["confirmed", "confirmed", "unsure", "not_a_conflict"])
    answer(ten, BEN, ["confirmed", "unsure", "unsure", "not_a_conflict"])
    found = row(ten)
    assert (found.pairs, found.agreement) == (4, 0.75)
    assert found.kappa is not None
    assert round(found.kappa, 3) == 0.619
    answer(ten, Reviewer("Cleo"), ["confirmed"])
    assert row(ten).pairs == 4


def test_kappa_is_nothing_where_chance_alone_agrees() -> None:
    assert cohens_kappa([]) is None
    assert cohens_kappa([("confirmed", "confirmed")] * 3) is None
    assert cohens_kappa([("confirmed", "unsure"), ("unsure", "confirmed")]) == -1
