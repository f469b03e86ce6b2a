"""The command line. Each command imports what it needs when it runs, so that --help stays fast."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from contextlib import suppress
from types import FrameType
from typing import Annotated, NoReturn

import typer

from claimcheck import __version__
from claimcheck.cli.decisions_commands import decisions_app
from claimcheck.cli.options import Config, Format, Inputs, Output, Quiet, RuleFolders, Verbose
from claimcheck.cli.review_commands import review_app
from claimcheck.cli.rules_commands import rules_app
from claimcheck.cli.session import Session, printable
from claimcheck.errors import ClaimcheckError

app = typer.Typer(
    name="claimcheck",
    help="Shows where reports of the same event contradict each other.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(rules_app, name="rules")
app.add_typer(review_app, name="review")
app.add_typer(decisions_app, name="decisions")

Strict = Annotated[bool, typer.Option("--strict", help="End with 2 when a document could not be read.")]
ReportFile = Annotated[str, typer.Argument(metavar="REPORT.json", help="Of “check -o”; - is standard input.")]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on", help="End with 1 when there is a contradiction, tension or unreviewed finding."
    ),
]
KeptIn = Annotated[
    str | None,
    typer.Option(
        "--case", metavar="FILE.db", help="Keep the run for review, here or at a postgresql:// URL."
    ),
]
Names = Annotated[bool, typer.Option("--names", help="Say in the report who decided.")]


def _version(value: bool) -> None:
    if value:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Shows where reports of the same event contradict each other."""


@app.command()
def check(
    inputs: Inputs,
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    fail_on: FailOn = None,
    strict: Strict = False,
    case: KeptIn = None,
    names: Names = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Checks documents against each other and writes the discrepancy report."""
    from claimcheck.cli.check import run_check

    run_check(
        Session(output, tuple(rules or ()), config, quiet, verbose),
        inputs,
        format_,
        fail_on or [],
        strict=strict,
        case=case,
        names=names,
    )


@app.command()
def extract(
    inputs: Inputs,
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Lists the claims of documents: a table, or one claim a line with --format jsonl."""
    from claimcheck.cli.extract import run_extract

    run_extract(Session(output, tuple(rules or ()), config, quiet, verbose), inputs, format_, strict=strict)


@app.command()
def pairs(
    file: Annotated[
        str, typer.Argument(metavar="FILE.jsonl", help='Lines {"id", "a", "b"}; - is standard input.')
    ],
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Says for each line how passage b stands to passage a."""
    from claimcheck.cli.pairs import run_pairs

    run_pairs(Session(output, tuple(rules or ()), config, quiet, verbose), file, format_, strict=strict)


@app.command()
def explain(
    words: Annotated[
        list[str],
        typer.Argument(metavar="REPORT.json FINDING", help="A report (- is standard input); a finding's id."),
    ],
    why_not: Annotated[
        str | None,
        typer.Option(metavar="RULE", help="Instead: why this rule kept silent on two claims, CLAIM CLAIM."),
    ] = None,
    case: Annotated[
        str | None, typer.Option("--case", metavar="FILE.db", help="A case in place of the report.")
    ] = None,
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Shows every step from the words to a finding, or why a rule did not fire."""
    from claimcheck.cli.explain import run_explain

    session = Session(output, tuple(rules or ()), config, quiet, verbose)
    run_explain(session, words, why_not, format_, case)


@app.command()
def verify(
    file: ReportFile,
    format_: Format = None,
    output: Output = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Tells whether all quotes, offsets and hashes of a report still hold."""
    from claimcheck.cli.audit import run_verify

    run_verify(Session(output, quiet=quiet, verbose=verbose), file, format_)


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD.json", help="The earlier report; - is standard input.")],
    new: Annotated[str, typer.Argument(metavar="NEW.json", help="The later report; - is standard input.")],
    format_: Format = None,
    output: Output = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Tells which findings and claims are new, gone or changed between two reports."""
    from claimcheck.cli.audit import run_diff

    run_diff(Session(output, quiet=quiet, verbose=verbose), old, new, format_)


@app.command()
def schema(
    name: Annotated[
        str,
        typer.Argument(help="report, claim, document, pack, rules, lexicon, tests or project."),
    ],
    format_: Format = None,
    output: Output = None,
) -> None:
    """Writes the JSON Schema of a file format; as markdown, a table of all keys (“files”: of all files)."""
    from claimcheck.cli.schema import run_schema

    run_schema(Session(output), name, format_)


def run() -> None:
    """Runs the command line; every failure is one message, never a traceback without --verbose."""
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(signal_number) is not signal.SIG_IGN:
            signal.signal(signal_number, _stopped)
    try:
        app()
    except ClaimcheckError as error:
        _fail(str(error))
    except OSError as error:
        _fail(f"{f'{error.filename}: ' if error.filename else ''}{error.strerror or error}")
    except Exception as error:
        if {"--verbose", "-v"} & set(sys.argv):
            traceback.print_exc()
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        _fail(f"a fault in claimcheck itself ({reason}); --verbose shows where, please report it")


def _fail(message: str) -> NoReturn:
    typer.echo(f"claimcheck: {printable(message)}", err=True)
    sys.exit(2)


def _stopped(signal_number: int, frame: FrameType | None) -> NoReturn:
    """Ends as a shell expects of a stopped program: 130 for Ctrl-C, 143 for kill."""
    with suppress(OSError):
        os.write(2, b"claimcheck: stopped\n")
    raise SystemExit(128 + signal_number)
