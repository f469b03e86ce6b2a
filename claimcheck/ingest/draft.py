"""A document as its file states it, before story, identity and layout are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema

from claimcheck.errors import Problem
from claimcheck.resources import nearest

MOST_CHARACTERS = 5_000_000
_SHORTEST_GUESS = 4


@dataclass(frozen=True, slots=True)
class Stated:
    """What is said about a document beside its text; None is not said."""

    id: str | None = None
    story: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None

    def completed_by(self, other: Stated) -> Stated:
        """This, with what it leaves open taken from another."""
        gaps = [field.name for field in fields(self) if getattr(self, field.name) is None]
        return replace(self, **{name: getattr(other, name) for name in gaps})


@dataclass(frozen=True, slots=True)
class Draft:
    """One text and what its file says of it.

    `stated` was written down as data, `found` was read off the page and gives way to everything else.
    The first `front` characters are front matter. `holds_headline`: the text may open with a headline.
    """

    where: str
    text: str
    stated: Stated = Stated()
    found: Stated = Stated()
    front: int = 0
    holds_headline: bool = True
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Misstated:
    """A key whose value or spelling is wrong."""

    key: str
    what: str


def _joined(value: object) -> object:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return value


def _or_nothing(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


Text = Annotated[str | None, BeforeValidator(_or_nothing)]


class StatedRecord(BaseModel):
    """The keys of a JSON document and of a front matter. Archives carry more, which is no fault."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

    id: Annotated[Text, WithJsonSchema({"type": ["string", "number", "null"]})] = Field(
        default=None,
        description="What tells the document from others; else its url, its head or its words do.",
    )
    story: Text = Field(
        default=None, description="The event; claims of different stories are never compared."
    )
    outlet: Text = Field(default=None, description="Who published it.")
    title: Text = Field(default=None, description="The headline, where the text does not hold it.")
    author: Annotated[
        Text,
        BeforeValidator(_joined),
        WithJsonSchema({"type": ["string", "array", "null"], "items": {"type": "string"}}),
    ] = Field(default=None, description="Who wrote it, or several who did.")
    published: Text = Field(
        default=None, description="The day or the time: 2022-11-13, 2022-11-13T10:45:00Z."
    )
    url: Text = Field(default=None, description="Its address.")


class InputDocument(StatedRecord):
    """One document of a .json or .jsonl file; only `text` is required, and other keys are left alone."""

    text: str = Field(
        min_length=1, description="The words, as they were published. All offsets point into them."
    )


def read_stated(given: Mapping[str, object]) -> Stated | Misstated:
    """What the known keys say, or the first key that is wrong or was surely meant to be a known one.

    >>> read_stated({"outlet": "AFP", "word_count": 412}).outlet
    'AFP'
    >>> read_stated({"outlett": "AFP"}).what
    "unknown key - did you mean 'outlet'?"
    """
    try:
        record = StatedRecord.model_validate(dict(given))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        return Misstated(str(first["loc"][0]), first["msg"].replace("Input should", "should", 1))
    return _misspelt(given) or Stated(**record.model_dump())


def _misspelt(given: Mapping[str, object]) -> Misstated | None:
    known = (*StatedRecord.model_fields, "text")
    open_keys = [key for key in known if key not in given]
    for key, value in given.items():
        if key in known or len(key) < _SHORTEST_GUESS or not isinstance(value, str):
            continue
        meant = nearest(key, open_keys)
        if meant and _differ_little(key, meant):
            return Misstated(key, f"unknown key - did you mean '{meant}'?")
    return None


def _differ_little(key: str, meant: str) -> bool:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, key, meant).ratio() >= 0.8


def draft_fault(draft: Draft) -> str | None:
    """Why the text of a draft cannot be used, or None."""
    if not draft.text.strip():
        return "has no text"
    if len(draft.text) > MOST_CHARACTERS:
        return f"is longer than {MOST_CHARACTERS:,} characters: split it into documents"
    stated = (getattr(draft.stated, field.name) or "" for field in fields(draft.stated))
    try:
        "\n".join((draft.text, *stated)).encode("utf-8")
    except UnicodeEncodeError:
        return "holds half of a surrogate pair (\\ud800 to \\udfff), which is no character"
    return None
