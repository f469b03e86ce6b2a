"""The result of a run over one or more stories."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.errors import Problem
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Field
from claimcheck.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules and lexicons that took part in a run."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Words that no rule could use, with the reason."""

    document: str
    field: Field
    start: int
    end: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run found, sorted; rendering it adds nothing."""

    tool_version: str
    packs: tuple[Pack, ...]
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    problems: tuple[Problem, ...]
