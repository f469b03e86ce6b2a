"""Tampering shows: in the record, in the chain, and in what is worked out from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from store.desks import ADA, BEN, Desk

from claimcheck.store.case import SCHEMA_VERSION, Case
from claimcheck.store.service import ReviewService
from claimcheck.store.views import Answer, QueueFilter


@pytest.fixture
def decided(file_ferry: Desk) -> Desk:
    for who, verdict in ((ADA, "confirmed"), (BEN, "confirmed")):
        for item in file_ferry.service.queue(who, QueueFilter()).items:
            view = file_ferry.service.finding(who, item.finding_key)
            file_ferry.service.decide(who, item.finding_key, Answer(verdict), view.seen)
    return file_ferry


def tamper(desk: Desk, statements: Iterable[str]) -> list[str]:
    """What verify says after the statements, which go past the triggers as somebody with the file can."""
    with sqlite3.connect(desk.case.name) as connection:
        for table in ("decisions", "events"):
            for verb in ("update", "delete"):
                connection.execute(f"DROP TRIGGER {table}_no_{verb}")
        for statement in statements:
            assert connection.execute(statement).rowcount > 0, statement
    connection.close()
    return [str(fault) for fault in desk.service.verify().faults]


def test_an_untouched_case_verifies(decided: Desk) -> None:
    assert decided.service.verify().faults == ()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE decisions SET verdict = 'unsure' WHERE seq = 1", "not the ones that were hashed"),
        ("UPDATE decisions SET note = 'x' WHERE seq = 1", "not the ones that were hashed"),
        ("UPDATE decisions SET snapshot = '{}' WHERE seq = 1", "not the ones that were hashed"),
        ("UPDATE decisions SET at = '2020-01-01T00:00:00Z' WHERE seq = 1", "not the ones that were hashed"),
        ("DELETE FROM decisions WHERE seq = 2", "is not there"),
        ("UPDATE events SET who = 'nobody' WHERE seq = 2", "not the ones that were hashed"),
        ("DELETE FROM events WHERE seq = 2", "event 2 is missing"),
        ("DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)", "events are missing"),
        ("UPDATE findings SET verdict = 'explained'", "does not follow from its record"),
        ("UPDATE findings SET review = 'unreviewed', decision = NULL", "does not follow from its record"),
        ("UPDATE answers SET decision = (SELECT max(id) FROM decisions)", "do not follow from its record"),
        ("UPDATE chain SET hash = 'f'", "events are missing"),
    ],
)
def test_what_was_changed_behind_the_back_of_the_case_is_named(
    decided: Desk, statement: str, words: str
) -> None:
    assert any(words in fault for fault in tamper(decided, [statement]))


def test_a_chain_that_was_made_anew_lacks_the_head_that_was_noted(decided: Desk, tmp_path: Path) -> None:
    noted = decided.service.verify().head
    assert decided.service.verify(noted[:16]).faults == ()
    forged = ReviewService(Case.open(str(tmp_path / "forged.db"), create=True), None, decided.clock)
    forged.add_run(decided.read())
    assert forged.verify().faults == ()
    assert "made anew" in str(forged.verify(noted).faults[0])
    forged.case.close()


def test_the_tables_are_those_of_the_migrations(where: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    from claimcheck.store.case import migrations
    from claimcheck.store.tables import metadata

    assert ScriptDirectory.from_config(migrations()).get_current_head() == SCHEMA_VERSION
    case = Case.open(where, create=True)
    with case.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    case.close()
    Case.open(where, create=True).close()


def test_a_case_of_a_newer_program_is_left_alone(decided: Desk) -> None:
    from claimcheck.errors import InputError

    with sqlite3.connect(decided.case.name) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(InputError, match="newer claimcheck"):
        Case.open(decided.case.name)


def test_the_file_reads_well_in_any_sqlite_browser(decided: Desk) -> None:
    connection = sqlite3.connect(decided.case.name)
    views = ("findings_to_review", "standing_decisions", "decision_history", "evidence_of_findings")
    for view in views:
        connection.execute(f"SELECT * FROM {view}").fetchall()
    rows = connection.execute("SELECT title, verdict, reviewers FROM standing_decisions").fetchall()
    assert rows
    assert rows[0][1:] == ("confirmed", '["Ada","Ben"]')
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_texts_that_a_database_cannot_hold_come_back_as_they_were(desk: Desk) -> None:
    from builders import claim, document, finding, report

    words = "12 people \x00 \ud800 \ufdd0 died"
    given = report(
        documents=(document(words, id="a", title="\udcff"), document(words, id="b")),
        claims=(claim(words, id="c1", document="a"), claim(words, id="c2", document="b")),
        findings=(finding("c1", "c2", title="\x00"),),
    )
    desk.service.add_run(given)
    assert desk.service.report().documents == given.documents
    assert desk.service.report().claims == given.claims
    assert desk.service.report().findings[0].title == "\x00"
