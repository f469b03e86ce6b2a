"""The policy of a case: kept in it, so that every command and the page go by the same."""

from __future__ import annotations

from dataclasses import asdict, fields

from sqlalchemy import Connection, delete, insert, select

from claimcheck.errors import UsageError
from claimcheck.store.case import Case
from claimcheck.store.chain import append_event
from claimcheck.store.columns import canonical
from claimcheck.store.judging import judge_findings
from claimcheck.store.records import json_of
from claimcheck.store.tables import findings, settings
from claimcheck.store.views import Policy

_NAME = "policy"


def settled(case: Case, wanted: Policy | None, at: str) -> Policy:
    """The policy that holds: the wanted one, else the one that the case remembers, else the default.

    Where it is another than the case remembers, it is kept and all that stands is worked out anew.
    """
    with case.reading() as connection:
        kept = kept_policy(connection)
    if wanted is None:
        return kept or Policy()
    if wanted.reviewers_needed < 1 or (wanted.needed_for_high is not None and wanted.needed_for_high < 1):
        raise UsageError("a finding needs at least one reviewer")
    if wanted != kept:
        with case.writing() as connection:
            keep_policy(connection, wanted)
            append_event(connection, at, "claimcheck", "policy", "policy", asdict(wanted))
            judge_findings(connection, list(connection.scalars(select(findings.c.finding_key))), wanted)
    return wanted


def kept_policy(connection: Connection) -> Policy | None:
    """The policy that the case remembers."""
    text = connection.scalar(select(settings.c.value).where(settings.c.name == _NAME))
    if text is None:
        return None
    known = {field.name for field in fields(Policy)}
    return Policy(**{name: value for name, value in json_of(text).items() if name in known})


def keep_policy(connection: Connection, policy: Policy) -> None:
    """Remembers a policy."""
    connection.execute(delete(settings).where(settings.c.name == _NAME))
    connection.execute(insert(settings).values(name=_NAME, value=canonical(asdict(policy))))
