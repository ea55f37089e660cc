"""A language model that lies: an OpenAI-compatible server on loopback that mixes truth and invention."""

import json
import random
import re
import time

from loopback import Answering, answering


class Liar:
    """Answers every tool call with claims made of what it was shown, twisted in every way it knows."""

    def __init__(self, seed=0, *, troubled=0.0):
        """`troubled`: the share of replies that are no reply: refused, cut off, garbled or late."""
        self.random = random.Random(seed)
        self.troubled = troubled
        self.prompts = []
        self.invented = []
        liar = self

        class Handler(Answering):
            def post(self):
                body = self.asked()
                answer, status = json.dumps(liar.completion(body)).encode(), 200
                if liar.random.random() < liar.troubled:
                    answer, status = liar.trouble(answer)
                if body.get("stream") and status == 200:
                    self.stream(answer)
                else:
                    self.say(answer, status)

            def stream(self, answer):
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                said = list(events(answer))
                for event in said[: liar.breaks_off(len(said))]:
                    liar.before(event)
                    self.wfile.write(b"data: " + event + b"\n\n")

        self._serving = answering(Handler)

    def __enter__(self):
        self.server = self._serving.__enter__()
        self.url = f"{self.server.url}/v1"
        return self

    def __exit__(self, *_):
        self._serving.__exit__(None, None, None)

    def completion(self, body):
        prompt = body["messages"][-1]["content"]
        self.prompts.append(prompt)
        name = body["tools"][0]["function"]["name"]
        says = {
            "FoundInsights": self.insights, "Translations": self.translations, "ModelPlaybook": self.lines,
        }.get(name, self.claims)  # fmt: skip
        arguments = says(prompt)
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

    def breaks_off(self, count):
        """How many pieces of a streamed reply arrive."""
        return self.random.randrange(count) if self.random.random() < self.troubled else count

    def before(self, event):
        """Just before a piece of a streamed reply is sent."""

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
            text = self.random.choice([LIE, "They suffer from it.", quote])
            claims.append({"text": text, "citations": [{"passage_id": passage, "quote": quote}]})
        return {"claims": claims}

    def lines(self, prompt):
        """Lines of a playbook for the items that are asked for and one that is not, some in quotation marks."""
        pieces = [*re.findall(r"^- (\w+): ", prompt, re.MULTILINE), "poem"]
        marks = ["“{}”", "„{}”", "«{}»", "「{}」", "{}"]
        return {"lines": [
            {**claim, "piece": self.random.choice(pieces),
             "text": self.random.choice(marks).format(claim["text"])}
            for claim in self.claims(prompt)["claims"]
        ]}  # fmt: skip

    def insights(self, prompt):
        found = []
        for _ in range(6):
            passage, quote = self.twisted(prompt)
            found.append({"kind": "pain", "text": "It hurts.", "passage_id": passage, "quote": quote})
        return {"insights": found}

    def translations(self, prompt):
        """What each quote means, or says that it does, under the right id or another."""
        ids = re.findall(r"^\[(q\d+)\]", prompt, re.MULTILINE)
        texts = [self.translation() for _ in ids]
        kind = self.random.choice(["true", "true", "one too many", "other ids", "one for all"])
        if kind == "one too many":
            ids, texts = [*ids, "q99"], [*texts, "They say so."]
        ids = {"other ids": [f"x{n}" for n in ids], "one for all": ids[:1] * len(ids)}.get(kind, ids)
        return {"quotes": [{"id": key, "text": text} for key, text in zip(ids, texts, strict=True)]}

    def translation(self):
        return self.random.choice(
            [*MEANINGS, "Exactly 93 % of them agree.", "Love it! https://evil.test/now"]
        )


LIE = "They say so. Exactly 93 % of them agree. Ninety-three of them do."
MEANINGS = ["That takes them much time every single day.", "To zabiera im codziennie bardzo dużo czasu."]
PIECE = 15


def events(answer):
    """A reply as a service streams it, piece by piece; one that is no reply as it comes."""
    try:
        whole = json.loads(answer)
        message = whole["choices"][0]["message"]
        call = message["tool_calls"][0]
    except (ValueError, KeyError):
        yield from (answer[at : at + 200] for at in range(0, len(answer) // 2, 200))
        return
    arguments = call["function"]["arguments"]
    pieces = [arguments[at : at + PIECE] for at in range(0, len(arguments), PIECE)]
    told = [{"index": 0, **call, "function": {**call["function"], "arguments": ""}}]
    told += [{"index": 0, "function": {"arguments": piece}} for piece in pieces]
    shared = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": whole["model"]}
    for one in told:
        choice = {"index": 0, "delta": {"role": "assistant", "tool_calls": [one]}, "finish_reason": None}
        yield json.dumps({**shared, "choices": [choice]}, ensure_ascii=False).encode()
    end = {"index": 0, "delta": {}, "finish_reason": "tool_calls"}
    yield json.dumps({**shared, "choices": [end]}).encode()
    yield json.dumps({**shared, "choices": [], "usage": whole["usage"]}).encode()
    yield b"[DONE]"
