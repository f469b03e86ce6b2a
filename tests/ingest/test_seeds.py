"""What ingest finds in two real pages."""

from __future__ import annotations

from pathlib import Path

from claimcheck.ingest import read_documents
from claimcheck.model import Document

SEEDS = Path(__file__).parents[2] / "seeds" / "kherson"


def seeds() -> tuple[Document, ...]:
    return read_documents([str(SEEDS)]).documents


def parts(document: Document) -> list[tuple[str, str]]:
    return [(part.kind, part.span.of(document.text)) for part in document.parts]


def test_both_reports_are_one_story_named_after_their_folder() -> None:
    assert [document.story for document in seeds()] == ["kherson", "kherson"]


def test_the_text_is_the_file_unchanged() -> None:
    for document, path in zip(seeds(), sorted(SEEDS.glob("*.txt")), strict=True):
        assert document.text.encode("utf-8") == path.read_bytes()


def test_the_page_of_the_guardian_report_is_told_apart_from_its_prose() -> None:
    assert parts(seeds()[0]) == [
        ("headline", "Ukraine Hoists Flag In Kherson Amid Chaotic Russian Retreat"),
        ("boilerplate", "Share"),
        (
            "caption",
            "A destroyed Russian tank on the outskirts of Ivanivka, a village liberated by "
            "Ukrainian forces in the province of Kherson, Ukraine",
        ),
        ("credit", "– The Guardian reports"),
        ("boilerplate", "Similar Posts"),
        ("boilerplate", "Leave a Reply"),
    ]


def test_a_closing_credit_names_the_origin_but_not_the_outlet() -> None:
    report = seeds()[0]
    assert (report.origin, report.outlet, report.published) == ("The Guardian", None, None)


def test_the_report_date_beats_the_page_date() -> None:
    report = seeds()[1]
    assert (report.author, report.origin, report.published) == ("AFP", "AFP", "2022-11-13")
    assert parts(report) == [
        ("boilerplate", "close"),
        ("boilerplate", "Friday November 08, 2024"),
        ("headline", "Ukraine says West on way to ‘joint victory’ after Russia retreat"),
        ("byline", "By\u00a0AFP"),
        ("dateline", "November 13, 2022"),
        ("dateline", "KYIV, Ukraine:"),
    ]
