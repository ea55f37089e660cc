"""Small combinators that check JSON and word the problems as Slack does.

A check looks at a value and appends sentences such as
`must be less than 151 characters [json-pointer:/blocks/0/text/text]`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Problems = list[str]
Check = Callable[[Any, str, Problems], None]


def problem(problems: Problems, what: str, where: str) -> None:
    """Note one problem at a JSON pointer."""
    problems.append(f"{what} [json-pointer:{where}]")


def anything(value: Any, where: str, problems: Problems) -> None:
    """Accept every value."""


def string(limit: int = 3000, *, least: int = 1) -> Check:
    """A string of `least` to `limit` characters."""

    def check(value: Any, where: str, problems: Problems) -> None:
        if not isinstance(value, str):
            problem(problems, "must provide a string", where)
        elif len(value) < least:
            problem(problems, f"must be more than {least - 1} characters", where)
        elif len(value) > limit:
            problem(problems, f"must be less than {limit + 1} characters", where)

    return check


def boolean(value: Any, where: str, problems: Problems) -> None:
    """A JSON boolean."""
    if not isinstance(value, bool):
        problem(problems, "must provide a boolean", where)


def number(value: Any, where: str, problems: Problems) -> None:
    """A JSON number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        problem(problems, "must provide a number", where)


def one_of(*values: str) -> Check:
    """One of a fixed set of words."""

    def check(value: Any, where: str, problems: Problems) -> None:
        if value not in values:
            problem(problems, f"must be a valid enum value: {', '.join(values)}", where)

    return check


def array(item: Check, limit: int, *, least: int = 1) -> Check:
    """A list of `least` to `limit` items, each of which passes `item`."""

    def check(value: Any, where: str, problems: Problems) -> None:
        if not isinstance(value, list):
            problem(problems, "must provide an array", where)
            return
        if len(value) < least:
            problem(problems, f"no less than {least} items allowed", where)
        if len(value) > limit:
            problem(problems, f"no more than {limit} items allowed", where)
        for index, entry in enumerate(value):
            item(entry, f"{where}/{index}", problems)

    return check


def record(
    required: Mapping[str, Check] | None = None,
    optional: Mapping[str, Check] | None = None,
    *,
    any_of: Sequence[str] = (),
    only_one_of: Sequence[str] = (),
) -> Check:
    """An object with these fields and no others; `any_of` names fields of which one is needed."""
    needed = dict(required or {})
    known = {**needed, **(optional or {})}

    def check(value: Any, where: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            problem(problems, "must provide an object", where)
            return
        for name in needed:
            if value.get(name) is None:
                problem(problems, f"missing required field: {name}", where)
        if any_of and all(value.get(name) is None for name in any_of):
            problem(problems, f"missing required field: {' or '.join(any_of)}", where)
        if only_one_of and sum(value.get(name) is not None for name in only_one_of) > 1:
            problem(problems, f"only one of {', '.join(only_one_of)} allowed", where)
        _fields(known, value, where, problems)

    return check


def _fields(known: Mapping[str, Check], value: Any, where: str, problems: Problems) -> None:
    for name, field in value.items():
        if name not in known:
            problem(problems, f"invalid additional property: {name}", where)
        elif field is not None:
            known[name](field, f"{where}/{name}", problems)


def typed(table: Mapping[str, Check], allowed: Sequence[str] | None = None) -> Check:
    """An object whose `type` selects its check from `table`."""

    def check(value: Any, where: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            problem(problems, "must provide an object", where)
            return
        kind = value.get("type")
        if kind is None:
            problem(problems, "missing required field: type", where)
        elif not isinstance(kind, str) or kind not in table or (allowed is not None and kind not in allowed):
            problem(problems, f"unsupported type: {kind}", f"{where}/type")
        else:
            table[kind](value, where, problems)

    return check
