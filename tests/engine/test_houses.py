"""Outlets of one house and what is quoted from one agency are one origin; figures that shrink."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.engine.packs import load_rules
from claimcheck.model import Document, Finding
from claimcheck.pipeline import check_documents, knowledge_of

LEXICON = """\
kind: lexicon
outlets:
  Morning Gazette: {family: Harrow Media}
  Evening Gazette: {names: [eveninggazette.example], family: Harrow Media}
  Norpress: {agency: true}
measures:
  homeless: {label: people without power, trend: falling, needs: [event], heads: [homeless]}
events:
  storm: {nouns: [storm]}
"""


def findings(folder: Path, *reports: tuple[str, str, str]) -> tuple[Finding, ...]:
    """What is found in reports, each given as outlet, day and text."""
    pack = folder / "houses"
    pack.mkdir()
    (pack / "pack.yml").write_text("name: houses\nversion: 1.0.0\nuses: [core]\n", encoding="utf-8")
    (pack / "lexicon.yml").write_text(LEXICON, encoding="utf-8")
    knowledge = knowledge_of(load_rules([pack], None))
    assert knowledge.problems == ()
    documents = [
        Document(f"d{number}", "s", text, outlet=outlet, published=day)
        for number, (outlet, day, text) in enumerate(reports)
    ]
    return check_documents(documents, knowledge).findings


TWELVE = "The ferry fire killed 12 people on Friday."
THIRTY = "The ferry fire killed 31 people on Friday."
DAY = "2024-03-08"


@pytest.mark.parametrize(
    ("outlets", "origins"),
    [
        (("Morning Gazette", "Herald", "eveninggazette.example"), [1, 1]),
        (("Morning Gazette", "Herald", "Post"), [1, 2]),
    ],
)
def test_outlets_of_one_house_are_one_origin(
    tmp_path: Path, outlets: tuple[str, str, str], origins: list[int]
) -> None:
    first, other, second = outlets
    reports = [(first, DAY, TWELVE), (other, DAY, THIRTY), (second, DAY, TWELVE)]
    found = [one for one in findings(tmp_path, *reports) if one.relation == "contradiction"]
    assert [sorted(one.origins) for one in found] == [origins]


def test_what_is_quoted_from_one_agency_is_told_once(tmp_path: Path) -> None:
    quoted = "The ferry fire killed 12 people on Friday, Norpress reported."
    reports = [("Post", DAY, quoted), ("Herald", DAY, THIRTY), ("Times", DAY, quoted)]
    found = [one for one in findings(tmp_path, *reports) if one.relation == "contradiction"]
    assert [sorted(one.origins) for one in found] == [[1, 1]]


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [("2024-03-08", "2024-03-09", "update"), ("2024-03-09", "2024-03-08", "contradiction")],
)
def test_the_later_figure_of_something_that_shrinks_is_the_lower_one(
    tmp_path: Path, first: str, second: str, relation: str
) -> None:
    reports = [
        ("Post", first, "The storm left 4,000 homeless, officials said."),
        ("Herald", second, "The storm left 900 homeless, officials said."),
    ]
    assert [finding.relation for finding in findings(tmp_path, *reports)] == [relation]
