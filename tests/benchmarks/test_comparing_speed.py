"""Comparing the claims of one story grows with their number, not with the number of pairs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claimcheck.engine.packs import load_rules
from claimcheck.model import Document
from claimcheck.pipeline import claims_of, context_of, find, knowledge_of

FEW, MANY = 200, 2_000
CLAIMS_PER_REPORT = 10
MOST = 12


def a_story_of(claims: int) -> list[Document]:
    """Reports of one event with ten figures each, every figure another one."""
    return [
        Document(
            id=f"report-{report}",
            story="explosion",
            text="\n\n".join(
                f"The explosion in Brennstadt killed {17 + report * 10 + place} people on Monday, officials said."
                for place in range(CLAIMS_PER_REPORT)
            ),
            outlet=f"paper-{report}",
            published="2031-05-05",
        )
        for report in range(claims // CLAIMS_PER_REPORT)
    ]


def test_ten_times_the_claims_of_a_story_take_less_than_twelve_times_as_long(
    benchmark: Any, seconds: Callable[..., float]
) -> None:
    knowledge = knowledge_of(load_rules([], None))

    def comparing(claims: int) -> Callable[[], object]:
        documents = a_story_of(claims)
        read = claims_of(documents, knowledge)
        return lambda: find(knowledge.rules.rules, read, context_of(documents, knowledge))

    few, many = comparing(FEW), comparing(MANY)
    factor = seconds(many, rounds=2) / seconds(few, rounds=5)
    benchmark.extra_info["factor"] = round(factor, 2)
    benchmark.pedantic(many, rounds=1)
    assert factor < MOST
