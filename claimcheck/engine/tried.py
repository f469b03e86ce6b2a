"""A rule file tried out: what it would add and take away on documents, against the installed rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimcheck.engine.context import Context
from claimcheck.engine.pack_folders import PackFolder, find_packs
from claimcheck.engine.rule_files import Rule, rules_in
from claimcheck.engine.run import find
from claimcheck.errors import Problem
from claimcheck.model import Claim, Finding, Pack
from claimcheck.resources import Parsed, parse, read_text

NEW_PACK = "new"
RULES = "rules"


@dataclass(frozen=True, slots=True)
class Trial:
    """What changes with a rule file: findings that come, findings that go, and how many stay."""

    rules: tuple[Rule, ...]
    replaced: tuple[Rule, ...]
    added: tuple[Finding, ...]
    removed: tuple[Finding, ...]
    same: int


def pack_around(file: Path) -> PackFolder | None:
    """The pack whose folder holds a rule file (or holds the folder `rules` it is in); None for a lone file."""
    folder = file.absolute().parent
    for root in (folder, folder.parent) if folder.name == RULES else (folder,):
        if (root / "pack.yml").is_file():
            found, _ = find_packs(root, root.as_posix())
            return found[0] if found else None
    return None


def rules_to_try(file: Path, installed: Sequence[Rule]) -> tuple[list[Rule], list[Problem]]:
    """The rules of a file under the ids they would have, and what is wrong with the others.

    Their pack is the one around the file, else the one the file names, else that of an installed rule
    of the same name.
    """
    where = file.as_posix()
    text, problems = read_text(file, where)
    parsed, wrong = parse(text, where) if text is not None else (None, [])
    if parsed is None:
        return [], problems + wrong
    header = parsed.data if isinstance(parsed.data, dict) else {}
    around = pack_around(file)
    found = list(rules_in(around or _lone(file, header, parsed), where, file))
    rules = [rule for rule in found if isinstance(rule, Rule)]
    if around is None and "pack" not in header:
        rules = [_as_installed(rule, installed) for rule in rules]
    return rules, [problem for problem in found if isinstance(problem, Problem)]


def _lone(file: Path, header: Mapping[str, Any], parsed: Parsed) -> PackFolder:
    """The pack that a file outside of any pack stands for: what its own head says."""
    pack = Pack(str(header.get("pack", NEW_PACK)), str(header.get("version", "")), "")
    uses = header.get("uses")
    return PackFolder(
        pack, tuple(map(str, uses)) if isinstance(uses, list) else (), file.parent, "", {}, parsed
    )


def _as_installed(rule: Rule, installed: Sequence[Rule]) -> Rule:
    """The rule under the id of the installed rule of the same name, where there is just one."""
    same = [known.id for known in installed if known.form.id == rule.form.id]
    return replace(rule, id=same[0]) if len(same) == 1 else rule


def tried(
    rules: Sequence[Rule], installed: Sequence[Rule], claims: Sequence[Claim], context: Context
) -> Trial:
    """The findings that rules would add and remove; a rule of the same id replaces the installed one."""
    ids = {rule.id for rule in rules}
    replaced = tuple(rule for rule in installed if rule.id in ids)
    before = {_key(finding): finding for finding in find(replaced, claims, context).findings}
    after = {_key(finding): finding for finding in find(rules, claims, context).findings}
    return Trial(
        tuple(rules),
        replaced,
        tuple(finding for key, finding in after.items() if key not in before),
        tuple(finding for key, finding in before.items() if key not in after),
        len(before.keys() & after.keys()),
    )


def _key(finding: Finding) -> tuple[str, str]:
    return finding.fingerprint, finding.relation
