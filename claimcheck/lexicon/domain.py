"""Measures, events and names of all packs of a run, ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from claimcheck.errors import Problem
from claimcheck.lexicon.extension import extend, in_order_of_use
from claimcheck.lexicon.forms import (
    AxisForm,
    EventForm,
    LexiconForm,
    MeasureForm,
    OccurrenceForm,
    OutletForm,
    PoleForm,
    StatusForm,
)
from claimcheck.lexicon.grammar import grammar
from claimcheck.resources import parse, read_text, rules_root, validated


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: see MeasureForm for the fields."""

    name: str
    label: str
    unit: str
    trend: str | None
    part_of: str | None
    sum_of: tuple[str, ...]
    needs: tuple[str, ...]
    may_include: tuple[str, ...]
    others: str
    actor: str
    counted: str | None
    who: str | None
    may_mean: str | None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: its name, the house that it belongs to (itself where none is given), whether an agency."""

    name: str
    house: str
    agency: bool


@dataclass(frozen=True, slots=True, eq=False)
class Domain:
    """The lexicons of all packs, merged; all keys are in small letters. Two domains are never equal.

    `heads`, `undergone` and `done` lead from a noun or verb to the measures it can mean; `roles` are those of
    the heads that give way to a verb. `events` lead from
    a noun or verb base to its event type, `classes` from a noun to its classes, `scopes` from a noun to
    the group of people it counts.
    """

    measures: Mapping[str, Measure]
    heads: Mapping[str, tuple[str, ...]]
    roles: frozenset[str]
    undergone: Mapping[str, tuple[str, ...]]
    done: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, frozenset[str]]
    scopes: Mapping[str, str]
    event_nouns: Mapping[str, str]
    event_verbs: Mapping[str, str]
    events: Mapping[str, EventForm]
    occurrences: Mapping[str, OccurrenceForm]
    progress: Mapping[str, StatusForm]
    opposites: Mapping[str, Mapping[str, PoleForm]]
    alternatives: Mapping[str, AxisForm]
    outlets: Mapping[str, Outlet]
    aliases: Mapping[str, Mapping[str, str]]
    contains: Mapping[str, Mapping[str, frozenset[str]]]

    def whole_of(self, measure: str | None) -> str | None:
        """The measure that this one is a part of."""
        known = self.measures.get(measure or "")
        return known.part_of if known else None

    def outermost(self, measure: str) -> str:
        """The whole of which a measure is a part, the whole of that, and so on to the last."""
        seen = {measure}
        while (whole := self.whole_of(measure)) is not None and whole not in seen:
            seen.add(whole)
            measure = whole
        return measure

    def trend(self, measure: str | None) -> str | None:
        """How a measure moves as a story goes on: rising, falling, or not in one direction."""
        known = self.measures.get(measure or "")
        return known.trend if known is not None else None

    def outlet(self, name: str | None) -> Outlet | None:
        """The outlet or agency that a name stands for, in any letters."""
        return self.outlets.get((name or "").casefold())

    def counts(self, measure: str) -> bool:
        """Whether any word says that something is counted as the measure."""
        return any(
            measure in names for table in (self.heads, self.undergone, self.done) for names in table.values()
        )

    def label(self, measure: str | None) -> str:
        """What a report calls the measure: `people killed`; an open one by its noun."""
        known = self.measures.get(measure or "")
        if known is not None:
            return known.label
        return (measure or "figure").removeprefix("open:").replace("/", " that ").replace("_", " ")


def merge(lexicons: Sequence[LexiconForm]) -> Domain:
    """One domain from the lexicons of several packs, in the order of use: later ones add to earlier ones."""
    forms: dict[str, MeasureForm] = {}
    events: dict[str, EventForm] = {}
    occurrences: dict[str, OccurrenceForm] = {}
    progress: dict[str, StatusForm] = {}
    opposites: dict[str, dict[str, PoleForm]] = {}
    alternatives: dict[str, AxisForm] = {}
    classes: dict[str, set[str]] = {noun: {"person"} for noun in grammar().person_nouns}
    scopes: dict[str, str] = {}
    outlets: dict[str, OutletForm] = {}
    aliases: dict[str, dict[str, str]] = {}
    contains: dict[str, dict[str, frozenset[str]]] = {}
    for lexicon in lexicons:
        extend(forms, lexicon.measures)
        extend(events, lexicon.events)
        extend(occurrences, lexicon.occurrences)
        extend(progress, lexicon.progress)
        extend(outlets, lexicon.outlets)
        for axis, poles in lexicon.opposites.items():
            extend(opposites.setdefault(axis, {}), poles)
        for name, members in lexicon.classes.items():
            for member in members:
                classes.setdefault(member.lower(), set()).add(name)
        for name, members in lexicon.scopes.items():
            scopes.update({member.lower(): name for member in members})
        for name, question in lexicon.alternatives.items():
            values = dict(alternatives[name].values) if name in alternatives else {}
            extend(values, question.values)
            alternatives[name] = question.model_copy(update={"values": values})
        for kind, names in lexicon.aliases.items():
            for name, others in names.items():
                aliases.setdefault(kind, {}).update({other.lower(): name for other in [name, *others]})
        for kind, wholes in lexicon.contains.items():
            for whole, parts in wholes.items():
                known = contains.setdefault(kind, {})
                known[whole] = known.get(whole, frozenset()) | frozenset(parts)
    return Domain(
        measures={name: _measure(name, form) for name, form in forms.items()},
        heads=_measures_by_word({name: [*form.heads, *form.roles] for name, form in forms.items()}),
        roles=frozenset(noun.lower() for form in forms.values() for noun in form.roles),
        undergone=_measures_by_word({name: form.undergone for name, form in forms.items()}),
        done=_measures_by_word({name: form.done for name, form in forms.items()}),
        classes={noun: frozenset(names) for noun, names in classes.items()},
        scopes=scopes,
        event_nouns={noun.lower(): name for name, event in events.items() for noun in event.nouns},
        event_verbs={verb.lower(): name for name, event in events.items() for verb in event.verbs},
        events=events,
        occurrences={
            name: form if form.label else form.model_copy(update={"label": _spaced(name)})
            for name, form in occurrences.items()
        },
        progress=progress,
        opposites=opposites,
        alternatives=alternatives,
        outlets=_outlets(outlets),
        aliases=aliases,
        contains=contains,
    )


def _measure(name: str, form: MeasureForm) -> Measure:
    return Measure(
        name,
        form.label or _spaced(name),
        form.unit,
        form.trend,
        form.part_of,
        tuple(form.sum_of),
        tuple(form.needs),
        tuple(form.may_include),
        form.others,
        form.actor,
        form.counted,
        form.who,
        form.may_mean,
    )


def _outlets(forms: Mapping[str, OutletForm]) -> dict[str, Outlet]:
    """The outlets by each of their names."""
    found: dict[str, Outlet] = {}
    for name, form in forms.items():
        outlet = Outlet(name, form.family or name, form.agency)
        found.update({known.casefold(): outlet for known in (name, *form.names)})
    return found


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _measures_by_word(words: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The measures that each word can mean, in the order of the lexicons."""
    table: dict[str, list[str]] = {}
    for name, listed in words.items():
        for word in listed:
            table.setdefault(word.lower(), []).append(name)
    return {word: tuple(names) for word, names in table.items()}


