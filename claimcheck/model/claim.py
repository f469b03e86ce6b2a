"""What one report says at one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from types import MappingProxyType
from typing import Literal

from claimcheck.model.document import Field
from claimcheck.model.quantity import Quantity
from claimcheck.model.span import Span

Kind = Literal[
    "quantity",
    "zero",
    "status",
    "manner",
    "occurrence",
    "denial",
    "time",
    "place",
    "actor",
    "cause",
    "identity",
]
Polarity = Literal["affirmed", "negated"]
Factuality = Literal["asserted", "hedged", "planned", "conditional", "asked"]
Bound = Literal["by", "until", "since", "before", "after", "at", "during", "from"]
ContentValue = str | tuple[str, ...]

EMPTY: Mapping[str, ContentValue] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of the chain of speakers; `start` and `end` cut the words that name the speaker."""

    name: str
    start: int
    end: int
    cue: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class EventReference:
    """The event a claim speaks of; `id` tells two events of one type in one story apart."""

    type: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class TimeReference:
    """When what is claimed took place: an interval of ISO instants (None: no bound) and its words."""

    start: str | None
    end: str | None
    text: str
    bound: Bound = "at"


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a claim was computed from others, step by step."""

    sources: tuple[str, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition with its speaker, polarity and factuality at a span of one document."""

    id: str
    document: str
    story: str
    field: Field
    start: int
    end: int
    quote: str
    sentence: str
    kind: Kind
    event: EventReference | None = None
    measure: str | None = None
    actor: str | None = None
    place: str | None = None
    time: TimeReference | None = None
    content: Mapping[str, ContentValue] = dataclass_field(default_factory=lambda: EMPTY)
    quantity: Quantity | None = None
    derived: Derivation | None = None
    polarity: Polarity = "affirmed"
    factuality: Factuality = "asserted"
    attribution: tuple[Attribution, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def speaker(self) -> Attribution | None:
        """The one nearest the words; None is the outlet's own voice."""
        return self.attribution[0] if self.attribution else None

    @property
    def in_headline(self) -> bool:
        """Whether it stands in a title given apart, or in the headline of the text."""
        return self.field == "title" or self.content.get("part") == "headline"
