"""The small pieces that the forms of rule files, packs and projects are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints


class Form(BaseModel):
    """What an author fills in; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


DURATION = re.compile(r"([1-9][0-9]{0,5})(min|h|d)")
DURATION_UNITS = {"min": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


def duration(text: str) -> timedelta:
    """The length of time that `36h`, `90min` or `2d` means."""
    parts = DURATION.fullmatch(text)
    if parts is None:
        raise ValueError(f'"{text}" is no length of time: write 36h, 90min or 2d')
    return int(parts.group(1)) * DURATION_UNITS[parts.group(2)]


def _like(pattern: str, what: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def check(text: str) -> str:
        if not compiled.fullmatch(text):
            raise ValueError(f'"{text}" is not {what}')
        return text

    return check


def _duration_text(text: str) -> str:
    duration(text)
    return text


def _date_text(text: str) -> str:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f'"{text}" is no date: write 2022-11-13 or 2022-11-13T20:00') from None
    return text


def _pattern(pattern: str, example: str) -> dict[str, object]:
    return {"pattern": f"^(?:{pattern})$", "examples": [example]}


KEBAB = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
PACK_NAME = f"{KEBAB}(?:/{KEBAB})*"
RULE_ID = f"(?:{PACK_NAME}/)?{KEBAB}"
VERSION = "[0-9]+(?:\\.[0-9]+){1,2}"

# The patterns go into the JSON Schema for editors; the validators give messages that people can read.
KebabId = Annotated[
    str,
    AfterValidator(_like(KEBAB, "a name in small letters with hyphens, such as number-mismatch")),
    Field(json_schema_extra=_pattern(KEBAB, "number-mismatch")),
]
PackName = Annotated[
    str,
    AfterValidator(_like(PACK_NAME, "a pack's name, such as core or lang/en")),
    Field(json_schema_extra=_pattern(PACK_NAME, "core")),
]
RuleId = Annotated[
    str,
    AfterValidator(_like(RULE_ID, "a rule's id, such as core/number-mismatch")),
    Field(json_schema_extra=_pattern(RULE_ID, "core/number-mismatch")),
]
Version = Annotated[
    str,
    AfterValidator(_like(VERSION, "a version such as 1.2.0")),
    Field(json_schema_extra=_pattern(VERSION, "1.2.0")),
]
Duration = Annotated[
    str, AfterValidator(_duration_text), Field(json_schema_extra=_pattern(DURATION.pattern, "36h"))
]
DateText = Annotated[
    str,
    AfterValidator(_date_text),
    Field(json_schema_extra=_pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}.*", "2022-11-13")),
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
