"""The shape of a pack's lexicon.yml."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool


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
    who: str | None = Field(
        default=None,
        description="The scope that words for anybody stand for: “people evacuated” are of scope civilian.",
    )
    may_mean: str | None = Field(
        default=None,
        description="The scope that words for anybody may stand for where their report counts no other: civilian.",
    )
    heads: list[str] = Field(
        default_factory=list, description="Nouns that suffice by themselves: fatalities."
    )
    roles: list[str] = Field(
        default_factory=list,
        description="Nouns of people that suffice where no verb counts them as something else: protesters.",
    )
    undergone: list[str] = Field(default_factory=list, description="Verbs whose object is counted: kill.")
    done: list[str] = Field(default_factory=list, description="Verbs whose active subject is counted: die.")


class EventForm(Form):
    """A type of event and the words that name it."""

    verbs: list[str] = Field(default_factory=list, description="Verbs that name it: withdraw, pull back.")
    nouns: list[str] = Field(default_factory=list, description="Nouns that name it: withdrawal, retreat.")
    verbs_of_all: list[str] = Field(
        default_factory=list,
        description="Verbs too general to name it, except where all are said to have done it: move, leave.",
    )
    counted: str | None = Field(
        default=None, description="Class of nouns of whom `verbs_of_all` are said: soldier, person."
    )
    scope: list[str] = Field(
        default_factory=list, description="Whom its completion speaks of: civilians. None given: anything."
    )


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
    common: StrictBool = Field(
        default=False,
        description="true: every report of such a story tells it, so that two that do are no finding.",
    )


class OutletForm(Form):
    """Who publishes: an outlet or an agency."""

    names: list[str] = Field(default_factory=list, description="Other names: Agence France-Presse, afp.com.")
    family: str | None = Field(
        default=None, description="The house it belongs to; outlets of one house are not independent."
    )
    agency: StrictBool = Field(
        default=False, description="true: what others quote it with counts as its own report, once."
    )


class StatusForm(Form):
    """One step of a scale of progress."""

    share: str = Field(default="0", description="How much is done, as a share: 0.5.")
    verbs: list[str] = Field(default_factory=list, description="Verbs beside the event's name: complete.")
    words: list[str] = Field(default_factory=list, description="Words behind a form of be: over.")
    patterns: list[str] = Field(
        default_factory=list,
        description="Base forms that show it of the report's main event: convoy ... still ... move.",
    )


class PoleForm(Form):
    """One end of an axis of opposites."""

    words: list[str] = Field(default_factory=list, description="Words that say so: orderly, as planned.")
    evidence: list[str] = Field(default_factory=list, description="What it is weak evidence of.")
    scope: list[str] = Field(default_factory=list, description="Whom that touches: personnel, equipment.")


class AlternativeForm(Form):
    """One of several states of which only one can hold, told by patterns of base forms."""

    label: str = Field(description="What the report calls it: at large.")
    patterns: list[str] = Field(description="Base forms in order; `...` stands for up to six words.")


class AxisForm(Form):
    """A question with answers that exclude each other: has the suspect been caught?"""

    label: str = Field(description="What is asked: whether the suspect has been caught.")
    kind: Literal["status", "place", "cause", "manner", "denial"] = Field(
        description="The kind of its claims."
    )
    single: list[str] = Field(
        default_factory=list,
        description="Only reports that count one of these measures answer it: one dead, one place of death.",
    )
    changes: bool = Field(
        default=False,
        description="Whether a later report may answer otherwise: a condition improves or worsens.",
    )
    develops: list[str] = Field(
        default_factory=list, description="Answers in the order in which a story goes through them."
    )
    values: dict[str, AlternativeForm] = Field(description="The answers, by a short name for each.")
    exclude: list[tuple[str, str]] = Field(
        default_factory=list, description="The answers that exclude each other; without any, all do."
    )


class LexiconForm(Form):
    """One lexicon.yml: the words of a field."""

    language: Literal[1] = Field(default=1, description="The version of this file format.")
    kind: Literal["lexicon"] = Field(description="What the file is.")
    measures: dict[str, MeasureForm] = Field(
        default_factory=dict, description="What is counted or measured, by name: deaths."
    )
    classes: dict[str, list[str]] = Field(
        default_factory=dict, description="Nouns by class: soldier: [troops]."
    )
    scopes: dict[str, list[str]] = Field(
        default_factory=dict, description="Who is counted: nouns by group; `generic` nouns say nothing."
    )
    events: dict[str, EventForm] = Field(
        default_factory=dict, description="Types of events, by name: withdrawal."
    )
    occurrences: dict[str, OccurrenceForm] = Field(
        default_factory=dict, description="What can happen, by name: equipment_abandoned."
    )
    progress: dict[str, StatusForm] = Field(
        default_factory=dict, description="The scale of progress of events."
    )
    opposites: dict[str, dict[str, PoleForm]] = Field(
        default_factory=dict, description="Axes with poles that exclude each other: {manner: {orderly: ...}}."
    )
    alternatives: dict[str, AxisForm] = Field(
        default_factory=dict, description="Questions with answers that exclude each other, by name."
    )
    outlets: dict[str, OutletForm] = Field(
        default_factory=dict, description="Outlets and agencies, by the name that reports give them."
    )
    aliases: dict[str, dict[str, list[str]]] = Field(
        default_factory=dict, description="Other names, by kind: {place: {kherson: [kherson city]}}."
    )
    contains: dict[str, dict[str, list[str]]] = Field(
        default_factory=dict, description="What lies in what: {place: {region: [town]}}."
    )
