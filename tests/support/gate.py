"""A model that says the truth piece by piece, and can be made to wait in the middle."""

import json
import re
import threading
import time

from liar import Liar

QUOTES = {
    "A": "two hours every day re-typing delivery notes",
    "B": "Our biggest customer demanded electronic proof of delivery",
    "C": "Only the chief financial officer signs anything",
}


class Gate(Liar):
    """Says the truth, and waits before every piece for `pace` seconds, and where `stop_before` has left
    until `go` is set; `said` is what has left so far.
    """

    def __init__(self):
        super().__init__()
        self.go = threading.Event()
        self.go.set()
        self.said = ""
        self.stop_before = None
        self.pace = 0.0

    def claims(self, prompt):
        shown = re.search(r"\[(p\w+)\]", prompt)
        if shown is None:
            return {"reading": "ask"}
        passage = shown.group(1)
        return {"claims": [{"text": f"Claim {name} of ours.", "citations": [{"passage_id": passage, "quote": words}]}
                           for name, words in QUOTES.items()]}  # fmt: skip

    def before(self, event):
        time.sleep(self.pace)
        if self.stop_before and self.stop_before in self.said:
            assert self.go.wait(60)
        if event.startswith(b"{"):
            for choice in json.loads(event)["choices"]:
                for call in choice["delta"].get("tool_calls", ()):
                    self.said += call["function"]["arguments"]
