"""Reads documents one by one, so that one that breaks the reading does not stop the others."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimcheck.errors import Problem
from claimcheck.extract.assemble import read_document
from claimcheck.extract.lead import Lead
from claimcheck.extract.times.anchor import report_days
from claimcheck.lexicon.domain import Domain
from claimcheck.model import Claim, Document

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents that could be read, their claims in order, what each leads with; the others as problems."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    leads: dict[Key, Lead]
    problems: tuple[Problem, ...]


def untold(read: int) -> None:
    """Nobody wants to know how many documents have been read."""


def read_each(documents: Sequence[Document], domain: Domain, tell: Callable[[int], None] = untold) -> Reading:
    """The claims of each document, weekdays read against the day of its report.

    A document on which the program fails is left out and named, with the place in the program. `tell` hears how
    many have been read, before the first and after each.

    >>> from claimcheck.lexicon.domain import shipped_domain
    >>> reading = read_each([Document("d", "s", "Police said 12 people died.")], shipped_domain())
    >>> [claim.quantity.text for claim in reading.claims], reading.problems
    (['12'], ())
    """
    sound, days, problems = _days(documents)
    kept: list[Document] = []
    claims: list[Claim] = []
    leads: dict[Key, Lead] = {}
    tell(0)
    for number, document in enumerate(sound, start=1):
        key = (document.story, document.id)
        try:
            read = read_document(document, domain, days.get(key))
        except Exception as fault:
            problems.append(_problem(document, fault))
            tell(number)
            continue
        kept.append(document)
        claims += read.claims
        leads[key] = read.lead
        tell(number)
    return Reading(tuple(kept), tuple(claims), leads, tuple(problems))


def _days(documents: Sequence[Document]) -> tuple[Sequence[Document], dict[Key, date], list[Problem]]:
    """The documents whose text does not break the search for their day, those days, and the others as problems."""
    try:
        return documents, report_days(documents), []
    except Exception:
        problems = []
        sound = []
        for document in documents:
            try:
                report_days([document])
                sound.append(document)
            except Exception as fault:
                problems.append(_problem(document, fault))
        return sound, report_days(sound), problems


def _problem(document: Document, fault: Exception) -> Problem:
    """What happened and where in the program, the same on every machine."""
    package = Path(__file__).parents[1]
    frames = [f for f in traceback.extract_tb(fault.__traceback__) if package in Path(f.filename).parents]
    place = frames[-1] if frames else None
    file = None if place is None else Path(place.filename).relative_to(package).as_posix()
    named = "" if place is None else f" in {file}:{place.lineno}"
    what = (
        f"could not be read through: {type(fault).__name__}{named} is a fault of claimcheck; please report it"
    )
    inside = f"document {document.id} " if document.path else ""
    return Problem(document.path or document.id, f"{inside}{what}; the others were read")
