"""The filter of the queue as an address that can be shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import get_args
from urllib.parse import urlencode

from claimcheck.model import Relation, Severity
from claimcheck.store.views import WANTED_STATES, QueueFilter

RELATIONS: tuple[str, ...] = get_args(Relation)
SEVERITIES: tuple[str, ...] = get_args(Severity)
STATES: tuple[str, ...] = WANTED_STATES
_CHOICES = {"relation": RELATIONS, "severity": SEVERITIES, "state": STATES}
_LONGEST = 200


def read_filter(query: Mapping[str, str]) -> QueueFilter:
    """The filter that an address asks for; what it asks wrongly is as if not asked.

    >>> read_filter({"relation": "tension", "state": "nonsense", "search": " toll "})
    QueueFilter(story=None, rule=None, severity=None, relation='tension', state=None, reviewer=None, search='toll', \
group=None)
    """
    given = {}
    for name in _NAMES:
        value = query.get(name, "").replace("\0", "").strip()[:_LONGEST]
        if value and value in _CHOICES.get(name, (value,)):
            given[name] = value
    return QueueFilter(**given)  # type: ignore[arg-type]


def address(path: str, wanted: QueueFilter, **changes: str | int | None) -> str:
    """A path with the filter after it; `changes` replace, add and (as None) remove parts of it.

    >>> address("/queue", QueueFilter(relation="tension", search="two tolls"), page=2)
    '/queue?relation=tension&search=two+tolls&page=2'
    """
    parts = {name: getattr(wanted, name) for name in _NAMES} | changes
    query = urlencode({name: value for name, value in parts.items() if value not in (None, "")})
    return f"{path}?{query}" if query else path


_NAMES = tuple(field.name for field in fields(QueueFilter))
