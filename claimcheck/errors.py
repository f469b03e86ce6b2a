"""What can go wrong with what a user gives us. Every message says where and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that was wrong with the input or the rules, while the rest went on."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class ClaimcheckError(Exception):
    """The run cannot go on: bad usage, configuration, rules or input (exit code 2)."""


class UsageError(ClaimcheckError):
    """The command was asked for something it does not do."""


class InputError(ClaimcheckError):
    """A document or a report could not be read."""


class RuleError(ClaimcheckError):
    """A rule, a lexicon or a project file is not as it must be."""
