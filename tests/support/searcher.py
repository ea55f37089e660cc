"""A service on loopback that speaks the Responses API with its web search tool, and says what it is told to."""

import json
import threading
from contextlib import suppress

from loopback import Answering, answering


class Searcher:
    """Answers with `text`, in which `[[words|address]]` is a citation of that page."""

    def __init__(self, text="", *, searched=True, style="link"):
        """`style`: the citation stands behind its words as a `link`, or lies `under` them."""
        self.text, self.searched, self.style = text, searched, style
        self.status, self.body = 200, None
        self.asked = []
        self.held = threading.Event()
        self.held.set()
        searcher = self

        class Handler(Answering):
            def post(self):
                searcher.asked.append((self.path, super().asked()))
                searcher.held.wait(30)
                with suppress(OSError):  # whoever asked has given up
                    self.say(searcher.answer(), searcher.status)

        self._serving = answering(Handler)

    def __enter__(self):
        self.server = self._serving.__enter__()
        self.url = f"{self.server.url}/v1"
        return self

    def __exit__(self, *_):
        self.held.set()
        self._serving.__exit__(None, None, None)

    def answer(self):
        if self.body is not None:
            return self.body
        text, annotations = annotated(self.text, self.style)
        search = {"type": "web_search_call", "id": "ws_1", "status": "completed",
                  "action": {"type": "search", "query": "who", "queries": ["who"]}}  # fmt: skip
        part = {"type": "output_text", "text": text, "annotations": annotations, "logprobs": []}
        message = {
            "type": "message",
            "id": "msg_1",
            "role": "assistant",
            "status": "completed",
            "content": [part],
        }
        output = [
            {"type": "reasoning", "id": "rs_1", "summary": []},
            *([search] if self.searched else []),
            message,
        ]
        usage = {"input_tokens": 300, "output_tokens": 100, "total_tokens": 400,
                 "input_tokens_details": {"cached_tokens": 0}, "output_tokens_details": {"reasoning_tokens": 0}}  # fmt: skip
        return json.dumps({
            "id": "resp_1", "object": "response", "created_at": 0, "model": "gpt-test", "status": "completed",
            "error": None, "incomplete_details": None, "instructions": None, "metadata": {}, "output": output,
            "parallel_tool_calls": True, "temperature": 1.0, "tool_choice": "auto", "tools": [], "top_p": 1.0,
            "usage": usage,
        }).encode()  # fmt: skip


def annotated(text, style):
    """The text as the service words it, and its annotations."""
    plain, annotations, rest = "", [], text
    while "[[" in rest:
        before, _, rest = rest.partition("[[")
        inside, _, rest = rest.partition("]]")
        words, _, url = inside.rpartition("|")
        begin = len(plain) + len(before)
        plain += before + words
        if style == "link":
            start = len(plain) + 2
            plain += f" ([site]({url}))"
            span = start, len(plain) - 1
        else:
            span = begin, len(plain)
        annotations.append({"type": "url_citation", "url": url, "title": "A page", "start_index": span[0], "end_index": span[1]})  # fmt: skip
    return plain + rest, annotations
