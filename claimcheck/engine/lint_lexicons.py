"""What is wrong with the lexicons of a run: names that lead nowhere, measures that nothing is counted as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.engine.checks import NumberMismatch, PartExceedsWhole, ZeroVsEvidence
from claimcheck.engine.lint_names import no_name
from claimcheck.engine.pack_tests import TESTS
from claimcheck.engine.packs import RuleSet
from claimcheck.engine.rule_files import Rule
from claimcheck.errors import Problem
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.forms import LexiconForm, MeasureForm
from claimcheck.resources import Parsed, parse, read_text, validated

LEXICON = "lexicon.yml"
READ = ("pack.yml", LEXICON, "rules.yml", TESTS)
LANGUAGES = "lang/"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A lexicon as it was read, with the place of every name in it."""

    form: LexiconForm
    source: Parsed


def read_lexicons(rules: RuleSet) -> tuple[list[Lexicon], list[Problem]]:
    """The lexicons of all packs of a run in the order of use, and what keeps others from being read."""
    found: list[Lexicon] = []
    problems: list[Problem] = []
    for name, folder in rules.folders.items():
        file = folder / LEXICON
        if not file.is_file():
            continue
        where = f"{rules.told[name]}/{LEXICON}"
        text, wrong = read_text(file, where)
        problems += wrong
        parsed, wrong = parse(text, where) if text is not None else (None, [])
        problems += wrong
        form, wrong = validated(LexiconForm, parsed) if parsed is not None else (None, [])
        problems += wrong
        if form is not None and parsed is not None:
            found.append(Lexicon(form, parsed))
    return found, problems


def unread_rules(rules: RuleSet) -> Iterator[Problem]:
    """The rule files of packs that lie where no rules are read."""
    for name, folder in rules.folders.items():
        entries = [] if name.startswith(LANGUAGES) else sorted(folder.iterdir(), key=lambda entry: entry.name)
        for entry in entries:
            if entry.name.endswith(".yml") and entry.name not in READ and entry.is_file():
                where = f"{rules.told[name]}/{entry.name}"
                text, _ = read_text(entry, where)
                parsed, _ = parse(text, where) if text is not None else (None, [])
                if parsed is not None and isinstance(parsed.data, dict) and "rules" in parsed.data:
                    what = "is not read: rules belong in rules.yml, or in files in a folder rules"
                    yield Problem(parsed.place(("rules",)), what)


def lexicon_problems(lexicons: Sequence[Lexicon], domain: Domain) -> Iterator[Problem]:
    """The names in lexicons that lead nowhere, and what no words stand for."""
    for lexicon in lexicons:
        for name, measure in lexicon.form.measures.items():
            yield from _measure_problems(lexicon, name, measure, domain)
        for name in lexicon.form.occurrences:
            if not domain.occurrences[name].patterns:
                place = lexicon.source.place(("occurrences", name))
                yield Problem(place, f"occurrences.{name}: has no patterns, so it is never found")
        for axis, poles in lexicon.form.opposites.items():
            for pole in poles:
                if not domain.opposites[axis][pole].words:
                    place = lexicon.source.place(("opposites", axis, pole))
                    yield Problem(place, f"opposites.{axis}.{pole}: has no words, so it is never found")


def _measure_problems(lexicon: Lexicon, name: str, measure: MeasureForm, domain: Domain) -> Iterator[Problem]:
    """The measures and the class that a measure names and no lexicon has, or that it has no words itself."""
    named: Mapping[str, Sequence[str]] = {
        "part_of": [measure.part_of] if measure.part_of is not None else [],
        "sum_of": measure.sum_of,
        "may_include": measure.may_include,
    }
    for key, others in named.items():
        for other in others:
            if other not in domain.measures:
                place = lexicon.source.place(("measures", name, key))
                yield Problem(place, f"measures.{name}.{key}: {no_name('measure', other, domain.measures)}")
    classes = {kind for kinds in domain.classes.values() for kind in kinds}
    if measure.counted is not None and measure.counted not in classes:
        place = lexicon.source.place(("measures", name, "counted"))
        yield Problem(
            place, f"measures.{name}.counted: {no_name('class of nouns', measure.counted, classes)}"
        )
    if not domain.counts(name):
        place = lexicon.source.place(("measures", name))
        yield Problem(
            place, f"measures.{name}: has no heads, undergone or done, so nothing is ever counted as it"
        )


def uncounted(lexicons: Sequence[Lexicon], rules: Sequence[Rule], domain: Domain) -> Iterator[Problem]:
    """The measures that no rule of the run could use."""
    checks = [rule.form.check for rule in rules if rule.form.maturity != "deprecated"]
    if any(isinstance(check, NumberMismatch) for check in checks):
        return
    used = {measure for check in checks if isinstance(check, ZeroVsEvidence) for measure in check.zero}
    if any(isinstance(check, PartExceedsWhole) for check in checks):
        used |= {name for name, form in domain.measures.items() if form.part_of}
        used |= {form.part_of for form in domain.measures.values() if form.part_of}
    for lexicon in lexicons:
        for name in lexicon.form.measures:
            if name not in used:
                place = lexicon.source.place(("measures", name))
                yield Problem(place, f"measures.{name}: no rule could use it")
