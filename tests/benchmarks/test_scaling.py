"""The time to read a text grows with its length, not with its square."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

TIMES = 10
MOST = 13


def test_ten_times_the_text_takes_less_than_thirteen_times_as_long(
    benchmark: Any,
    extract: Callable[[str], Sequence[Any]],
    seconds: Callable[..., float],
    sentences: tuple[str, ...],
) -> None:
    # Paragraphs as in a long report; five times the forty sentences, so that the short run can be measured.
    short = "\n\n".join([" ".join(sentences)] * 5)
    long = "\n\n".join([short] * TIMES)
    factor = seconds(lambda: extract(long), rounds=3) / seconds(lambda: extract(short), rounds=7)
    benchmark.extra_info["factor"] = round(factor, 2)
    benchmark.pedantic(extract, args=(long,), rounds=1)
    assert factor < MOST
