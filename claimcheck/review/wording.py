"""Words of the page for what the store holds as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import PurePosixPath

from claimcheck.report.wording import clean, date_words
from claimcheck.store.views import REASON_CODES, DocumentRow

VERDICTS: Mapping[str, str] = {
    "confirmed": "Confirmed",
    "explained": "Explained",
    "not_a_conflict": "Not a conflict",
    "unsure": "Unsure",
}
VERDICT_HELP: Mapping[str, str] = {
    "confirmed": "The reports really contradict each other",
    "explained": "They differ, and there is a good reason",
    "not_a_conflict": "The finding is wrong",
    "unsure": "It cannot be told from this",
}
VERDICT_KEYS: Mapping[str, str] = {"confirmed": "c", "explained": "e", "not_a_conflict": "n", "unsure": "u"}
# The answers against a finding, which tell the most about its rule.
NEEDS_REASON = ("explained", "not_a_conflict")
REASONS: Mapping[str, str] = {
    "different_scope": "They count different things",
    "different_time": "They speak of different times",
    "update_not_conflict": "The later figure updates the earlier",
    "same_fact_other_words": "The same fact in other words",
    "extraction_error": "The program misread the words",
    "wrong_attribution": "The wrong speaker was named",
    "translation": "A matter of translation",
    "source_corrected": "A source has corrected itself",
    "rule_too_strict": "The rule is too strict",
    "other": "Another reason, in the note",
}
FINDING_STATES: Mapping[str, str] = {
    "new": "New",
    "unchanged": "Unchanged",
    "updated": "Facts changed",
    "reopened": "Found again",
    "absent": "No longer found",
}
REVIEW_STATES: Mapping[str, str] = {
    "unreviewed": "Not reviewed",
    "changed": "Changed since review",
    "waiting": "Waits for another reviewer",
    "disputed": "Disputed",
    "reviewed": "Reviewed",
}
# The order of the tabs above the queue.
TABS: Mapping[str, str] = {
    "unreviewed": "To review",
    "updated": "Facts changed",
    "disputed": "Disputed",
    "waiting": "Waiting",
    "reviewed": "Reviewed",
    "new": "New",
    "reopened": "Found again",
    "unchanged": "Unchanged",
    "absent": "No longer found",
}


def moment(stamp: str) -> str:
    """A time of the record for readers, always in UTC.

    >>> moment("2031-05-03T09:30:12+02:00")
    '3 May 2031, 07:30 UTC'
    """
    try:
        at = datetime.fromisoformat(stamp)
    except ValueError:
        return date_words(stamp)
    if at.tzinfo is None:
        return date_words(at.strftime("%Y-%m-%dT%H:%M"))
    return date_words(at.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ"))


def document_name(row: DocumentRow) -> str:
    """What to call a document in a list: its title, outlet or file, else its id."""
    file = PurePosixPath((row.path or "").replace("\\", "/")).name
    return clean(row.title or row.outlet or file or row.id)


def percent(share: float | None) -> str:
    """A share as a reader sees it.

    >>> percent(0.666), percent(None)
    ('67 %', '—')
    """
    return "—" if share is None else f"{share * 100:.0f} %"


def spent(seconds: int | None) -> str:
    """How long an answer took, in words; empty where it is not known.

    >>> spent(42), spent(185)
    ('42 s', '3 min')
    """
    if seconds is None:
        return ""
    return f"{seconds} s" if seconds < 120 else f"{round(seconds / 60)} min"


def _of(words: Mapping[str, str]) -> Callable[[str | None], str]:
    return lambda name: words.get(name or "", clean((name or "").replace("_", " ")))


WORDS: dict[str, object] = {
    "needs_reason": NEEDS_REASON,
    "verdicts": VERDICTS,
    "verdict_help": VERDICT_HELP,
    "verdict_keys": VERDICT_KEYS,
    "reasons": tuple((code, REASONS[code]) for code in REASON_CODES),
}
FILTERS: dict[str, Callable[..., str]] = {
    "verdict": _of(VERDICTS),
    "reason": _of(REASONS),
    "finding_state": _of(FINDING_STATES),
    "review_state": _of(REVIEW_STATES),
    "document_name": document_name,
    "moment": moment,
    "percent": percent,
    "spent": spent,
}
