"""Several processes and one home: what runs beside a running one, and what must wait."""

import subprocess
import sys

import pytest

HOLD = """
import sys, time
from pathlib import Path
from icpbot.bootstrap import Parts
from icpbot.settings import load
parts = Parts(load(Path(sys.argv[1])))
parts.vectors.count()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(icpbot):
    """Another process that has the index open."""
    icpbot("sources")
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(icpbot.home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline().strip() == "held"
    yield process
    process.stdin.close()
    process.wait(20)
    process.stdout.close()


def test_the_index_in_use_is_said_with_status_three(icpbot, holder):
    ran = icpbot("search", "anything")

    assert ran.code == 3
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", [("requests",), ("profile", "list"), ("sources",), ("insights",)])
def test_commands_that_need_no_vectors_run_beside_a_server(icpbot, holder, command):
    assert icpbot(*command).code == 0
