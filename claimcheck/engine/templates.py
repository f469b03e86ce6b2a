"""Explanations with placeholders: text in which {left.quote} stands for a value, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from claimcheck.errors import RuleError
from claimcheck.resources import nearest

BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def placeholders(template: str) -> tuple[str, ...]:
    """The names between braces, in order."""
    return tuple(hit.group(1) for hit in BRACES.finditer(template) if hit.group(1) is not None)


def faults(template: str, allowed: Collection[str]) -> list[str]:
    """What is wrong with a template: unknown placeholders and lone braces."""
    found = [_unknown(name, allowed) for name in placeholders(template) if name not in allowed]
    if any(hit.group(1) is None for hit in BRACES.finditer(template)):
        found.append("a { or } stands alone: braces are only for placeholders")
    return found


def render(template: str, values: Mapping[str, str]) -> str:
    """The template with its values, without space at its ends; braces inside a value stay as they are.

    >>> render("{left.speaker} says {left.quote}", {"left.speaker": "AFP", "left.quote": "{gap}"})
    'AFP says {gap}'
    """
    return BRACES.sub(lambda hit: _value(hit, values), template).strip()


def _value(hit: re.Match[str], values: Mapping[str, str]) -> str:
    name = hit.group(1)
    if name is None:
        return hit.group()
    if name not in values:
        raise RuleError(f"an explanation asks for {{{name}}}, which this rule does not provide")
    return values[name]


def _unknown(name: str, allowed: Collection[str]) -> str:
    meant = nearest(name, sorted(allowed))
    hint = f" - did you mean {{{meant}}}?" if meant else f" - known are {', '.join(sorted(allowed))}"
    return f"unknown placeholder {{{name}}}{hint}"
