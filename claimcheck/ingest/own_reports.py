"""Reports that claimcheck wrote, which are no documents even where they lie among them."""

from __future__ import annotations

import json
import re

_HTML = re.compile(r"<meta\s+name=[\"']?generator[\"']?\s+content=[\"']?claimcheck", re.IGNORECASE)
_HTML_REACH = 4_000
_SUMMARY = re.compile(
    r"\s*(?:# Discrepancy report\s+)?[\d,]+ reports?, [\d,]+ claims?:\s"
    r"(?:no findings|[\d,]+ (?:contradiction|tension|update|agreement)s?)\b"
)


def is_own_report(text: str, ending: str) -> bool:
    r"""Whether claimcheck wrote a text of this file ending, in whichever form.

    >>> is_own_report('{"schema": "claimcheck/report/1", "documents": []}', ".json")
    True
    >>> is_own_report("# Discrepancy report\n\n2 reports, 37 claims: 1 contradiction.", ".md")
    True
    >>> is_own_report("2 reports of shelling reached the ministry.", ".txt")
    False
    """
    if ending == ".json":
        return _is_json_report(text)
    if ending in (".html", ".htm"):
        return _HTML.search(text, 0, _HTML_REACH) is not None
    return _SUMMARY.match(text) is not None


def _is_json_report(text: str) -> bool:
    if '"claimcheck/report/' not in text:
        return False
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and str(value.get("schema")).startswith("claimcheck/report/")
