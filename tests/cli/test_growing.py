"""On a terminal an answer is seen growing; what reads our output sees the answer alone."""

import os
import subprocess
import sys

import pytest

SAID = {
    "Alpha": "two hours every day re-typing delivery notes",
    "A lie": "we love this product more than anything else",
    "Gamma": "Our biggest customer demanded electronic proof of delivery",
}
QUESTION = "What took two hours every day?"


@pytest.fixture
def model(icpbot, interview, llmock, tmp_path):
    """Settings with a model that quotes the one interview there is."""
    talk = tmp_path / "talk.txt"
    talk.write_text(interview, encoding="utf-8")
    assert icpbot("ingest", talk).code == 0
    claims = [
        {"text": f"{name}.", "citations": [{"passage_id": "p", "quote": words}]}
        for name, words in SAID.items()
    ]
    llmock.call_tool("ModelAnswer", {"claims": claims}, times=None)
    return {
        "ICPBOT_MODEL": "openai:gpt-test",
        "OPENAI_API_KEY": "not-a-key",
        "OPENAI_BASE_URL": llmock.base_url(),
    }


def on_a_terminal(home, env, *arguments):
    """What a terminal gets, with all that is painted over in the end."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "icpbot", *arguments]
    env = {**os.environ, "ICPBOT_HOME": str(home), "TERM": "xterm", "COLUMNS": "200", **env}
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, env=env
    ) as running:
        os.close(theirs)
        got = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not piece:
                break
            got += piece
        running.wait(60)
    os.close(ours)
    return got.decode()


def test_claims_come_one_by_one_on_a_terminal_and_the_answer_follows(icpbot, model):
    seen = on_a_terminal(icpbot.home, model, "ask", QUESTION)

    growing, _, last = seen.rpartition("Still writing")
    assert "Alpha." in growing
    assert "Gamma." in last
    assert "A lie" not in seen


def test_what_is_piped_is_the_answer_alone_and_nothing_is_streamed(icpbot, model, llmock):
    plain = icpbot("ask", QUESTION, env=model)
    [answer] = [icpbot("ask", QUESTION, "--json", env=model).json]

    assert "Still writing" not in plain.out
    assert plain.out.count("Gamma.") == 1
    assert [claim["text"] for claim in answer["claims"]] == ["Alpha.", "Gamma."]
    assert answer["claims"][0]["citations"][0]["translation"] is None
    assert not any(request.stream for request in llmock.requests)
