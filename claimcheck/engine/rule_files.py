"""Reads the rule files of one pack, rule by rule: a broken rule never takes the others with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

from claimcheck.engine.language import LANGUAGE, RuleFile, RuleForm
from claimcheck.engine.pack_folders import PackFolder
from claimcheck.errors import Problem
from claimcheck.resources import Parsed, parse, read_text, validated

MOST_RULES = 2000
MOST_TOLD = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to run; `lines` gives the line of each dotted key in the file `where`."""

    id: str
    form: RuleForm
    rule_hash: str
    where: str
    lines: Mapping[str, int] = field(repr=False)
    source: tuple[Parsed, int] | None = field(default=None, repr=False, compare=False)

    @property
    def pack(self) -> str:
        return self.id.rpartition("/")[0]

    def line(self, key: str = "") -> int:
        """The line of a key such as `check.tolerance`, else of the nearest key around it."""
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return self.lines[key]

    def place(self, *steps: str | int) -> str:
        """`file:line:column` of a key of the rule, else of the nearest key around it."""
        if self.source is None:
            return f"{self.where}:{self.line('.'.join(str(step) for step in steps))}"
        parsed, number = self.source
        return parsed.place(("rules", number, *steps))


def rule_hash(form: RuleForm) -> str:
    """The identity of what a rule flags; wording, tests and unset defaults do not change it."""
    block = form.check.model_dump(mode="json", exclude_defaults=True)
    if form.unless:
        block["unless"] = [one.model_dump(mode="json", exclude={"why"}) for one in form.unless]
    canonical = json.dumps(block, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def rules_of(pack: PackFolder) -> tuple[list[Rule], list[Problem]]:
    """The rules of a pack that can run, and what is wrong with the others."""
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for name, file in sorted(pack.files.items()):
        if name == "rules.yml" or name.startswith("rules/"):
            for found in rules_in(pack, f"{pack.where}/{name}", file):
                if isinstance(found, Rule) and found.id in rules:
                    problems.append(_twice(found, rules[found.id]))
                elif isinstance(found, Rule):
                    rules[found.id] = found
                else:
                    problems.append(found)
    return list(rules.values()), problems


def rules_in(pack: PackFolder, where: str, file: Traversable) -> Iterator[Rule | Problem]:
    """The rules of one file as a part of a pack, and what is wrong with it, in the order of the file."""
    text, problems = read_text(file, where)
    yield from problems
    parsed, problems = parse(text, where) if text is not None else (None, [])
    yield from problems
    if parsed is None:
        return
    header, problems = validated(RuleFile, parsed, emptied=("rules",))
    yield from problems
    if header is not None:
        yield from _other_pack(pack, header, parsed)
    data = parsed.data if isinstance(parsed.data, dict) else {}
    items = data.get("rules")
    if isinstance(items, list) and data.get("language") == LANGUAGE:
        yield from _each(pack, parsed, items)


def _each(pack: PackFolder, parsed: Parsed, items: Sequence[object]) -> Iterator[Rule | Problem]:
    """The rules of a list and what is wrong with the others, until it is too much."""
    told = 0
    for number in range(min(len(items), MOST_RULES)):
        for found in _rule(pack, parsed, number):
            told += isinstance(found, Problem)
            yield found
        if told >= MOST_TOLD:
            what = "and perhaps more: the rules after these problems are not read, mend these first"
            yield Problem(parsed.place(("rules", number)), what)
            return
    if len(items) > MOST_RULES:
        what = f"{len(items):,} rules: those after the first {MOST_RULES:,} are not read"
        yield Problem(parsed.place(("rules", MOST_RULES)), what)


def _rule(pack: PackFolder, parsed: Parsed, number: int) -> Iterator[Rule | Problem]:
    path = ("rules", number)
    form, problems = validated(RuleForm, parsed, path)
    yield from problems
    if form is not None:
        rule_id = f"{pack.pack.name}/{form.id}"
        yield Rule(rule_id, form, rule_hash(form), parsed.where, parsed.lines(path), (parsed, number))


def _other_pack(pack: PackFolder, header: RuleFile, parsed: Parsed) -> Iterator[Problem]:
    """What the head of a rule file says otherwise than pack.yml."""
    told = (("pack", header.pack, pack.pack.name), ("version", header.version, pack.pack.version))
    for key, here, there in told:
        if here is not None and here != there:
            yield Problem(parsed.place((key,)), f'{key} is "{here}" here and "{there}" in pack.yml')
    for name in header.uses:
        if name not in pack.uses:
            yield Problem(parsed.place(("uses",)), f'uses "{name}", which pack.yml does not name under uses')


def _twice(rule: Rule, first: Rule) -> Problem:
    where = f"{first.where}:{first.line('id')}"
    return Problem(
        f"{rule.where}:{rule.line('id')}", f'"{rule.form.id}" is already the id of the rule at {where}'
    )
