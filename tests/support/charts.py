"""A chart put together without Helm: the small part of its template language that ours keeps to.

`{{ .Path }}`, `toYaml .Path`, `| quote`, `| nindent N`, `if`, `else` and `end`, with `-` for the white space before.
Anything else is refused.
"""

import re
from pathlib import Path
from typing import Any

import yaml

TAG = re.compile(r"(\s*)\{\{(-?)\s*(.*?)\s*\}\}", re.DOTALL)
VALUE = re.compile(r"(toYaml )?((?:\.\w+)+)((?: \| (?:quote|nindent \d+))*)")


def rendered(chart: Path, *, release: str = "icpbot", **changed: dict[str, Any]) -> list[dict[str, Any]]:
    """Every object of a chart, with its values changed by section."""
    values = yaml.safe_load((chart / "values.yaml").read_text(encoding="utf-8"))
    for section, fields in changed.items():
        values[section] |= fields
    context = {"Values": values, "Release": {"Name": release}}
    objects: list[dict[str, Any]] = []
    for template in sorted((chart / "templates").glob("*.yaml")):
        text = filled(template.read_text(encoding="utf-8"), context)
        objects += [one for one in yaml.safe_load_all(text) if one]
    return objects


def filled(template: str, context: dict[str, Any]) -> str:
    out: list[str] = []
    shown = [True]
    at = 0
    for tag in TAG.finditer(template):
        space, trims, what = tag.groups()
        if all(shown):
            out.append(template[at : tag.start()] + ("" if trims else space))
        at = tag.end()
        word, _, rest = what.partition(" ")
        if word == "if":
            shown.append(bool(looked_up(rest, context)))
        elif word == "else":
            shown[-1] = not shown[-1]
        elif word == "end":
            shown.pop()
        elif all(shown):
            out.append(value_of(what, context))
    assert shown == [True], "an if without an end"
    return "".join([*out, template[at:]])


def value_of(what: str, context: dict[str, Any]) -> str:
    match = VALUE.fullmatch(what)
    assert match, f"not in our part of the language: {what}"
    as_yaml, path, pipes = match.groups()
    found = looked_up(path, context)
    text = yaml.safe_dump(found, default_flow_style=False).strip() if as_yaml else str(found)
    for pipe in filter(None, pipes.split(" | ")):
        word, _, number = pipe.strip().partition(" ")
        text = f'"{text}"' if word == "quote" else "\n" + indented(text, int(number))
    return text


def indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line for line in text.splitlines())


def looked_up(path: str, context: dict[str, Any]) -> Any:
    found: Any = context
    for name in path.strip().strip(".").split("."):
        found = found[name]
    return found
