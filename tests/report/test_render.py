"""Which formats there are, and what holds for all of them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from report.withdrawal import MANNERS, NUMBERS, SAME, hostile, report

from claimcheck.contract import report_from_json
from claimcheck.errors import UsageError
from claimcheck.report import FORMATS, format_for, render


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_report_gives_the_same_bytes(form: str) -> None:
    assert render(report(), form) == render(report(), form)


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "json"])
def test_the_order_of_the_findings_in_the_model_does_not_matter(form: str) -> None:
    shuffled = render(report(NUMBERS, SAME, MANNERS), form)
    assert shuffled == render(report(SAME, MANNERS, NUMBERS), form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_without_anything_in_it_is_written_too(form: str) -> None:
    empty = replace(report(), documents=(), claims=(), findings=(), not_checked=(), problems=(), packs=())
    assert render(empty, form).endswith("\n")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_with_a_line_end_and_has_no_carriage_return(form: str) -> None:
    written = render(report(), form)
    assert written.endswith("\n")
    assert "\r" not in written


def test_json_reads_back_as_the_same_report() -> None:
    assert report_from_json(render(report(), "json"), "report.json") == report()


@pytest.mark.parametrize(
    ("filename", "form"),
    [
        ("a.txt", "text"),
        ("out/a.MD", "markdown"),
        ("a.html", "html"),
        ("a.htm", "html"),
        ("a.json", "json"),
        ("a.csv", "csv"),
        ("a.odt", None),
        ("json", None),
    ],
)
def test_the_ending_of_a_file_tells_the_format(filename: str, form: str | None) -> None:
    assert format_for(filename) == form


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="unknown format “odt”; choose one of text, markdown"):
        render(report(), "odt")


def test_jinja_is_loaded_for_html_alone() -> None:
    program = (
        "import sys; from claimcheck.model import Report; from claimcheck.report import FORMATS, render\n"
        "empty = Report('1', (), (), (), (), (), ())\n"
        "for name in FORMATS:\n"
        "    if name != 'html': render(empty, name)\n"
        "assert 'jinja2' not in sys.modules\n"
        "render(empty, 'html')\n"
        "assert 'jinja2' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_claim_that_the_report_lacks_stops_no_rendering() -> None:
    for form in FORMATS:
        assert render(hostile(), form)