def load_domain(folders: Mapping[str, Traversable]) -> tuple[Domain, list[Problem]]:
    """The lexicons of pack folders (by pack name, in the order of use) merged, and what is wrong with them."""
    lexicons: list[LexiconForm] = []
    problems: list[Problem] = []
    for name, folder in folders.items():
        file = folder / "lexicon.yml"
        if not file.is_file():
            continue
        where = f"{name}/lexicon.yml"
        text, wrong = read_text(file, where)
        problems += wrong
        if text is None:
            continue
        parsed, wrong = parse(text, where)
        problems += wrong
        if parsed is None:
            continue
        form, wrong = validated(LexiconForm, parsed)
        problems += wrong
        if form is not None:
            lexicons.append(form)
    return merge(lexicons), problems


@cache
def shipped_domain() -> Domain:
    """The merged lexicons of the shipped packs.

    >>> shipped_domain().whole_of("troops_withdrawn")
    'troops_stationed'
    """
    root = rules_root()
    folders = {entry.name: entry for entry in root.iterdir() if (entry / "pack.yml").is_file()}
    ordered = in_order_of_use({name: _uses(folder) for name, folder in folders.items()})
    return load_domain({name: folders[name] for name in ordered})[0]


def _uses(folder: Traversable) -> list[str]:
    """The packs that a shipped pack says it uses."""
    parsed, _ = parse((folder / "pack.yml").read_text(encoding="utf-8"), "pack.yml")
    data = parsed.data if parsed is not None else {}
    return [str(name) for name in data.get("uses", ())]
