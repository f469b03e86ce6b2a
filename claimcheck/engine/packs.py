"""The rules of a run: shipped packs, a user's packs, and what the project file changes in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from claimcheck.engine.overrides import adapted, turned_off, unmatched
from claimcheck.engine.pack_folders import PackFolder, find_packs
from claimcheck.engine.project import Project
from claimcheck.engine.rule_files import MOST_RULES, Rule, rules_of
from claimcheck.errors import Problem
from claimcheck.lexicon.extension import in_order_of_use
from claimcheck.model import Pack
from claimcheck.resources import nearest, rules_root

LANGUAGE_PACK = "lang/en"

__all__ = ["Rule", "RuleSet", "load_rules"]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules that can run, sorted by id; packs by name; and what was wrong.

    `folders` holds each pack after those it uses, `told` how users are told where a pack lies, and
    `off` the rules that the project turned off.
    """

    rules: tuple[Rule, ...]
    packs: tuple[Pack, ...]
    problems: tuple[Problem, ...]
    folders: Mapping[str, Traversable]
    told: Mapping[str, str]
    off: frozenset[str] = frozenset()


def load_rules(roots: Sequence[Path], project: Project | None, shipped: Traversable | None = None) -> RuleSet:
    """The rules of the shipped packs, of the packs in `roots`, and as the project wants them."""
    home, problems = find_packs(shipped if shipped is not None else rules_root(), "rules")
    wanted, own, wrong = _chosen(home, project)
    problems += wrong
    added: list[PackFolder] = []
    for root in (*own, *roots):
        found, wrong = find_packs(root, root.as_posix())
        added += found
        problems += wrong
    packs, wrong = _by_name([*home, *added])
    problems += wrong
    packs, wrong = _needed(packs, {*wanted, *(folder.pack.name for folder in added)})
    problems += wrong
    rules, wrong = _rules(packs.values())
    problems += wrong
    problems += unmatched(project, [rule.id for rule in rules])
    rules, wrong = adapted(rules, project)
    return RuleSet(
        tuple(sorted(rules, key=lambda rule: rule.id)),
        tuple(packs[name].pack for name in sorted(packs)),
        tuple(dict.fromkeys(problems + wrong)),
        {name: packs[name].folder for name in in_order_of_use(_uses(packs))},
        {name: packs[name].where for name in packs},
        turned_off(project),
    )


def _chosen(
    home: Sequence[PackFolder], project: Project | None
) -> tuple[set[str], list[Path], list[Problem]]:
    """Names of shipped packs and paths of own ones that the project asks for."""
    names = {folder.pack.name for folder in home}
    if project is None or project.packs is None:
        return names, [], []
    wanted, own, problems = {LANGUAGE_PACK} & names, [], []
    for number, entry in enumerate(project.packs):
        if entry in names:
            wanted.add(entry)
        elif (project.folder / entry).is_dir():
            own.append(project.folder / entry)
        else:
            place = project.source.place(("packs", number))
            problems.append(Problem(place, _no_pack(entry, names)))
    return wanted, own, problems


def _by_name(found: Iterable[PackFolder]) -> tuple[dict[str, PackFolder], list[Problem]]:
    packs: dict[str, PackFolder] = {}
    problems = []
    for folder in found:
        first = packs.setdefault(folder.pack.name, folder)
        if first.where != folder.where:
            what = (
                f'the pack in {first.where} has the name "{folder.pack.name}" already: this one is not read'
            )
            problems.append(Problem(folder.source.place(("name",)), what))
    return packs, problems


def _needed(
    packs: Mapping[str, PackFolder], wanted: Iterable[str]
) -> tuple[dict[str, PackFolder], list[Problem]]:
    """The wanted packs and all that they use."""
    needed: dict[str, PackFolder] = {}
    problems = []
    waiting = sorted(wanted)
    while waiting:
        folder = packs[waiting.pop(0)]
        needed[folder.pack.name] = folder
        for number, name in enumerate(folder.uses):
            if name not in packs:
                problems.append(Problem(folder.source.place(("uses", number)), _no_pack(name, packs)))
            elif name not in needed and name not in waiting:
                waiting.append(name)
    return needed, problems


def _uses(packs: Mapping[str, PackFolder]) -> dict[str, tuple[str, ...]]:
    return {name: folder.uses for name, folder in packs.items()}


def _no_pack(name: str, known: Iterable[str]) -> str:
    meant = nearest(name, sorted(known))
    return f'there is no pack or folder "{name}"' + (f" - did you mean '{meant}'?" if meant else "")


def _rules(packs: Iterable[PackFolder]) -> tuple[list[Rule], list[Problem]]:
    rules: list[Rule] = []
    problems: list[Problem] = []
    for folder in packs:
        found, wrong = rules_of(folder)
        rules += found
        problems += wrong
    for rule in rules[MOST_RULES : MOST_RULES + 1]:
        what = f"this rule and those after it are not read: a run takes at most {MOST_RULES} rules"
        problems.append(Problem(f"{rule.where}:{rule.line()}", what))
    return rules[:MOST_RULES], problems
