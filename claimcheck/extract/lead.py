"""What a report leads with: the places, names and days of its event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from claimcheck.extract.circumstances import places_of, regions_of
from claimcheck.extract.reading import ReadSentence
from claimcheck.extract.times.find import TimeMention
from claimcheck.lexicon.calendar import month_names, weekday_names
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.tables import english
from claimcheck.model import TimeReference
from claimcheck.text.phrases import PhraseIndex

LEAD_SENTENCES = 3
FOLLOWING_SENTENCES = 9


@dataclass(frozen=True, slots=True)
class Lead:
    """What the headline and the first sentences say of the event: its places, all names, its kinds, and days.

    `regions` are places that are named as provinces, counties or states only; `kinds` the kinds of deed or
    mishap that narrative.yml knows; `later` are the names in the next sentences where the lead names no place
    below a country; `end` is the offset behind the last sentence of the lead.
    """

    places: frozenset[str]
    regions: frozenset[str]
    names: frozenset[str]
    kinds: frozenset[str]
    first_day: date | None
    last_day: date | None
    end: int
    later: frozenset[str] = frozenset()

    def touches(self, time: TimeReference | None, within: timedelta = timedelta(0)) -> bool | None:
        """Whether a time is of the lead's days, or at most `within` beside them; None where either is open."""
        if time is None or time.start is None or time.end is None:
            return None
        if self.first_day is None or self.last_day is None:
            return None
        earliest, latest = self.first_day - within, self.last_day + within
        return time.start[:10] <= latest.isoformat() and earliest.isoformat() <= time.end[:10]


def lead_of(
    reads: Sequence[tuple[ReadSentence, tuple[TimeMention, ...]]],
    following: Sequence[ReadSentence],
    domain: Domain,
    today: date | None,
) -> Lead:
    """The lead that the title and the first sentences of a document make, each with the times it names.

    `following` are the sentences behind them.
    """
    places: set[str] = set()
    regions: set[str] = set()
    days: list[date] = []
    printed: list[date] = []
    for read, times in reads:
        places.update(places_of(read.sentence, domain))
        regions.update(regions_of(read.sentence))
        for time in times:
            if time.start is not None and time.end is not None and time.end - time.start < timedelta(days=2):
                (printed if read.part == "dateline" else days).append(time.start.date())
    recent = [day for day in days if today is None or timedelta(0) <= today - day <= timedelta(days=4)]
    # what a page prints as its day holds also where an archive has filed it under another
    recent += printed
    end = max((read.sentence.end for read, _ in reads if read.part != "headline"), default=0)
    named = _place_words(places)
    later = () if named - regions else (name for read in following for name in _names_in(read))
    names = frozenset(name for read, _ in reads for name in _names_in(read))
    kinds = frozenset(kind for read, _ in reads for kind in kinds_in(read.sentence.lowers))
    return Lead(
        named,
        frozenset(regions),
        names - countries(),
        kinds,
        min(recent, default=None),
        max(recent, default=None),
        end,
        frozenset(later) - countries(),
    )


def _place_words(keys: Iterable[str]) -> frozenset[str]:
    """The words of the names of places, countries apart."""
    below = (key for key in keys if key.replace("_", " ") not in countries())
    return frozenset(word for key in below for word in key.split("_")) - countries()


def kinds_in(lowers: Sequence[str]) -> frozenset[str]:
    """The kinds of deeds and mishaps that words tell of.

    >>> sorted(kinds_in("an air strike hit a market".split()))
    ['air']
    """
    return frozenset(kind for _, _, kind in _kinds().every(lowers))


@cache
def _kinds() -> PhraseIndex[str]:
    return PhraseIndex(
        (phrase, kind) for kind, phrases in english("narrative")["kinds"].items() for phrase in phrases
    )


def _names_in(read: ReadSentence) -> Iterator[str]:
    """The names of a sentence of the lead, those of its speakers and of days apart."""
    sentence = read.sentence
    spoken = read.spoken
    for at, (lower, tag) in enumerate(zip(sentence.lowers, sentence.tags, strict=True)):
        named = tag == "E" or (read.part == "headline" and tag == "N")
        if named and at not in spoken and len(lower) > 3 and lower not in _calendar():
            yield lower


@cache
def _calendar() -> frozenset[str]:
    return frozenset([*month_names(), *weekday_names()])


@cache
def countries() -> frozenset[str]:
    """The names of countries, also with an s that has lost its apostrophe."""
    names = frozenset(gazetteer().names.values()) | frozenset(gazetteer().names)
    return names | {name + "s" for name in names}
