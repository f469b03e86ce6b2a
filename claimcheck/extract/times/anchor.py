"""The date of a report that prints none, from its own words and the story's other dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from claimcheck.extract.times.parts import TimePart, read_part
from claimcheck.model import Document
from claimcheck.text.sentences import Sentence, split_sentences

EARLIEST, LATEST = 1950, 2060
OPENING_CHARACTERS, OPENING_SENTENCES, OPENING_TOKENS = 300, 4, 8
FURTHEST = 100


def published_day(document: Document) -> date | None:
    """The day a document says it was published, or None.

    >>> published_day(Document("d", "s", "…", published="2022-11-13"))
    datetime.date(2022, 11, 13)
    """
    if not document.published:
        return None
    try:
        return date.fromisoformat(document.published[:10])
    except ValueError:
        return None


def printed_day(document: Document) -> date | None:
    """The full date that a report's text opens with, or None.

    >>> printed_day(Document("d", "s", "September 10 2013 France seeks a resolution on Syria."))
    datetime.date(2013, 9, 10)
    """
    for sentence in split_sentences(document.text[:OPENING_CHARACTERS])[:OPENING_SENTENCES]:
        for at in range(min(len(sentence.tokens), OPENING_TOKENS)):
            part = read_part(sentence, at)
            if part is not None and part.month and part.day and part.year:
                return _make(part.year, part)
    return None


def _day_of(document: Document) -> date | None:
    """The stated day, or the one that the text opens with where none or an earlier one is stated.

    What is stated is often the day of the event, and no report can be older than what it prints.
    """
    stated, printed = published_day(document), printed_day(document)
    if stated is None or printed is None:
        return stated or printed
    return printed if timedelta(0) < printed - stated < timedelta(days=FURTHEST) else stated


def report_days(documents: Sequence[Document]) -> dict[tuple[str, str], date]:
    """The day of each report by (story, id): as published or printed later, else told from its words.

    A date with its weekday ("Wednesday, November 9") allows a few years; the dated reports of the
    same story choose among them. The weekdays a report names then carry its day forward.
    """
    known = {(d.story, d.id): day for d in documents if (day := _day_of(d)) is not None}
    found = dict(known)
    for document in documents:
        key = (document.story, document.id)
        if key in known:
            continue
        others = [day for (story, _), day in sorted(known.items()) if story == document.story]
        day = told_day(document, others)
        if day is not None:
            found[key] = day
    return found


def told_day(document: Document, others: Sequence[date]) -> date | None:
    """The day of an undated report, from its dates and weekdays and the days of other reports."""
    sentences = split_sentences(document.text)
    anchors = [day for sentence in sentences for day in _dates(sentence, others)]
    if not anchors:
        return max(others) if others else None
    anchor = max(anchors)
    ahead = 0
    for sentence in sentences:
        for at in range(len(sentence.tokens)):
            part = read_part(sentence, at)
            if part is not None and part.weekday is not None and part.which is None:
                ahead = max(ahead, (part.weekday - anchor.weekday()) % 7)
    return anchor + timedelta(days=min(ahead, 6))


def _dates(sentence: Sentence, others: Sequence[date]) -> list[date]:
    """The full dates of a sentence; one without a year takes it from its weekday and the other reports."""
    found = []
    for at in range(len(sentence.tokens)):
        part = read_part(sentence, at)
        if part is None or part.month is None or part.day is None:
            continue
        weekday = _weekday_before(sentence, at)
        year = part.year or _year_of(part, weekday, others)
        day = None if year is None else _make(year, part)
        if day is not None and (weekday is not None or not others or abs((day - others[0]).days) < 60):
            found.append(day)
    return found


def _weekday_before(sentence: Sentence, at: int) -> int | None:
    for here in range(max(0, at - 2), at):
        part = read_part(sentence, here)
        if part is not None and part.weekday is not None:
            return part.weekday
    return None


def _year_of(part: TimePart, weekday: int | None, others: Sequence[date]) -> int | None:
    """The year near the other reports in which the date falls on its weekday."""
    if not others:
        return None
    centre = others[0].year
    for distance in range(LATEST - EARLIEST):
        for year in (centre - distance, centre + distance):
            day = _make(year, part)
            if day is not None and (weekday is None or day.weekday() == weekday):
                return year
    return None


def _make(year: int, part: TimePart) -> date | None:
    try:
        return date(year, part.month or 1, part.day or 1)
    except ValueError:
        return None
