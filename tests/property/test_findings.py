"""Findings depend on what documents say, not on their order or on where the words stand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Document, Report
from claimcheck.pipeline import Knowledge, check_documents

SENTENCES = (
    "The coast guard said 12 people were killed.",
    "The coast guard said 40 people were killed.",
    "At least 25 people were killed, the ministry said.",
    "Moscow said it pulled back more than 30,000 troops.",
    "An estimated 20,000 Russian troops had been stationed on the west side of the river.",
    "The mayor denied that anyone had been killed.",
    "Half of the 64 passengers were injured.",
    "The ministry said 58 demonstrators had been detained, eleven of them women.",
    "Police said 30,000 people marched; organisers spoke of 80,000 to 100,000.",
    "The storm will pass by Friday.",
)
PARAGRAPH = "The town lies where two rivers meet. Its harbour is old and its people are proud of it.\n\n"
bodies = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)


def story(bodies: list[str]) -> list[Document]:
    return [
        Document(f"d{number}", "harbour", body, outlet=f"Outlet {number}", published="2022-11-13")
        for number, body in enumerate(bodies)
    ]


def identities(report: Report) -> list[str]:
    return [finding.fingerprint for finding in report.findings]


@settings(max_examples=40)
@given(st.data(), st.lists(bodies, min_size=2, max_size=4))
def test_the_order_of_documents_never_changes_the_report(
    knowledge: Knowledge, data: st.DataObject, texts: list[str]
) -> None:
    documents = story(texts)
    shuffled = data.draw(st.permutations(documents))
    assert check_documents(shuffled, knowledge) == check_documents(documents, knowledge)


@settings(max_examples=40)
@given(bodies)
def test_a_document_and_its_reprint_do_not_contradict_each_other_more_than_it_does_itself(
    knowledge: Knowledge, body: str
) -> None:
    document = Document("d0", "harbour", body, outlet="Herald")
    alone = {finding.rule for finding in check_documents([document], knowledge).findings}
    both = check_documents([document, replace(document, id="d1")], knowledge)
    assert {f.rule for f in both.findings if f.relation == "contradiction"} <= alone


@given(st.sampled_from(SENTENCES))
def test_one_sentence_does_not_contradict_its_reprint(knowledge: Knowledge, sentence: str) -> None:
    document = Document("d0", "harbour", sentence, outlet="Herald")
    both = check_documents([document, replace(document, id="d1")], knowledge)
    assert [finding.title for finding in both.findings if finding.relation == "contradiction"] == []


@settings(max_examples=40)
@given(st.lists(bodies, min_size=2, max_size=3))
def test_a_paragraph_put_in_front_keeps_every_fingerprint(knowledge: Knowledge, texts: list[str]) -> None:
    before = story(texts)
    after = [replace(before[0], text=PARAGRAPH + before[0].text), *before[1:]]
    assert identities(check_documents(after, knowledge)) == identities(check_documents(before, knowledge))
