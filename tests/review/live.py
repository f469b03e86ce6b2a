"""The page behind a real web server, and the browser that opens it."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Set where a missing browser is a failure: .ci/run installs one.
MUST = "CLAIMCHECK_TEST_BROWSER"


def needs_chromium() -> None:
    """Skips a test where there is no browser, unless one must be there."""
    if CHROMIUM is not None:
        return
    if os.environ.get(MUST):
        pytest.fail("no chromium: apt-get install chromium")
    pytest.skip("no chromium on this machine")


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """The address of the application behind uvicorn on a free port of this computer."""
    import uvicorn

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_level="warning", ws="none", lifespan="off", server_header=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        deadline = time.monotonic() + 20
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()
