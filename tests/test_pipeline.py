"""From documents to a report, over real rules."""

from __future__ import annotations

from builders import document

from claimcheck.errors import Problem
from claimcheck.pipeline import Knowledge, answer_pair, check_documents, claims_of

HERALD = document("The coast guard said 12 people were killed.", id="herald", outlet="Herald")
TIMES = document("The coast guard said 40 people were killed.", id="times", outlet="Times")


def relations(report_: object) -> list[str]:
    return [finding.relation for finding in report_.findings]  # type: ignore[attr-defined]


def test_two_tolls_contradict_each_other(knowledge: Knowledge) -> None:
    report = check_documents([TIMES, HERALD], knowledge)
    assert relations(report) == ["contradiction"]
    named = {claim.id: claim.document for claim in report.claims}
    assert {named[name] for name in report.findings[0].claims} == {"herald", "times"}


def test_an_agreement_is_not_headed_as_a_contradiction(knowledge: Knowledge) -> None:
    same = document("Twelve people were killed, the coast guard said.", id="times", outlet="Times")
    (finding,) = check_documents([HERALD, same], knowledge).findings
    assert (finding.relation, finding.title) == ("agreement", "Two sources give the same figure")


def test_documents_of_different_stories_are_never_compared(knowledge: Knowledge) -> None:
    elsewhere = document(TIMES.text, id="times", story="airport")
    assert check_documents([HERALD, elsewhere], knowledge).findings == ()


def test_a_plan_does_not_contradict_what_happened(knowledge: Knowledge) -> None:
    happened = document("Russia withdrew 20,000 troops.", id="a")
    planned = document("Russia will withdraw 30,000 troops.", id="b")
    assert check_documents([happened, planned], knowledge).findings == ()


def test_a_document_without_a_figure_gives_an_empty_report(knowledge: Knowledge) -> None:
    report = check_documents([document("The harbour is quiet.")], knowledge)
    assert (report.claims, report.findings, report.not_checked) == ((), (), ())


def test_no_documents_give_an_empty_report(knowledge: Knowledge) -> None:
    assert check_documents([], knowledge).documents == ()


def test_a_figure_without_a_counterpart_is_named_with_the_reason(knowledge: Knowledge) -> None:
    report = check_documents([HERALD, document("The harbour is quiet.", id="times")], knowledge)
    (alone,) = report.not_checked
    assert alone.reason == "no other report speaks of it"
    assert HERALD.text[alone.start : alone.end] == alone.quote


def test_problems_are_sorted_and_named_once(knowledge: Knowledge) -> None:
    twice = [Problem("b.txt", "is empty"), Problem("a.txt", "is empty"), Problem("b.txt", "is empty")]
    report = check_documents([HERALD], knowledge, twice)
    assert [problem.where for problem in report.problems] == ["a.txt", "b.txt"]


def test_claims_stand_in_the_order_of_the_documents(knowledge: Knowledge) -> None:
    claims = claims_of([TIMES, HERALD], knowledge)
    assert [claim.document for claim in claims] == ["times", "herald"]


def test_a_passage_that_repeats_another_is_supported(knowledge: Knowledge) -> None:
    _, found = answer_pair(HERALD.text, HERALD.text, knowledge)
    assert found.relation == "supported"


def test_a_passage_with_another_toll_contradicts(knowledge: Knowledge) -> None:
    claims, found = answer_pair(HERALD.text, TIMES.text, knowledge)
    assert found.relation == "contradiction"
    assert set(found.claims) <= {claim.id for claim in claims}


def test_passages_on_different_things_are_not_comparable(knowledge: Knowledge) -> None:
    _, found = answer_pair(HERALD.text, "The bridge is 300 metres long.", knowledge)
    assert found.relation == "not_comparable"
    assert found.why
