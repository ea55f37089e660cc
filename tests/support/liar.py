"""A language model that lies: an OpenAI-compatible server on loopback that mixes truth and invention."""

import json
import random
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Liar:
    """Answers every tool call with claims made of what it was shown, twisted in every way it knows."""

    def __init__(self, seed=0, *, troubled=0.0):
        """`troubled`: the share of replies that are no reply: refused, cut off, garbled or late."""
        self.random = random.Random(seed)
        self.troubled = troubled
        self.prompts = []
        self.invented = []
        liar = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                answer, status = json.dumps(liar.completion(body)).encode(), 200
                if liar.random.random() < liar.troubled:
                    answer, status = liar.trouble(answer)
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(5)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}/v1"

    def completion(self, body):
        prompt = body["messages"][-1]["content"]
        self.prompts.append(prompt)
        name = body["tools"][0]["function"]["name"]
        arguments = self.insights(prompt) if name == "FoundInsights" else self.claims(prompt)
        call = {
            "id": "c1",
            "type": "function",
            "function": {"name": name, "arguments": json.dumps(arguments)},
        }
        message = {"role": "assistant", "content": None, "tool_calls": [call]}
        return {
            "id": "x", "object": "chat.completion", "created": 0, "model": body["model"],
            "choices": [{"index": 0, "message": message, "finish_reason": "tool_calls"}],
            "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
        }  # fmt: skip

    def trouble(self, answer):
        """The reply as it arrives on a bad day."""
        kind = self.random.choice(["refused", "busy", "cut off", "garbled", "prose", "late"])
        if kind == "refused":
            return b'{"error": {"message": "no"}}', 500
        if kind == "busy":
            return b'{"error": {"message": "slow down"}}', 429
        if kind == "cut off":
            return answer[: len(answer) // 2], 200
        if kind == "garbled":
            return answer.replace(b"claims", b"clowns").replace(b"insights", b"outsights"), 200
        if kind == "prose":
            return answer.replace(b"tool_calls", b"tool_balls"), 200
        time.sleep(0.05)
        return answer, 200

    def shown(self, prompt):
        """(passage id, a sentence of it) for everything in the data block."""
        blocks = re.split(r"\n\n(?=\[p)", prompt.split("<<<DATA", 1)[1])
        found = []
        for block in blocks:
            match = re.search(r"\[(p\w+)\]", block)
            words = [w for w in re.split(r"(?<=[.?!。])\s|\n", block)[1:] if len(w) > 25]
            found += [(match.group(1), re.sub(r"^[^:\n]{2,30}: ", "", w)) for w in words if match]
        return found or [("p000000000000", "nothing at all was shown to me today")]

    def twisted(self, prompt):
        passage, sentence = self.random.choice(self.shown(prompt))
        kind = self.random.choice(["true", "invented", "number", "wrong-place", "swapped"])
        if kind == "true":
            return passage, sentence
        if kind == "wrong-place":
            return "p123456789abc", sentence
        words = sentence.split()
        if kind == "number":
            quote = " ".join([*words[: len(words) // 2], "47", "percent", *words[len(words) // 2 :]])
        elif kind == "swapped":
            quote = " ".join(reversed(words))
        else:
            quote = f"we love this product {self.random.randint(100, 999)} times more than anything else"
        self.invented.append(quote)
        return passage, quote

    def claims(self, prompt):
        claims = []
        for _ in range(5):
            passage, quote = self.twisted(prompt)
            text = self.random.choice(
                ["They say so. Exactly 93 % of them agree.", "They suffer from it.", quote]
            )
            claims.append({"text": text, "citations": [{"passage_id": passage, "quote": quote}]})
        return {"claims": claims}

    def insights(self, prompt):
        found = []
        for _ in range(6):
            passage, quote = self.twisted(prompt)
            found.append({"kind": "pain", "text": "It hurts.", "passage_id": passage, "quote": quote})
        return {"insights": found}
