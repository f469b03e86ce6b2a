"""The index of rules leaves out no rule that would say something."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.align.blocking import blocks
from claimcheck.engine.rule_index import RuleIndex
from claimcheck.engine.run import judge
from claimcheck.ingest import read_documents
from claimcheck.pipeline import Knowledge, claims_of, context_of

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.mark.parametrize("story", sorted(path.name for path in SEEDS.iterdir() if path.is_dir()))
def test_every_rule_that_says_something_on_a_pair_is_found(knowledge: Knowledge, story: str) -> None:
    documents = read_documents([str(SEEDS / story)]).documents
    claims = claims_of(documents, knowledge)
    context = context_of(documents, knowledge)
    index = RuleIndex(knowledge.rules.rules)
    for block in blocks(claims, knowledge.domain):
        for left, right in block.pairs():
            found = [rule.id for family in index.families(left, right) for rule in family]
            said = [
                rule.id
                for rule in knowledge.rules.rules
                if judge(rule, left, right, context).relation is not None
            ]
            assert set(said) <= set(found)
            assert len(found) == len(set(found))
