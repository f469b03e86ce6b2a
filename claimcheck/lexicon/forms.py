"""The shape of a pack's lexicon.yml."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Form(BaseModel):
    """What all forms of a lexicon share: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MeasureForm(Form):
    """Something that is counted or measured, and the words that say so."""

    label: str = Field(
        default="", description="What the report calls it: people killed; its name where nothing is given."
    )
    unit: str = Field(default="person", description="person, item, money, or a unit of measurement.")
    trend: Literal["rising", "falling"] | None = Field(
        default=None, description="How it moves as a story goes on."
    )
    part_of: str | None = Field(default=None, description="The measure of which this counts a part.")
    sum_of: list[str] = Field(default_factory=list, description="Measures that add up to this one.")
    may_include: list[str] = Field(
        default_factory=list, description="Measures that loose wording counts in: the injured with the dead."
    )
    others: Literal["all", "rest"] = Field(
        default="all",
        description='What "six others" counts: all of this measure, or the rest beside those named before.',
    )
    needs: list[str] = Field(
        default_factory=list, description="Slots without which two figures do not compare."
    )
    actor: Literal["owner", "subject"] = Field(default="owner", description="Whose figure it is.")
    counted: str | None = Field(
        default=None, description="Class of nouns it counts: person, or a class below."
    )
    heads: list[str] = Field(
        default_factory=list, description="Nouns that suffice by themselves: fatalities."
    )
    undergone: list[str] = Field(default_factory=list, description="Verbs whose object is counted: kill.")
    done: list[str] = Field(default_factory=list, description="Verbs whose active subject is counted: die.")


class EventForm(Form):
    """A type of event and the words that name it."""

    verbs: list[str] = Field(default_factory=list)
    nouns: list[str] = Field(default_factory=list)


class OccurrenceForm(Form):
    """Something that happened, told by patterns of base forms; `...` stands for up to six words."""

    label: str = Field(
        default="", description="What the report calls it: wounded left behind; else its name."
    )
    patterns: list[str] = Field(default_factory=list, description="Base forms in order: abandon ... wounded.")
    evidence: list[str] = Field(default_factory=list, description="What it is evidence of: [losses].")
    scope: list[str] = Field(default_factory=list, description="Whom it touches: personnel, equipment.")
    side: Literal["named", "unknown"] = Field(
        default="named",
        description="Whether the people named beside it are those it befell, or the attacker.",
    )
    strength: Literal["strong", "weak"] = Field(default="strong", description="How much it proves.")


class StatusForm(Form):
    """One step of a scale of progress."""

    share: str = Field(default="0", description="How much is done, as a share: 0.5.")
    verbs: list[str] = Field(default_factory=list, description="Verbs beside the event's name: complete.")
    words: list[str] = Field(default_factory=list, description="Words behind a form of be: over.")


class PoleForm(Form):
    """One end of an axis of opposites."""

    words: list[str] = Field(default_factory=list, description="Words that say so: orderly, as planned.")
    evidence: list[str] = Field(default_factory=list, description="What it is weak evidence of.")
    scope: list[str] = Field(default_factory=list)


class LexiconForm(Form):
    """One lexicon.yml: the words of a field."""

    language: Literal[1] = 1
    kind: Literal["lexicon"]
    measures: dict[str, MeasureForm] = Field(default_factory=dict)
    classes: dict[str, list[str]] = Field(
        default_factory=dict, description="Nouns by class: soldier: [troops]."
    )
    scopes: dict[str, list[str]] = Field(
        default_factory=dict, description="Who is counted: nouns by group; `generic` nouns say nothing."
    )
    events: dict[str, EventForm] = Field(default_factory=dict)
    occurrences: dict[str, OccurrenceForm] = Field(default_factory=dict)
    progress: dict[str, StatusForm] = Field(
        default_factory=dict, description="The scale of progress of events."
    )
    opposites: dict[str, dict[str, PoleForm]] = Field(
        default_factory=dict, description="Axes with poles that exclude each other: {manner: {orderly: ...}}."
    )
    aliases: dict[str, dict[str, list[str]]] = Field(
        default_factory=dict, description="Other names, by kind: {place: {kherson: [kherson city]}}."
    )
    contains: dict[str, dict[str, list[str]]] = Field(
        default_factory=dict, description="What lies in what: {place: {region: [town]}}."
    )
