"""What a newsroom sets in its own claimcheck.yml: packs on and off, overrides, filters with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from claimcheck.engine.checks import Tolerance
from claimcheck.engine.forms import DateText, Form, RuleId, Text
from claimcheck.errors import Problem
from claimcheck.model import Severity
from claimcheck.resources import Parsed, parse, read_text, validated


class RuleOverride(Form):
    """What a project changes in a rule without editing its pack."""

    severity: Severity | None = Field(default=None, description="In place of the rule's own.")
    tolerance: Tolerance | None = Field(
        default=None, description="Only what is named here replaces the rule's."
    )


class Unless(Form):
    """Whose claims a filter leaves out; what is named must all hold."""

    speaker: Text | None = Field(default=None, description="Who says it, by name or normalised name.")
    outlet: Text | None = Field(default=None, description="Who published it.")
    document: Text | None = Field(default=None, description="The report, by id or path.")

    @model_validator(mode="after")
    def _names_someone(self) -> Unless:
        if self.speaker is None and self.outlet is None and self.document is None:
            raise ValueError("names nobody: give a speaker, an outlet or a document")
        return self


class Filter(Form):
    """Findings that are not shown, with the reason and who answers for it."""

    rules: tuple[Text, ...] = Field(min_length=1, description="Rule ids; core/* stands for a whole pack.")
    unless: Unless = Field(description="Whose claims make a finding one that is not shown.")
    reason: Text = Field(description="Why; the report says it.")
    by: Text = Field(description="Who answers for it.")
    until: DateText | None = Field(default=None, description="The last day on which the filter holds.")


def _override_form(value: object) -> str:
    return "off" if isinstance(value, str) else "changed"


Override = Annotated[
    Annotated[Literal["off"], Tag("off")] | Annotated[RuleOverride, Tag("changed")],
    Discriminator(_override_form),
]


class Review(Form):
    """How a newsroom reviews the findings of a case."""

    reviewers_needed: int = Field(
        default=1, ge=1, le=20, description="How many must answer a finding before a decision stands."
    )
    needed_for_high: int | None = Field(
        default=None, ge=1, le=20, description="For findings of high severity; as for others if absent."
    )
    lease_minutes: int = Field(
        default=10, ge=1, le=1440, description="How long others are told that somebody has a finding open."
    )
    precision_below: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="A rule whose precision in review is lower is named in the report.",
    )
    precision_from: int = Field(
        default=5, ge=1, description="Of how many answered findings on precision is looked at."
    )


class ProjectFile(Form):
    """The file claimcheck.yml."""

    packs: tuple[Text, ...] | None = Field(
        default=None, description="Names of shipped packs and paths of own ones; all shipped packs if absent."
    )
    rules: dict[RuleId, Override] = Field(
        default_factory=dict, description="What changes in a rule, by its id; off turns it off."
    )
    filters: tuple[Filter, ...] = Field(default=(), description="Findings that are not shown.")
    review: Review | None = Field(default=None, description="How findings of a case are reviewed.")


@dataclass(frozen=True, slots=True)
class Project:
    """A project file as it was read; `folder` is where its relative paths start."""

    folder: Path
    packs: tuple[str, ...] | None
    rules: Mapping[str, Literal["off"] | RuleOverride]
    filters: tuple[Filter, ...]
    source: Parsed = field(repr=False, compare=False)
    review: Review | None = None


def load_project(file: Path) -> tuple[Project | None, list[Problem]]:
    """The project that a claimcheck.yml describes, or None and why it cannot be used."""
    where = file.as_posix()
    text, problems = read_text(file, where)
    if text is None:
        return None, problems
    parsed, problems = parse(text, where)
    if parsed is None:
        return None, problems
    form, wrong = validated(ProjectFile, parsed)
    if form is None or problems:
        return None, problems + wrong
    return Project(file.parent, form.packs, form.rules, form.filters, parsed, form.review), []
