"""The filters of a project file: findings that a newsroom does not want shown, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from fnmatch import fnmatchcase

from claimcheck.engine.context import Context
from claimcheck.engine.project import Filter, Project, Unless
from claimcheck.errors import Problem
from claimcheck.model import Claim, Finding


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters that hold on the day of the run by their place in the file, and those that no longer do."""

    held: tuple[tuple[str, Filter], ...] = ()
    lapsed: tuple[Problem, ...] = field(default=())


NO_FILTERS = Filters()


def filters_of(project: Project | None, today: date) -> Filters:
    """The filters of a project that hold today."""
    if project is None:
        return NO_FILTERS
    held = [
        (project.source.place(("filters", number)), kept)
        for number, kept in enumerate(project.filters)
        if not _over(kept, today)
    ]
    return Filters(tuple(held), tuple(expired(project, today)))


def expired(project: Project | None, today: date) -> list[Problem]:
    """The filters whose last day is over; they do not apply any more."""
    return [
        Problem(
            project.source.place(("filters", number, "until")),
            f"this filter ended on {kept.until} and does not apply: take it out, or give it a new day",
        )
        for number, kept in enumerate(project.filters if project is not None else ())
        if project is not None and _over(kept, today)
    ]


def without_filtered(
    findings: Sequence[Finding], filters: Filters, claims: Mapping[str, Claim], context: Context
) -> tuple[tuple[Finding, ...], list[Problem]]:
    """The findings that no filter takes away, and how many each filter took away and why."""
    shown: list[Finding] = []
    taken = [0] * len(filters.held)
    for finding in findings:
        sides = [claims[name] for name in finding.claims if name in claims]
        hit = _first_match(finding, sides, filters, context)
        if hit is None:
            shown.append(finding)
        else:
            taken[hit] += 1
    told = [
        Problem(place, _counted(count, kept))
        for (place, kept), count in zip(filters.held, taken, strict=True)
        if count
    ]
    return tuple(shown), [*told, *filters.lapsed]


def _first_match(finding: Finding, sides: Sequence[Claim], filters: Filters, context: Context) -> int | None:
    for number, (_, kept) in enumerate(filters.held):
        if any(fnmatchcase(finding.rule, pattern) for pattern in kept.rules) and any(
            _meant(kept.unless, claim, context) for claim in sides
        ):
            return number
    return None


def _meant(unless: Unless, claim: Claim, context: Context) -> bool:
    """Whether a claim is of the one that a filter leaves out: all that it names must hold of one claim."""
    document = context.document(claim)
    speaker = claim.speaker
    said = (
        (unless.speaker, (speaker.name, speaker.entity) if speaker else ()),
        (unless.outlet, (document.outlet,)),
        (unless.document, (document.id, document.path)),
    )
    return all(wanted is None or _same(wanted, names) for wanted, names in said)


def _same(wanted: str, names: Sequence[str | None]) -> bool:
    return any(name is not None and name.casefold() == wanted.casefold() for name in names)


def _counted(count: int, kept: Filter) -> str:
    many = "1 finding is" if count == 1 else f"{count} findings are"
    until = f", until {kept.until}" if kept.until else ""
    return f"{many} not shown: {kept.reason} ({kept.by}{until})"


def _over(kept: Filter, today: date) -> bool:
    return kept.until is not None and datetime.fromisoformat(kept.until).date() < today
