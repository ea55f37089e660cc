"""Prompts: one Markdown file a task, with a header that names its purpose, variables and reply."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from icpbot.domain.errors import UsageError

_HEADER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True)
class Prompt:
    name: str
    purpose: str
    variables: frozenset[str]
    reply: str
    text: str

    def filled(self, values: Mapping[str, str]) -> str:
        """The text with its variables; an unknown or missing one is an error before any call."""
        if set(values) != self.variables:
            odd = ", ".join(sorted(set(values) ^ self.variables))
            raise UsageError("prompt-broken", name=self.name, why=f"variables differ: {odd}")
        return Template(self.text).substitute(values)


def load(folder: Path, name: str) -> Prompt:
    try:
        content = (folder / f"{name}.md").read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError("prompt-broken", name=name, why="the file is missing") from error
    match = _HEADER.match(content)
    if match is None:
        raise UsageError("prompt-broken", name=name, why="its header is missing")
    header = dict(re.findall(r"^(\w+):\s*(.*)$", match.group(1), re.MULTILINE))
    prompt = Prompt(
        name=name,
        purpose=header.get("purpose", ""),
        variables=frozenset(re.findall(r"\w+", header.get("variables", ""))),
        reply=header.get("reply", ""),
        text=match.group(2).strip(),
    )
    used = {m["named"] or m["braced"] for m in Template.pattern.finditer(prompt.text)} - {None}
    if used != prompt.variables or not prompt.purpose or not prompt.reply:
        raise UsageError("prompt-broken", name=name, why="its header does not fit its text")
    return prompt
