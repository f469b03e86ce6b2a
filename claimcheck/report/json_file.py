"""The report for other programs."""

from __future__ import annotations

import json

from claimcheck.contract import report_to_json
from claimcheck.model import Report


def render_json(report: Report) -> str:
    """The report as the contract writes it, ending with a line end."""
    return json.dumps(report_to_json(report), ensure_ascii=False, indent=1) + "\n"
