"""What kind of text standard input holds."""

from __future__ import annotations

import json
import re

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_OBJECT = re.compile(r"\s*(?:\[\s*)?\{\s*[\"}]")


def ending_of(text: str) -> str:
    r"""The file ending that suits a text.

    >>> ending_of('{"text": "Kyiv said half had left."}\n{"text": "Moscow said all had."}')
    '.jsonl'
    >>> ending_of("Kyiv said half had left.")
    '.txt'
    """
    if _HTML.match(text):
        return ".html"
    if not _OBJECT.match(text):
        return ".txt"
    return ".jsonl" if _first_line_is_whole(text) else ".json"


def _first_line_is_whole(text: str) -> bool:
    first, _, rest = text.strip().partition("\n")
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and bool(rest.strip())
