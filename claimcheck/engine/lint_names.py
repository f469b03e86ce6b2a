"""Names in rules that no lexicon of the run has."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from claimcheck.engine.checks import Alternatives, Opposition, ZeroVsEvidence
from claimcheck.engine.rule_files import Rule
from claimcheck.errors import Problem
from claimcheck.lexicon.domain import Domain
from claimcheck.resources import nearest


def dangling_in_rule(rule: Rule, domain: Domain) -> Iterator[Problem]:
    """The measures, kinds of evidence and axes that a rule names and no lexicon has."""
    check = rule.form.check
    if isinstance(check, ZeroVsEvidence):
        for number, measure in enumerate(check.zero):
            if measure not in domain.measures:
                place = rule.place("check", "zero", number)
                yield Problem(place, f"check.zero.{number}: {no_name('measure', measure, domain.measures)}")
        known = evidence_of(domain)
        if check.evidence not in known:
            place = rule.place("check", "evidence")
            yield Problem(place, f"check.evidence: {no_name('evidence', check.evidence, known)}")
    if isinstance(check, Alternatives) and check.axis not in domain.alternatives:
        yield Problem(
            rule.place("check", "axis"), f"check.axis: {no_name('question', check.axis, domain.alternatives)}"
        )
    if isinstance(check, Opposition) and check.axis not in domain.opposites:
        place = rule.place("check", "axis")
        yield Problem(place, f"check.axis: {no_name('axis of opposites', check.axis, domain.opposites)}")


def evidence_of(domain: Domain) -> frozenset[str]:
    """All that occurrences and descriptions of the lexicons are evidence of."""
    told = {name for occurrence in domain.occurrences.values() for name in occurrence.evidence}
    told |= {name for poles in domain.opposites.values() for pole in poles.values() for name in pole.evidence}
    return frozenset(told)


def no_name(what: str, name: str, known: Collection[str]) -> str:
    """That no lexicon has a name, and which one was meant.

    >>> no_name("measure", "deahts", ["deaths"])
    'no lexicon has the measure "deahts" - did you mean \\'deaths\\'?'
    """
    meant = _meant(name, tuple(sorted(known)))
    return f'no lexicon has the {what} "{name}"' + (f" - did you mean '{meant}'?" if meant else "")


def no_rule(name: str, known: Collection[str]) -> str:
    """That there is no rule of a name, and which one was meant.

    >>> no_rule("core/age-mismach", ["core/age-mismatch"])
    'there is no rule "core/age-mismach" - did you mean \\'core/age-mismatch\\'?'
    """
    meant = _meant(name, tuple(sorted(known)))
    return f'there is no rule "{name}"' + (f" - did you mean '{meant}'?" if meant else "")


@lru_cache(maxsize=1000)
def _meant(name: str, known: tuple[str, ...]) -> str | None:
    return nearest(name, known)
