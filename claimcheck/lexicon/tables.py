"""Reads the tables of a language folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from claimcheck.errors import RuleError
from claimcheck.resources.locate import rules_root
from claimcheck.resources.strict_yaml import parse

Table = Mapping[str, Any]


def read_table(folder: Traversable, name: str) -> Table:
    """The content of `name`.yml in a language folder; its `kind` must be its name."""
    where = f"rules/lang/en/{name}.yml"
    parsed, problems = parse((folder / f"{name}.yml").read_text(encoding="utf-8"), where)
    if parsed is None or problems:
        raise RuleError("\n".join(str(problem) for problem in problems))
    if not isinstance(parsed.data, dict) or parsed.data.get("kind") != name:
        raise RuleError(f"{where}: must begin with 'kind: {name}'")
    return parsed.data


@cache
def english(name: str) -> Table:
    """A table of the shipped English, read once.

    >>> english("numbers")["ones"]["seven"]
    7
    """
    return read_table(rules_root() / "lang" / "en", name)


def words(table: Table, key: str) -> frozenset[str]:
    """The words of one list of a table, as a set."""
    return frozenset(str(word) for word in table.get(key, ()))


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """The words of one list of a shipped table, made once.

    >>> "ago" in word_set("words", "adverbs")
    True
    """
    return words(english(name), key)
