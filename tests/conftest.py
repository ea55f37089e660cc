"""What every test may use: a desk on its own embedded store, the sample research, a fixed clock."""

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("calm", deadline=None, database=None)  # a slow machine is no failure
settings.load_profile("calm")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
for name in [
    n for n in os.environ if n.startswith(("ICPBOT_", "SLACK_", "OPENAI_")) and n != "ICPBOT_BENCH_DATA"
]:
    del os.environ[name]  # a developer's own settings are no part of a test

from icpbot.bootstrap import Parts
from icpbot.domain.sources import local_reader
from icpbot.settings import Settings
from icpbot.usecases.ingest import Upload, ingest

ROOT = Path(__file__).parents[1]
SHORTEST = """
name: Mid-market logistics
criteria:
  - {attribute: industry, ideal: [Logistics], ok: [Retail], avoid: [Gambling], weight: 3, deal_breaker: true}
  - {attribute: employees, ideal: {min: 50, max: 500}, ok: {min: 20, max: 1000}, weight: 2}
  - {attribute: country, ideal: [PL, CZ], weight: 1}
  - {attribute: board_access, ideal: true, weight: 2}
  - {attribute: brand_count, ignored: true}
thresholds: {ideal_at: 75, ok_at: 45}
"""

SAMPLE = ROOT / "knowledge" / "sample"


@pytest.fixture(scope="session")
def shortest_profile():
    """The shortest profile that the contract prints, as YAML."""
    return SHORTEST


@pytest.fixture(scope="session")
def encoder():
    """One encoder for the whole run: its weights take a while to load."""
    from icpbot.adapters.embeddings.likeness import Remembering
    from icpbot.adapters.embeddings.local import LocalEmbeddings

    bridges = ROOT / "knowledge" / "bridges"
    return Remembering(LocalEmbeddings.name, lambda: LocalEmbeddings(bridges), keep=100_000)


@pytest.fixture(scope="session")
def label_cache(tmp_path_factory):
    """Trained labels are the same for every test."""
    return tmp_path_factory.mktemp("labels")


@pytest.fixture
def make_desk(tmp_path, encoder, label_cache):
    """A desk on a fresh home; the parts beneath it are real."""
    made = []

    def make(home=None, **settings):
        folder = home or tmp_path / "home"
        folder.mkdir(parents=True, exist_ok=True)
        cache = folder / "cache"
        if not cache.exists():
            cache.symlink_to(label_cache)
        parts = Parts(Settings(ICPBOT_HOME=folder, **settings))
        parts.__dict__["encoder"] = encoder
        made.append(parts)
        return parts.desk

    yield make
    for parts in made:
        parts.close()


@pytest.fixture
def desk(make_desk):
    return make_desk()


@pytest.fixture
def reader(desk):
    return local_reader(desk.workspace)


@pytest.fixture
def add(desk):
    """Take in a text as if it had been uploaded."""

    def take_in(text, name="talk.txt", **about):
        data = text if isinstance(text, bytes) else text.encode()
        return ingest(Upload(path=name, data=data, **about), desk=desk)

    return take_in


@dataclass
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def icpbot(tmp_path, label_cache, monkeypatch, capsys):
    """Run the command line as a person does; in this process, since starting one takes a second."""
    from icpbot.__main__ import run

    home = tmp_path / "home"
    home.mkdir()
    (home / "cache").symlink_to(label_cache)

    def call(*arguments, env=None, stdin=None):
        with monkeypatch.context() as patch:
            patch.setenv("ICPBOT_HOME", str(home))
            patch.setenv("COLUMNS", "200")
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            if stdin is not None:
                patch.setattr("sys.stdin", io.StringIO(stdin))
            capsys.readouterr()
            code = run([str(argument) for argument in arguments])
        done = capsys.readouterr()
        return Ran(code, done.out, done.err)

    call.home = home
    return call


@pytest.fixture
def process(icpbot):
    """The same in a process of its own."""

    def call(*arguments, env=None, timeout=60):
        done = subprocess.run(
            [sys.executable, "-m", "icpbot", *map(str, arguments)],
            capture_output=True, text=True, timeout=timeout, check=False,
            env={**os.environ, "ICPBOT_HOME": str(icpbot.home), **(env or {})},
        )  # fmt: skip
        return Ran(done.returncode, done.stdout, done.stderr)

    return call


INTERVIEW = """Account: Kolos Logistik
Date: 2026-03-12

Rada: What was the hardest part of your day before?
Jana: We spent two hours every day re-typing delivery notes into the system, line by line.
Rada: And what made you start looking for something else?
Jana: Our biggest customer demanded electronic proof of delivery from January, otherwise no contract.
Rada: Who signed in the end?
Jana: Only the chief financial officer signs anything over two hundred thousand crowns.
"""


@pytest.fixture
def interview():
    return INTERVIEW


@pytest.fixture
def with_model():
    """The same desk with a model in it."""
    return lambda desk, model: replace(desk, model=model)
