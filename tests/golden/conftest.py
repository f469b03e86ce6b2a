"""What the golden tests share."""

from __future__ import annotations

import pytest


@pytest.fixture
def update_golden(pytestconfig: pytest.Config) -> bool:
    """Whether the golden files are to be rewritten: `pytest --update-golden`."""
    return bool(pytestconfig.getoption("--update-golden"))
