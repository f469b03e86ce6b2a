"""The language of rule files, version 1: the header, the explanation and the tests of a rule."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    StrictBool,
    Tag,
    ValidationInfo,
    field_validator,
    model_validator,
)

from claimcheck.engine.checks import Check
from claimcheck.engine.exceptions import ExceptionForm
from claimcheck.engine.forms import DateText, Form, KebabId, PackName, RuleId, Text, Version
from claimcheck.engine.templates import faults
from claimcheck.model import Relation, Severity

Maturity = Literal["experimental", "test", "stable", "deprecated"]
Expectation = Literal["contradiction", "tension", "update", "agreement", "none"]
LANGUAGE = 1
RELATIONS: tuple[Relation, ...] = get_args(Relation)


class ExplainByRelation(Form):
    """A text of its own for each relation."""

    contradiction: Text | None = Field(default=None, description="Where the two cannot both hold.")
    tension: Text | None = Field(default=None, description="Where they can, but hardly.")
    update: Text | None = Field(default=None, description="Where the later report moves the story on.")
    agreement: Text | None = Field(default=None, description="Where they say the same.")

    @model_validator(mode="after")
    def _say_something(self) -> ExplainByRelation:
        if not self.texts():
            raise ValueError("has no text: give one for contradiction, tension, update or agreement")
        return self

    def texts(self) -> dict[Relation, str]:
        """The texts that are given, in a fixed order."""
        given: dict[Relation, str | None] = {relation: getattr(self, relation) for relation in RELATIONS}
        return {relation: text for relation, text in given.items() if text is not None}


def _explain_form(value: object) -> str:
    return "by_relation" if isinstance(value, dict | ExplainByRelation) else "text"


Explain = Annotated[
    Annotated[Text, Tag("text")] | Annotated[ExplainByRelation, Tag("by_relation")],
    Discriminator(_explain_form),
]


def _texts(explain: str | ExplainByRelation) -> dict[Relation, str]:
    return dict.fromkeys(RELATIONS, explain) if isinstance(explain, str) else explain.texts()


class InlineTest(Form):
    """Sentences by outlet, and the relation that the rule must find between them."""

    name: Text = Field(description="What the test shows, in a few words; no other test of the rule has it.")
    texts: dict[str, Text] = Field(min_length=1, description="What each outlet writes: {A: ..., B: ...}.")
    expect: Expectation = Field(description="What must be found; none: the rule must keep silent.")
    todo: StrictBool = Field(default=False, description="A known gap: it may fail without failing the run.")
    published: dict[str, DateText] = Field(default_factory=dict, description="The date of each text.")
    why: Text | None = Field(default=None, description="Words that must stand in the explanation.")

    @field_validator("published")
    @classmethod
    def _dates_of_known_texts(cls, published: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        stray = [outlet for outlet in published if outlet not in info.data.get("texts", published)]
        if stray:
            raise ValueError(f"dates a text that is not there: {', '.join(stray)}")
        return published


class RuleForm(Form):
    """One rule as its author wrote it. Only the check differs from rule to rule."""

    id: KebabId = Field(description="Stable for ever; a renamed rule names its old id under replaces.")
    title: Text = Field(description="One line in plain words.")
    titles: dict[Relation, Text] = Field(
        default_factory=dict,
        description="Titles of relations that the title does not fit: agreement, update.",
    )
    maturity: Maturity = Field(description="How far the rule can be trusted.")
    severity: Severity = Field(description="How much a finding matters.")
    why: str = Field(default="", description="Why a reader should care, in one to three sentences.")
    check: Check = Field(description="What is compared with what.")
    unless: tuple[ExceptionForm, ...] = Field(
        default=(), description="When the rule keeps silent although the check fires."
    )
    explain: Explain = Field(description="What a finding says, with placeholders such as {left.quote}.")
    advice: str = Field(default="", description="What to check next.")
    false_positives: tuple[Text, ...] = Field(default=(), description="When a finding means nothing.")
    references: tuple[Text, ...] = Field(default=(), description="Where the method or the case is described.")
    tags: tuple[Text, ...] = Field(default=(), description="Words to find the rule by.")
    replaces: tuple[RuleId, ...] = Field(default=(), description="Former ids, so that decisions follow.")
    replaced_by: RuleId | None = Field(
        default=None, description="The rule to use in place of a deprecated one."
    )
    tests: tuple[InlineTest, ...] = Field(min_length=1, description="At least one; stable needs two.")

    @field_validator("unless")
    @classmethod
    def _sides_of_the_check(
        cls, unless: tuple[ExceptionForm, ...], info: ValidationInfo
    ) -> tuple[ExceptionForm, ...]:
        check = info.data.get("check")
        roles = check.roles if check else ()
        stray = [one.side for one in unless if check and one.side is not None and one.side not in roles]
        if stray:
            raise ValueError(f'"{stray[0]}" is no side of this check: {" or ".join(roles)}')
        return unless

    @field_validator("explain")
    @classmethod
    def _known_placeholders(cls, explain: Explain, info: ValidationInfo) -> Explain:
        check = info.data.get("check")
        found = (
            [fault for text in _texts(explain).values() for fault in faults(text, check.placeholders())]
            if check
            else []
        )
        if found:
            raise ValueError("; ".join(dict.fromkeys(found)))
        return explain

    @field_validator("tests")
    @classmethod
    def _enough_and_distinct(
        cls, tests: tuple[InlineTest, ...], info: ValidationInfo
    ) -> tuple[InlineTest, ...]:
        names = [test.name for test in tests]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two tests have the same name: {', '.join(twice)}")
        expected = {test.expect for test in tests if not test.todo}
        if info.data.get("maturity") == "stable" and not (expected - {"none"} and "none" in expected):
            raise ValueError(
                "a stable rule needs a test that fires and one that expects none (todo ones do not count)"
            )
        return tests

    def titled(self, relation: Relation) -> str:
        """The title of a finding of a relation."""
        return self.titles.get(relation, self.title)

    def explanation(self, relation: Relation) -> str:
        """The text for a relation, else the first text the author gave."""
        texts = _texts(self.explain)
        return texts.get(relation) or next(iter(texts.values()))


def readable(language: object) -> object:
    """The version of a file format, as it stands; ValueError for one that this program does not know."""
    if language != LANGUAGE:
        raise ValueError(
            f"this claimcheck reads language {LANGUAGE}, not {language}: update claimcheck or the file"
        )
    return language


class RuleFile(Form):
    """A rule file: its header and its rules."""

    language: Annotated[Literal[1], BeforeValidator(readable)] = Field(
        description="The version of this file format."
    )
    pack: PackName | None = Field(default=None, description="The pack's name; must agree with pack.yml.")
    version: Version | None = Field(default=None, description="The pack's version; must agree with pack.yml.")
    uses: tuple[PackName, ...] = Field(default=(), description="Packs it needs; pack.yml must name them too.")
    rules: tuple[RuleForm, ...] = Field(description="The rules, each with its own tests.")
