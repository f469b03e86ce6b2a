"""Which finding of a new run is which of the case, and whether what was decided on it still stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimcheck.model import FindingState
from claimcheck.store.keys import Keys

FLOOR = 0.6
"""How alike the changed side of a finding must be to its ancestor's to be shown beside it."""


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding of the case. `decided`: somebody has answered it, or its ancestor, and not taken it back."""

    finding_key: str
    group_key: str
    rule: str
    rule_hash: str
    relation: str
    evidence_hash: str
    facts_hash: str
    claim_keys: tuple[str, ...]
    sentences: tuple[str, ...]
    state: FindingState
    returns: int
    decided: bool
    settled: bool
    ancestor: str | None


@dataclass(frozen=True, slots=True)
class ArrivedFinding:
    """A finding of the run; `former_rules` are ids that its rule had before."""

    keys: Keys
    rule: str
    rule_hash: str
    relation: str
    sentences: tuple[str, ...]
    former_rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """What became of an arrived finding: its state, what it was before (`ancestor` where the key is another)."""

    arrived: ArrivedFinding
    state: FindingState
    returns: int
    known: KnownFinding | None = None
    ancestor: KnownFinding | None = None
    text_moved: bool = False


def matched(known: Sequence[KnownFinding], arrived: Sequence[ArrivedFinding]) -> tuple[Match, ...]:
    """One match for each arrived finding, in their order: one-to-one, the strongest evidence first.

    The same key; the same rule on the very same quotes, read otherwise now; the same group with one side as it was,
    or with words alike. A match by anything but the key never carries a decision over: it is shown for confirmation.
    """
    by_key = {finding.finding_key: finding for finding in known}
    matches: dict[str, Match] = {}
    waiting = []
    for finding in arrived:
        same = by_key.pop(finding.keys.finding, None)
        if same is None:
            waiting.append(finding)
        else:
            matches[finding.keys.finding] = _same(same, finding)
    there = {key: finding for key, finding in by_key.items() if finding.state != "absent"}
    replaced = {finding.ancestor for finding in known}
    lost = {
        key: finding
        for key, finding in by_key.items()
        if finding.state == "absent" and finding.decided and key not in replaced
    }
    ancestors: dict[str, KnownFinding] = {}
    for free in (there, lost):
        for pair in (_by_evidence, _by_group):
            found = pair(free, [each for each in waiting if each.keys.finding not in ancestors])
            ancestors |= found
            for match in found.values():
                free.pop(match.finding_key)
    for finding in waiting:
        ancestor = ancestors.get(finding.keys.finding)
        matches[finding.keys.finding] = Match(finding, "updated" if ancestor else "new", 0, ancestor=ancestor)
    return tuple(matches[finding.keys.finding] for finding in arrived)


def _same(known: KnownFinding, finding: ArrivedFinding) -> Match:
    moved = known.evidence_hash != finding.keys.evidence_hash
    if known.state == "absent":
        return Match(finding, "reopened", known.returns + 1, known, text_moved=moved)
    changed = known.facts_hash != finding.keys.facts_hash or known.rule_hash != finding.rule_hash
    unconfirmed = known.state in ("updated", "reopened") and known.decided and not known.settled
    state: FindingState = "updated" if changed else known.state if unconfirmed else "unchanged"
    if changed and unconfirmed and known.state == "reopened":
        state = "reopened"
    return Match(finding, state, known.returns, known, text_moved=moved)


def _by_evidence(
    free: Mapping[str, KnownFinding], waiting: Sequence[ArrivedFinding]
) -> dict[str, KnownFinding]:
    """Findings of one rule, also under its former names, on the very same quotes, where no other has these."""
    before: dict[tuple[str, str], list[KnownFinding]] = {}
    after: dict[tuple[str, str], list[ArrivedFinding]] = {}
    for known in free.values():
        before.setdefault((known.rule, known.evidence_hash), []).append(known)
    for finding in waiting:
        for rule in (finding.rule, *finding.former_rules):
            after.setdefault((rule, finding.keys.evidence_hash), []).append(finding)
    return {
        there[0].keys.finding: before[shared][0]
        for shared, there in after.items()
        if len(there) == 1 and len(before.get(shared, ())) == 1
    }


def _by_group(free: Mapping[str, KnownFinding], waiting: Sequence[ArrivedFinding]) -> dict[str, KnownFinding]:
    groups: dict[str, list[KnownFinding]] = {}
    for known in free.values():
        groups.setdefault(known.group_key, []).append(known)
    ranked = []
    for place, finding in enumerate(waiting):
        for known in groups.get(finding.keys.group, ()):
            likeness = _likeness(known, finding)
            if likeness >= FLOOR:
                ranked.append((-likeness, known.finding_key, place))
    found: dict[str, KnownFinding] = {}
    taken: set[str] = set()
    for _, key, place in sorted(ranked):
        name = waiting[place].keys.finding
        if key not in taken and name not in found:
            taken.add(key)
            found[name] = free[key]
    return found


def _likeness(known: KnownFinding, finding: ArrivedFinding) -> float:
    """How alike the less alike of the two sides is; a side with the same claim is wholly alike."""
    before = list(zip(known.claim_keys, known.sentences, strict=False))
    after = list(zip(finding.keys.claims, finding.sentences, strict=False))
    likeness = 1.0
    for key, sentence in after:
        same = next((entry for entry in before if entry[0] == key), None)
        if same is None and before:
            same = max(before, key=lambda entry: (_ratio(entry[1], sentence), entry[0]))
        if same is None:
            return 0.0
        before.remove(same)
        likeness = min(likeness, 1.0 if same[0] == key else 0.99 * _ratio(same[1], sentence))
    return likeness


def _ratio(left: str, right: str) -> float:
    return SequenceMatcher(None, left.split(), right.split(), autojunk=False).ratio()


def gone(
    known: Iterable[KnownFinding], matches: Iterable[Match], documents: Mapping[str, str], claims: set[str]
) -> list[tuple[KnownFinding, str]]:
    """The findings that the run did not find again, with the reason in words.

    `documents` gives the document of each claim key where that document is still there; `claims` the claim keys
    of the run.
    """
    found = list(matches)
    here = {match.arrived.keys.finding for match in found}
    heirs = {match.ancestor.finding_key: match.arrived.keys.finding for match in found if match.ancestor}
    left = []
    for finding in known:
        if finding.finding_key in here or finding.state == "absent":
            continue
        if finding.finding_key in heirs:
            why = f"its facts have changed: it is now finding {heirs[finding.finding_key][:10]}"
        elif any(key not in documents for key in finding.claim_keys):
            why = "a report that it rests on is no longer in the input"
        elif any(key not in claims for key in finding.claim_keys):
            why = "a report no longer says it"
        else:
            why = f"the rule {finding.rule} no longer finds it"
        left.append((finding, why))
    return left
