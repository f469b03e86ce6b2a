"""Reading claims against quantulum3 reading quantities, on the same text in the same run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

LEAST_RATIO = 10


@pytest.mark.filterwarnings("ignore")
def test_claims_are_read_ten_times_as_fast_as_quantulum_reads_quantities(
    benchmark: Any,
    extract: Callable[[str], Sequence[Any]],
    seconds: Callable[..., float],
    sentences: tuple[str, ...],
) -> None:
    parser = pytest.importorskip(
        "quantulum3.parser",
        reason="needs `pip install quantulum3` to compare with",
        exc_type=ImportError,
    )
    text = " ".join(sentences)
    parser.parse(text)  # its first call loads its tables
    theirs = len(sentences) / seconds(lambda: parser.parse(text), rounds=3)
    ours = len(sentences) / seconds(lambda: extract(text), rounds=30)  # as long a while as theirs
    benchmark.extra_info |= {"sentences_per_second": round(ours), "quantulum3": round(theirs)}
    benchmark.pedantic(extract, args=(text,), rounds=5)
    assert ours / theirs >= LEAST_RATIO, f"{ours:.0f} against {theirs:.0f} sentences a second"
