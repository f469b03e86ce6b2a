"""Plain text and Markdown, with or without a YAML front matter."""

from __future__ import annotations

import re

from claimcheck.errors import Problem
from claimcheck.ingest.draft import Draft, Misstated, read_stated
from claimcheck.resources import parse

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?=\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def read_plain_text(text: str, where: str) -> Draft:
    r"""The draft of a text file. The front matter stays in the text, so offsets point into the file.

    >>> draft = read_plain_text("---\noutlet: AFP\n---\nKyiv said half had left.", "a.txt")
    >>> draft.stated.outlet, draft.text[draft.front:]
    ('AFP', '\nKyiv said half had left.')
    """
    found = _FRONT.match(text)
    if found is None or not found["yaml"].strip():
        return Draft(where, text)
    parsed, problems = parse("\n" + found["yaml"], where)
    if problems or parsed is None:
        return Draft(where, text, front=found.end() if problems else 0, problems=_unused(problems))
    if not isinstance(parsed.data, dict):
        return Draft(where, text)
    stated = read_stated(parsed.data)
    if isinstance(stated, Misstated):
        problem = Problem(parsed.place((stated.key,)), f"{stated.key}: {stated.what}")
        return Draft(where, text, front=found.end(), problems=_unused([problem]))
    return Draft(where, text, stated, front=found.end())


def _unused(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(Problem(one.where, f"{one.what} (the front matter is not used)") for one in problems)
