"""An OpenAI-compatible model on loopback that takes a while for true quotes: `python slow_model.py PORT SECONDS`.

A reply that is streamed comes evenly over that while, any other one at its end.
"""

import json
import re
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
from liar import events

PASSAGE = re.compile(r"\[(p\w{12})\]")
QUOTE = re.compile(r"^\[(q\d+)\]", re.MULTILINE)
USAGE = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}


def reply(body: dict[str, Any]) -> dict[str, Any]:
    """A claim for each of the first three passages shown, or a sentence where no form is asked for."""
    message: dict[str, Any] = {"role": "assistant", "content": "They lose hours to it."}
    if body.get("tools"):
        arguments = json.dumps(_filled(body["messages"][-1]["content"], body["tools"][0]["function"]["name"]))
        call = {"name": body["tools"][0]["function"]["name"], "arguments": arguments}
        message = {"role": "assistant", "content": None,
                   "tool_calls": [{"id": "c1", "type": "function", "function": call}]}  # fmt: skip
    choice = {"index": 0, "message": message, "finish_reason": "tool_calls" if body.get("tools") else "stop"}
    return {"id": "x", "object": "chat.completion", "created": 0, "model": body["model"], "choices": [choice],
            "usage": USAGE}  # fmt: skip


def _filled(prompt: str, form: str) -> dict[str, Any]:
    if form == "FoundInsights":
        return {"insights": []}
    if form == "MeantReading":
        return {"reading": "ask"}
    if form == "Translations":
        return {
            "quotes": [
                {"id": key, "text": "They lose hours to it every day."} for key in QUOTE.findall(prompt)
            ]
        }
    parts = PASSAGE.split(prompt)[1:]
    shown = list(zip(parts[::2], parts[1::2], strict=True))[:3]
    claims = [
        {"text": "They say so.", "citations": [{"passage_id": passage, "quote": _sentence(text)}]}
        for passage, text in shown
    ]
    return {"claims": claims}


def _sentence(text: str) -> str:
    said = [one for one in re.split(r"(?<=[.?!。])\s|\n", text) if len(one) > 25]
    return re.sub(r"^[^:\n]{2,30}: ", "", said[0]) if said else text.strip()[:80]


def serve(port: int, seconds: float) -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = json.dumps(reply(body)).encode()
            if body.get("stream"):
                self.stream(list(events(answer)))
                return
            time.sleep(seconds)
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def stream(self, pieces: list[bytes]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            begun = time.monotonic()
            for number, piece in enumerate(pieces, 1):
                time.sleep(max(0.0, begun + seconds * number / len(pieces) - time.monotonic()))
                self.wfile.write(b"data: " + piece + b"\n\n")

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    print("ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    serve(int(sys.argv[1]), float(sys.argv[2]))
