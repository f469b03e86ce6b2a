"""What tests of every layer share: the shipped rules and lexicons, and hypothesis that never varies."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.engine.packs import load_rules
from claimcheck.lexicon.domain import Domain
from claimcheck.pipeline import Knowledge, knowledge_of

try:
    from hypothesis import HealthCheck, settings
except ModuleNotFoundError:
    pass
else:
    settings.register_profile(
        "stable",
        deadline=None,
        derandomize=True,
        database=None,
        max_examples=60,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    settings.load_profile("stable")

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden files anew from what the program says now."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the files in tests/golden")


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The shipped rules with their lexicons."""
    return knowledge_of(load_rules([], None))


@pytest.fixture(scope="session")
def domain(knowledge: Knowledge) -> Domain:
    """The shipped lexicons."""
    return knowledge.domain


@pytest.fixture(scope="session")
def kherson() -> Path:
    """The folder of the sample story."""
    return ROOT / "seeds" / "kherson"
