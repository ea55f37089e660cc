"""Two who write to one SQLite file: the second waits."""

import threading

from sqlalchemy import text

from icpbot.adapters.store.engine import open_database
from icpbot.adapters.store.sources import SqlSources
from icpbot.adapters.store.words import Fts5Words


def test_full_text_is_removed_while_others_write(tmp_path):
    url = f"sqlite:///{tmp_path}/icpbot.db"
    ours, theirs = open_database(url), open_database(url)
    words, done = Fts5Words(ours), threading.Event()
    row = text("INSERT INTO passage_words (passage_id, source, scope, terms) VALUES ('p', 'x', 'y', 'z')")

    def write():
        while not done.is_set():
            with theirs.begin() as connection:
                connection.execute(row)
            SqlSources(theirs).sweep()

    writing = threading.Thread(target=write)
    writing.start()
    try:
        for _ in range(100):
            words.remove(["s1"])
    finally:
        done.set()
        writing.join(20)
        ours.dispose()
        theirs.dispose()
