"""The commands under `claimcheck decisions`. Each imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import Config, Format, Output, Quiet
from claimcheck.cli.session import Session

decisions_app = typer.Typer(
    help="Lists, adds, exports, merges and verifies the decisions of a case.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

CaseName = Annotated[
    str, typer.Argument(metavar="CASE.db", help="Of “check --case”; or a postgresql:// URL.")
]
FindingName = Annotated[str, typer.Argument(metavar="FINDING", help="The id of a finding, or its beginning.")]
By = Annotated[str, typer.Option("--reviewer", envvar="CLAIMCHECK_REVIEWER", help="Whose answer it is.")]


@decisions_app.command("list")
def decisions_list(
    case: CaseName,
    state: Annotated[
        str | None,
        typer.Option(help="Only: unreviewed, changed, waiting, disputed, reviewed, or new, …, absent."),
    ] = None,
    format_: Format = None,
    output: Output = None,
    config: Config = None,
    quiet: Quiet = False,
) -> None:
    """Lists every finding of a case with what stands on it, those no longer found last."""
    from claimcheck.cli.decisions import run_list

    run_list(Session(output, (), config, quiet), case, state, format_)


@decisions_app.command("add")
def decisions_add(
    case: CaseName,
    finding: FindingName,
    verdict: Annotated[str, typer.Argument(help="confirmed, explained, not_a_conflict or unsure.")],
    reviewer: By,
    reason: Annotated[str | None, typer.Option(help="A code: different_scope, extraction_error, …")] = None,
    note: Annotated[str | None, typer.Option(help="Words of your own.")] = None,
    final: Annotated[bool, typer.Option("--final", help="Settle what two reviewers differ on.")] = False,
    config: Config = None,
    quiet: Quiet = False,
) -> None:
    """Records an answer to a finding; earlier ones stay on record."""
    from claimcheck.cli.decisions import run_add

    run_add(Session(None, (), config, quiet), case, finding, verdict, reviewer, reason, note, final=final)


@decisions_app.command("undo")
def decisions_undo(
    case: CaseName, finding: FindingName, reviewer: By, config: Config = None, quiet: Quiet = False
) -> None:
    """Takes back your last answer to a finding, by a row that says so."""
    from claimcheck.cli.decisions import run_undo

    run_undo(Session(None, (), config, quiet), case, finding, reviewer)


@decisions_app.command("export")
def decisions_export(case: CaseName, output: Output = None, quiet: Quiet = False) -> None:
    """Writes the record as JSON Lines for git, from which a case can be rebuilt."""
    from claimcheck.cli.decisions import run_export

    run_export(Session(output, quiet=quiet), case)


@decisions_app.command("import")
def decisions_import(
    case: CaseName,
    files: Annotated[list[Path], typer.Argument(metavar="FILE.jsonl...", help="Of “decisions export”.")],
    format_: Format = None,
    output: Output = None,
    config: Config = None,
    quiet: Quiet = False,
) -> None:
    """Merges exported records into a case, and names the findings on which the answers differ."""
    from claimcheck.cli.decisions import run_import

    run_import(Session(output, (), config, quiet), case, files, format_)


@decisions_app.command("verify")
def decisions_verify(
    case: CaseName,
    head: Annotated[
        str | None, typer.Option(help="A hash that an earlier “verify” named: it must still be there.")
    ] = None,
    format_: Format = None,
    output: Output = None,
    config: Config = None,
    quiet: Quiet = False,
) -> None:
    """Walks the hash chain of a case; ends with 1 where anything does not hold."""
    from claimcheck.cli.decisions import run_verify

    run_verify(Session(output, (), config, quiet), case, head, format_)
