"""The registry of Web API methods: each declares its arguments, and gets them parsed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from icpbot.playground.errors import Json, SlackError, invalid

if TYPE_CHECKING:
    from icpbot.playground.context import Context

Handler = Callable[["Context", "Args"], Json]
Spec = dict[str, tuple[str, bool]]

# Every method takes these; none of ours looks at them.
_COMMON = ("token", "team_id", "as_user", "pretty")
_TRUE, _FALSE = (True, 1, "1", "true", "True"), (False, 0, "0", "false", "False", "")


@dataclass(frozen=True)
class Method:
    """One Web API method."""

    name: str
    spec: Spec
    run: Handler
    auth: str


METHODS: dict[str, Method] = {}


def method(name: str, arguments: str = "", *, auth: str = "bot") -> Callable[[Handler], Handler]:
    """Register a handler. `arguments` reads like `"channel! text blocks:json limit:int"`."""

    def register(run: Handler) -> Handler:
        METHODS[name] = Method(name, _spec(arguments), run, auth)
        return run

    return register


def _spec(arguments: str) -> Spec:
    spec: Spec = {}
    for word in arguments.split():
        name, _, kind = word.rstrip("!").partition(":")
        spec[name] = (kind or "text", word.endswith("!"))
    return spec


@dataclass(frozen=True)
class Args:
    """The parsed arguments of one call."""

    values: Mapping[str, Any]

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str, default: str = "") -> str:
        """A string argument."""
        return str(self.values.get(name, default))

    def maybe(self, name: str) -> str | None:
        """A string argument, or None when it was not given or is empty."""
        return self.values.get(name) or None

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A boolean argument."""
        return bool(self.values.get(name, default))

    def number(self, name: str, default: int) -> int:
        """A whole-number argument."""
        return int(self.values.get(name, default))

    def names(self, name: str) -> list[str]:
        """A list argument, sent as a list or separated by commas."""
        return list(self.values.get(name, []))

    def json(self, name: str) -> Any:
        """An argument that is JSON, or None."""
        return self.values.get(name)


def parse(spec: Spec, raw: Mapping[str, Any]) -> Args:
    """Read raw arguments by `spec`; raise `invalid_arguments` naming every misfit."""
    problems: list[str] = []
    values: Json = {}
    for name, value in raw.items():
        if name in _COMMON or value is None:
            continue
        if name not in spec:
            problems.append(f"invalid additional property: {name} [json-pointer:/{name}]")
            continue
        try:
            values[name] = _READERS[spec[name][0]](value)
        except (TypeError, ValueError):
            if name == "blocks":
                raise SlackError("invalid_blocks_format") from None
            problems.append(f"must be of type {spec[name][0]} [json-pointer:/{name}]")
    for name, (_, required) in spec.items():
        if required and values.get(name) in (None, ""):
            problems.append(f"missing required field: {name} [json-pointer:/{name}]")
    if problems:
        raise invalid("invalid_arguments", problems)
    return Args(values)


def _read_text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise TypeError
    return str(value)


def _read_bool(value: Any) -> bool:
    if isinstance(value, (bool, int, str)):
        if value in _TRUE:
            return True
        if value in _FALSE:
            return False
    raise ValueError


def _read_int(value: Any) -> int:
    if isinstance(value, bool):
        raise TypeError
    return int(str(value))


def _read_json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _read_array(value: Any) -> list[Any]:
    parsed = _read_json(value)
    if not isinstance(parsed, list):
        raise TypeError
    return parsed


def _read_names(value: Any) -> list[str]:
    if isinstance(value, str):
        stripped = value.strip()
        listed = json.loads(stripped) if stripped.startswith("[") else stripped.split(",")
    else:
        listed = value
    if not isinstance(listed, list):
        raise TypeError
    return [str(item).strip() for item in listed if str(item).strip()]


_READERS: dict[str, Callable[[Any], Any]] = {
    "text": _read_text,
    "bool": _read_bool,
    "int": _read_int,
    "json": _read_json,
    "array": _read_array,
    "names": _read_names,
}
