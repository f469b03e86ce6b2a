"""Skips the laws where hypothesis is not installed."""

from __future__ import annotations

import pytest

pytest.importorskip("hypothesis")
