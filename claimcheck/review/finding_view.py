"""One finding as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model import Claim, Document, Finding, Report
from claimcheck.report.cards import Card, Deck
from claimcheck.review.word_diff import Change, word_diff
from claimcheck.store.views import FindingView


@dataclass(frozen=True, slots=True)
class ChangedQuote:
    """One side's words then and now."""

    source: str
    changes: tuple[Change, ...]


def card_of(view: FindingView) -> Card:
    """The finding with its sides, as in the report."""
    return _deck(view.finding, view.claims, view.documents).cards[0]


def settles(view: FindingView) -> bool:
    """Whether an answer decides between others: they differ, or a decision between them stands."""
    decided = any(row.what == "final" and row.holds for row in view.history)
    return view.may_settle and (view.review == "disputed" or decided)


def changed_quotes(view: FindingView) -> tuple[ChangedQuote, ...]:
    """What each side said when it was last answered, against what it says now; empty where nothing is known of it."""
    if view.before is None or view.before.seen is None:
        return ()
    seen = view.before.seen
    names = _deck(view.finding, view.claims, view.documents)
    pairs = _paired(seen.claims, view.claims)
    return tuple(
        ChangedQuote(names.source(new.document), word_diff(old.quote, new.quote)) for old, new in pairs
    )


def _paired(old: Sequence[Claim], new: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Claims of then with those of now: of the same document where there is one, else in their order."""
    left = list(old)
    pairs = []
    for claim in new:
        match = next((then for then in left if then.document == claim.document), left[0] if left else None)
        if match is not None:
            left.remove(match)
            pairs.append((match, claim))
    return pairs


def _deck(finding: Finding, claims: Sequence[Claim], documents: Sequence[Document]) -> Deck:
    once = tuple({document.id: document for document in documents}.values())
    return Deck(Report("", (), once, tuple(claims), (finding,), (), ()))
