"""What is other in a finding than when somebody decided on it, in words a reader understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from claimcheck.model import Claim, Document
from claimcheck.store.stated_words import stated_words
from claimcheck.store.views import Seen

Side = tuple[Claim, Document]


def differences(before: Seen, after: Seen) -> Iterator[str]:
    """One line for each thing that changed in what the decision rested on."""
    if before.finding.relation != after.finding.relation:
        yield f"it was a {before.finding.relation} and is a {after.finding.relation}"
    for old, new in _paired(before, after):
        yield from dict.fromkeys(_of_side(old, new))


def _paired(before: Seen, after: Seen) -> Iterator[tuple[Side, Side]]:
    """The sides that belong together: of one document, with the most words in common."""
    left = list(zip(before.claims, before.documents, strict=True))
    for new in zip(after.claims, after.documents, strict=True):
        if not left:
            return
        old = max(left, key=lambda side: _likeness(side, new))
        left.remove(old)
        yield old, new


def _likeness(old: Side, new: Side) -> tuple[bool, float]:
    words = (old[0].sentence.split(), new[0].sentence.split())
    same = (old[1].outlet, old[1].title) == (new[1].outlet, new[1].title) or old[1].id == new[1].id
    return same, SequenceMatcher(None, *words, autojunk=False).ratio()


def _of_side(old: Side, new: Side) -> Iterator[str]:
    (was, source_was), (now, source) = old, new
    where = f"in {source.outlet or source.title or source.path or source.id}"
    if _figure(was) != _figure(now):
        yield f"{where}, “{_figure(was)}” is now “{_figure(now)}”"
    if _speaker(was) != _speaker(now):
        yield f"{where}, {_speaker(was)} said it; now it is {_speaker(now)}"
    if (was.polarity, was.factuality) != (now.polarity, now.factuality):
        yield f"{where}, it was {was.factuality} and {was.polarity}; it is {now.factuality} and {now.polarity}"
    yield from _words(stated_words(was.sentence), stated_words(now.sentence), where)
    if (was.time and was.time.text) != (now.time and now.time.text):
        yield f"{where}, it spoke of {_time(was)}; now of {_time(now)}"
    if (source_was.published or "")[:10] != (source.published or "")[:10]:
        yield f"{where}, the report was dated {source_was.published or 'nowhere'}; now {source.published or 'nowhere'}"


def _words(before: Sequence[str], after: Sequence[str], where: str) -> Iterator[str]:
    """The figures, hedges and dates of the sentence that came or went."""
    gone = _without(before, after)
    come = _without(after, before)
    if gone and come:
        yield f"{where}, “{', '.join(gone)}” gave way to “{', '.join(come)}”"
    elif gone:
        yield f"{where}, “{', '.join(gone)}” is gone"
    elif come:
        yield f"{where}, “{', '.join(come)}” is new"


def _without(words: Sequence[str], others: Sequence[str]) -> list[str]:
    left = list(others)
    kept = []
    for word in words:
        if word in left:
            left.remove(word)
        else:
            kept.append(word)
    return kept


def _figure(claim: Claim) -> str:
    return claim.quantity.text if claim.quantity else ""


def _speaker(claim: Claim) -> str:
    return claim.speaker.name if claim.speaker else "the report itself"


def _time(claim: Claim) -> str:
    return f"“{claim.time.text}”" if claim.time else "no time"
