"""Where results go: a file that is replaced in one step, or standard output."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from pathlib import Path

from claimcheck.errors import UsageError

STANDARD_OUTPUT = "-"
NOT_WRITTEN_HERE = ("docx", "odt", "parquet", "pdf", "xlsx")
FORMAT_OF_ENDING = {"txt": "text", "md": "markdown", "htm": "html"}


def choose_format(stated: str | None, output: Path | None, known: tuple[str, ...], default: str) -> str:
    """The format asked for, else the one of the output file's ending, else the default.

    >>> choose_format(None, Path("report.md"), ("text", "markdown"), "text")
    'markdown'
    """
    if stated is not None:
        if stated not in known:
            raise UsageError(f"--format {stated}: not known here; use one of {', '.join(known)}")
        return stated
    ending = output.suffix[1:].lower() if output is not None else ""
    wanted = FORMAT_OF_ENDING.get(ending, ending)
    if wanted in known:
        return wanted
    if wanted in NOT_WRITTEN_HERE:
        raise UsageError(
            f"{output}: no format here is .{ending}; use --format with one of {', '.join(known)}"
        )
    return default


def check_writable(path: Path) -> None:
    """Raises UsageError for a file that can surely not be written, before any work is done."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise UsageError(f"{path}: the folder {folder} does not exist; make it first")
    if path.is_dir():
        raise UsageError(f"{path}: is a folder; name a file")
    if not os.access(folder, os.W_OK) and not _is_device(path):
        raise UsageError(f"{path}: cannot be written: no permission in {folder}")


def write_output(path: Path | None, text: str) -> None:
    """Writes to a file, or to standard output where there is none."""
    if path is None:
        _write_standard_output(text)
    else:
        replace_file(path, text)


def replace_file(path: Path, text: str) -> None:
    """Writes a file so that a reader sees the old or the new content, never a part.

    Devices and pipes are written as they are, and a link stays a link.
    """
    check_writable(path)
    content = encoded(text)
    try:
        if _is_device(path):
            path.write_bytes(content)
        else:
            _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error


def encoded(text: str) -> bytes:
    r"""UTF-8 on every machine; what is left of an undecodable file name is written as `\udcff`."""
    return text.encode("utf-8", errors="backslashreplace")


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".claimcheck.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else those of any new file."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    current = os.umask(0)
    os.umask(current)
    return 0o666 & ~current


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _write_standard_output(text: str) -> None:
    """UTF-8 into files and pipes, the terminal's own encoding on a terminal; a closed pipe is no fault."""
    if sys.stdout is None:
        raise UsageError("standard output is closed; name a file with -o")
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    content = encoded(text) if encoding.lower() == "utf-8" else text.encode(encoding, errors="replace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _discard_standard_output()
    except OSError as error:
        _discard_standard_output()
        raise UsageError(f"standard output: cannot be written: {error.strerror or error}") from error


def _discard_standard_output() -> None:
    """Sends what is still to be flushed nowhere, so that Python's own last flush cannot fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
