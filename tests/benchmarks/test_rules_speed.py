"""Matching grows with the text and not with the number of rules; loading the shipped packs is quick."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from claimcheck.engine.packs import load_rules
from claimcheck.engine.rule_files import Rule
from claimcheck.engine.rule_index import RuleIndex
from claimcheck.ingest import read_documents
from claimcheck.pipeline import claims_of, context_of, find, knowledge_of

ROOT = Path(__file__).resolve().parents[2]
FEW, MANY = 10, 1_000
MOST = 2.0
LOADING_SECONDS = 0.15
RUNS = 9
CHECKS = (
    "{{type: zero_vs_evidence, zero: [measure_{n}], evidence: evidence_{n}, pair: {{same: [event]}}}}",
    "{{type: opposition, axis: axis_{n}, pair: {{same: [event]}}}}",
    "{{type: alternatives, axis: question_{n}, pair: {{same: [event]}}}}",
)
RULE = """\
- id: rule-{n}
  title: Rule {n}
  maturity: test
  severity: low
  check: {check}
  explain: A finding.
  tests: [{{name: x, texts: {{A: Nothing happened.}}, expect: none}}]
"""
LOADING = """
from time import process_time
import claimcheck.pipeline as pipeline
from claimcheck.engine.packs import load_rules
start = process_time()
pipeline.knowledge_of(load_rules([], None))
print(process_time() - start)
"""


def rules_of_other_fields(folder: Path, wanted: int) -> tuple[Rule, ...]:
    """So many rules of fields that no report speaks of."""
    pack = folder / "fields"
    pack.mkdir()
    (pack / "pack.yml").write_text("name: fields\nversion: 1.0.0\nuses: [core]\n", encoding="utf-8")
    rules = "".join(
        RULE.format(n=number, check=CHECKS[number % len(CHECKS)].format(n=number)) for number in range(wanted)
    )
    (pack / "rules.yml").write_text(f"language: 1\nrules:\n{rules}", encoding="utf-8")
    loaded = load_rules([pack], None)
    assert loaded.problems == ()
    return tuple(rule for rule in loaded.rules if rule.pack == "fields")


def test_a_thousand_rules_cost_less_than_twice_what_ten_cost(
    tmp_path: Path, benchmark: Any, seconds: Callable[..., float]
) -> None:
    documents = read_documents([str(ROOT / "seeds")]).documents
    knowledge = knowledge_of(load_rules([], None))
    claims = claims_of(documents, knowledge)
    context = context_of(documents, knowledge)
    own = [rule for rule in knowledge.rules.rules if rule.pack == "core"][:FEW]
    others = rules_of_other_fields(tmp_path, MANY - FEW)
    ten, thousand = RuleIndex(own), RuleIndex([*own, *others])
    few, many = (lambda: find(ten, claims, context)), (lambda: find(thousand, claims, context))
    assert many() == few()
    factor = seconds(many, rounds=7) / seconds(few, rounds=7)
    benchmark.extra_info["factor"] = round(factor, 2)
    benchmark.pedantic(many, rounds=1)
    assert factor < MOST


def test_loading_all_shipped_packs_takes_less_than_150_milliseconds(benchmark: Any) -> None:
    def load() -> float:
        done = subprocess.run(
            [sys.executable, "-c", LOADING], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
        )
        return float(done.stdout)

    benchmark.pedantic(load, rounds=1, warmup_rounds=1)
    taken = median(load() for _ in range(RUNS))
    benchmark.extra_info["seconds"] = round(taken, 3)
    assert taken < LOADING_SECONDS
