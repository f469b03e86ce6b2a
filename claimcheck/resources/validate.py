"""Parsed data against a pydantic model; each error becomes a problem with its place and a hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from difflib import get_close_matches
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from claimcheck.errors import Problem
from claimcheck.resources.strict_yaml import MOST_PROBLEMS, Parsed, Path

Form = TypeVar("Form", bound=BaseModel)
Nearest = Callable[[str, Sequence[str]], str | None]


def nearest(word: str, choices: Sequence[str]) -> str | None:
    """The choice that a misspelt word most likely meant, or None."""
    return next(iter(get_close_matches(word, choices, n=1, cutoff=0.6)), None)


def validated(
    model: type[Form],
    parsed: Parsed,
    path: Path = (),
    *,
    emptied: Collection[str] = (),
    nearest: Nearest = nearest,
) -> tuple[Form | None, list[Problem]]:
    """The model of the data at a path, or None and why not.

    Lists under the keys of `emptied` count as empty, for callers that validate them item by item.
    Where the data is unsound the answer is None without a problem: `parse` has told it already.
    """
    if not parsed.sound(path, emptied):
        return None, []
    data = _at(parsed.data, path)
    if isinstance(data, dict):
        data = {
            key: [] if key in emptied and isinstance(value, list) else value for key, value in data.items()
        }
    try:
        return model.model_validate(data), []
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
    problems = [_problem(model, parsed, path, error, nearest) for error in errors[:MOST_PROBLEMS]]
    if len(errors) > MOST_PROBLEMS:
        problems.append(Problem(parsed.place(path), f"has {len(errors) - MOST_PROBLEMS:,} more problems"))
    return None, problems


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _problem(model: type[BaseModel], parsed: Parsed, path: Path, error: Any, nearest: Nearest) -> Problem:
    location: Path = error["loc"]
    full = path + _real_steps(_at(parsed.data, path), location, error["type"])
    at_key = error["type"] == "extra_forbidden"
    line, column = parsed.key_position(full) if at_key else parsed.position(full)
    name = ".".join(str(step) for step in full)
    what = _what(model, location, error, nearest)
    return Problem(f"{parsed.where}:{line}:{column}", f"{name}: {what}" if name else what)


def _real_steps(data: Any, location: Path, kind: str) -> Path:
    """The location without the names of union branches, which stand in no file."""
    steps: list[str | int] = []
    for number, step in enumerate(location):
        if _has(data, step):
            data = data[step]
        elif not (kind == "missing" and number == len(location) - 1):
            continue
        steps.append(step)
    return tuple(steps)


def _has(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _what(model: type[BaseModel], location: Path, error: Any, nearest: Nearest) -> str:
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        return "unknown key" + _meant(nearest(str(location[-1]), known_keys(model, location[:-1])))
    if kind in ("literal_error", "union_tag_invalid"):
        word = str(context.get("tag", given))
        choices = re.findall(r"'([^']*)'", str(context.get("expected_tags", context.get("expected", ""))))
        return f'"{word}" is not one of {", ".join(choices)}{_meant(nearest(word, choices))}'
    if kind == "union_tag_not_found":
        return f"{str(context['discriminator']).strip(chr(39))} is missing"
    if kind == "string_type" and isinstance(given, int | float):
        return f"should be text: put {str(given).lower()} in quotes"
    if kind == "value_error":
        return str(context["error"])
    return re.sub(r"^[A-Z]\w* should", "should", str(error["msg"]))


def _meant(word: str | None) -> str:
    return f" - did you mean '{word}'?" if word else ""


def known_keys(model: type[BaseModel], location: Path) -> list[str]:
    """The keys that a model allows at a location of a pydantic error."""
    models = [model]
    for step in location:
        fields = [
            kept for one in models for name, kept in one.model_fields.items() if (kept.alias or name) == step
        ]
        if fields:
            models = [inner for kept in fields for inner in _models_in(kept.annotation)]
        else:
            models = [one for one in models if step in _tags(one)] or models
    return sorted({kept.alias or name for one in models for name, kept in one.model_fields.items()})


def _models_in(annotation: Any) -> Iterable[type[BaseModel]]:
    if isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]


def _tags(model: type[BaseModel]) -> set[str]:
    literals = [
        kept.annotation for kept in model.model_fields.values() if get_origin(kept.annotation) is Literal
    ]
    return {tag for literal in literals for tag in get_args(literal)}
