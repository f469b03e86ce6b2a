"""How rules and reviewers do: precision with its interval, reasons, agreement and kappa."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import sqrt

from sqlalchemy import Connection, func, select

from claimcheck.store.tables import answers, decisions, findings
from claimcheck.store.views import Policy, RuleRow

Z95 = 1.959963984540054
"""The normal quantile of a two-sided 95 % interval."""


def wilson(hits: int, of: int) -> tuple[float, float] | None:
    """Wilson's score interval at 95 % for a share (Wilson 1927); None of nothing.

    >>> low, high = wilson(8, 10)
    >>> round(low, 3), round(high, 3)
    (0.49, 0.943)
    """
    if of == 0:
        return None
    share, z2 = hits / of, Z95 * Z95
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    spread = Z95 / (1 + z2 / of) * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return max(0.0, middle - spread), min(1.0, middle + spread)


def cohens_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa (1960) of pairs of answers, each pair counted in both orders as who is first means nothing.

    None without pairs, and where chance alone would always agree.

    >>> cohens_kappa([("confirmed", "confirmed"), ("unsure", "unsure"), ("confirmed", "unsure")])
    0.3333333333333333
    """
    if not pairs:
        return None
    observed = sum(left == right for left, right in pairs) / len(pairs)
    often = Counter(answer for pair in pairs for answer in pair)
    total = often.total()
    chance = sum((count / total) ** 2 for count in often.values())
    return None if chance == 1 else (observed - chance) / (1 - chance)


def rule_rows(connection: Connection, policy: Policy) -> tuple[RuleRow, ...]:
    """One row for each rule of which the case has ever held a finding, by name."""
    often: dict[str, int] = dict(
        connection.execute(
            select(findings.c.rule, func.count())
            .where(findings.c.state != "absent")
            .group_by(findings.c.rule)
        ).all()
    )
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    reasons: dict[str, Counter[str]] = defaultdict(Counter)
    query = (
        select(findings.c.rule, decisions.c.verdict, decisions.c.reason_code)
        .join(decisions, decisions.c.id == findings.c.decision)
        .where(findings.c.review == "reviewed")
    )
    for rule, verdict, reason in connection.execute(query):
        verdicts[rule][verdict] += 1
        if reason:
            reasons[rule][reason] += 1
    pairs = answer_pairs(connection)
    known = sorted({*connection.scalars(select(findings.c.rule).distinct())})
    return tuple(
        _row(rule, often.get(rule, 0), verdicts[rule], reasons[rule], pairs.get(rule, []), policy)
        for rule in known
    )


def answer_pairs(connection: Connection) -> dict[str, list[tuple[str, str]]]:
    """For each rule the pairs of answers that two reviewers gave to one finding without seeing the other's."""
    query = (
        select(findings.c.rule, answers.c.finding, answers.c.verdict)
        .join(findings, findings.c.finding_key == answers.c.finding)
        .where(answers.c.stage == "review", answers.c.blind, answers.c.holds)
        .order_by(answers.c.finding, answers.c.line)
    )
    given: dict[tuple[str, str], list[str]] = {}
    for rule, finding, verdict in connection.execute(query):
        given.setdefault((rule, finding), []).append(verdict)
    pairs: dict[str, list[tuple[str, str]]] = {}
    for (rule, _), verdicts in given.items():
        pairs.setdefault(rule, []).extend(combinations(verdicts, 2))
    return pairs


def agreement(pairs: Iterable[tuple[str, str]]) -> float | None:
    """The share of equal answers; None without pairs."""
    every = list(pairs)
    return sum(left == right for left, right in every) / len(every) if every else None


def _row(
    rule: str,
    often: int,
    verdicts: Counter[str],
    reasons: Counter[str],
    pairs: Sequence[tuple[str, str]],
    policy: Policy,
) -> RuleRow:
    hits = verdicts["confirmed"] + verdicts["explained"]
    settled = hits + verdicts["not_a_conflict"]
    interval = wilson(hits, settled)
    precision = hits / settled if settled else None
    return RuleRow(
        rule=rule,
        findings=often,
        reviewed=verdicts.total(),
        confirmed=verdicts["confirmed"],
        explained=verdicts["explained"],
        dismissed=verdicts["not_a_conflict"],
        unsure=verdicts["unsure"],
        precision=precision,
        low=interval[0] if interval else None,
        high=interval[1] if interval else None,
        below=precision is not None
        and settled >= policy.precision_from
        and precision < policy.precision_below,
        reasons=dict(sorted(reasons.items(), key=lambda entry: (-entry[1], entry[0]))),
        pairs=len(pairs),
        agreement=agreement(pairs),
        kappa=cohens_kappa(pairs),
    )
