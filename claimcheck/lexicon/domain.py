"""Measures, events and names of all packs of a run, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from claimcheck.errors import Problem
from claimcheck.lexicon.forms import EventForm, LexiconForm, OccurrenceForm, PoleForm, StatusForm
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


@dataclass(frozen=True, slots=True, eq=False)
class Domain:
    """The lexicons of all packs, merged; all keys are in small letters. Two domains are never equal.

    `heads`, `undergone` and `done` lead from a noun or verb to the measures it can mean, `events` from
    a noun or verb base to its event type, `classes` from a noun to its classes, `scopes` from a noun to
    the group of people it counts.
    """

    measures: Mapping[str, Measure]
    heads: Mapping[str, tuple[str, ...]]
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
    aliases: Mapping[str, Mapping[str, str]]
    contains: Mapping[str, Mapping[str, frozenset[str]]]

    def whole_of(self, measure: str | None) -> str | None:
        """The measure that this one is a part of."""
        known = self.measures.get(measure or "")
        return known.part_of if known else None

    def rising(self, measure: str | None) -> bool:
        known = self.measures.get(measure or "")
        return known is not None and known.trend == "rising"

    def label(self, measure: str | None) -> str:
        """What a report calls the measure: `people killed`; an open one by its noun."""
        known = self.measures.get(measure or "")
        if known is not None:
            return known.label
        return (measure or "figure").removeprefix("open:").replace("/", " that ").replace("_", " ")


def merge(lexicons: list[LexiconForm]) -> Domain:
    """One domain from the lexicons of several packs; later packs add to earlier ones."""
    measures: dict[str, Measure] = {}
    tables: dict[str, dict[str, list[str]]] = {"heads": {}, "undergone": {}, "done": {}}
    classes: dict[str, set[str]] = {}
    scopes: dict[str, str] = {}
    nouns: dict[str, str] = {}
    verbs: dict[str, str] = {}
    events: dict[str, EventForm] = {}
    occurrences: dict[str, OccurrenceForm] = {}
    progress: dict[str, StatusForm] = {}
    opposites: dict[str, dict[str, PoleForm]] = {}
    aliases: dict[str, dict[str, str]] = {}
    contains: dict[str, dict[str, frozenset[str]]] = {}
    for lexicon in lexicons:
        for name, form in lexicon.measures.items():
            measures[name] = Measure(
                name,
                form.label,
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
            )
            for key, table in tables.items():
                for word in getattr(form, key):
                    table.setdefault(word.lower(), []).append(name)
        for name, members in lexicon.classes.items():
            for member in members:
                classes.setdefault(member.lower(), set()).add(name)
        for name, members in lexicon.scopes.items():
            scopes.update({member.lower(): name for member in members})
        for name, event in lexicon.events.items():
            nouns.update({noun.lower(): name for noun in event.nouns})
            verbs.update({verb.lower(): name for verb in event.verbs})
            events[name] = event
        occurrences.update(lexicon.occurrences)
        progress.update(lexicon.progress)
        for axis, poles in lexicon.opposites.items():
            opposites.setdefault(axis, {}).update(poles)
        for kind, names in lexicon.aliases.items():
            for name, others in names.items():
                aliases.setdefault(kind, {}).update({other.lower(): name for other in [name, *others]})
        for kind, wholes in lexicon.contains.items():
            for whole, parts in wholes.items():
                known = contains.setdefault(kind, {})
                known[whole] = known.get(whole, frozenset()) | frozenset(parts)
    for noun in grammar().person_nouns:
        classes.setdefault(noun, set()).add("person")
    return Domain(
        measures=measures,
        heads={word: tuple(names) for word, names in tables["heads"].items()},
        undergone={word: tuple(names) for word, names in tables["undergone"].items()},
        done={word: tuple(names) for word, names in tables["done"].items()},
        classes={noun: frozenset(names) for noun, names in classes.items()},
        scopes=scopes,
        event_nouns=nouns,
        event_verbs=verbs,
        events=events,
        occurrences=occurrences,
        progress=progress,
        opposites=opposites,
        aliases=aliases,
        contains=contains,
    )


def load_domain(folders: Mapping[str, Traversable]) -> tuple[Domain, list[Problem]]:
    """The merged lexicons of pack folders (by pack name), and what is wrong with them."""
    lexicons: list[LexiconForm] = []
    problems: list[Problem] = []
    for name, folder in sorted(folders.items()):
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
    folders = {entry.name: entry for entry in root.iterdir() if entry.is_dir() and entry.name != "lang"}
    return load_domain(folders)[0]
