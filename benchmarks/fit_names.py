"""Names as people type them, from real lists: what is resolved, and whether rightly."""

import csv
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from icpbot.domain.accounts import Account
from icpbot.domain.names import named

TRANSLATED = {
    "inc": ("Incorporated", "Ltd", "S.A."), "corp": ("Corporation", "Inc."), "ltd": ("Limited", "sp. z o.o.", "s.r.o."),
    "co": ("Company",), "llc": ("L.L.C.", "GmbH"), "gmbh": ("GmbH", "Ltd.", "s.r.o."), "plc": ("P.L.C.", "S.A."),
}  # fmt: skip
ADDED = ("Inc.", "Ltd", "GmbH", "sp. z o.o.", "s.r.o.", "S.A.", "a.s.", "LLC", "Corp.")
ACCENTS = str.maketrans(
    {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú", "c": "č", "s": "š", "z": "ž", "n": "ň"}
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Asked(NamedTuple):
    how: str
    text: str
    wanted: str


def companies(folder: Path) -> Iterator[tuple[str, list[Account]]]:
    with (folder / "sp500.csv").open(encoding="utf-8") as rows:
        names = sorted({row["Security"] for row in csv.DictReader(rows)})
    yield "S&P 500", [_account(n, name, None) for n, name in enumerate(names)]
    with (folder / "remote_companies.jsonl").open(encoding="utf-8") as lines:
        found = {row["name"]: row["website"] for row in map(json.loads, lines)}
    yield "remote companies", [_account(n, name, found[name]) for n, name in enumerate(sorted(found))]


def _account(number: int, name: str, domain: str | None) -> Account:
    return Account(id=f"a{number}", workspace="w", name=name, domain=domain)


def perturbed(account: Account, chance: random.Random) -> Iterator[Asked]:
    """One question of each kind that the name allows."""
    name = account.name
    ways: dict[str, str | None] = {
        "as it is": name,
        "case": chance.choice([name.upper(), name.lower(), name.swapcase()]),
        "accents": name.translate(ACCENTS),
        "spacing": chance.choice([name.replace(" ", ""), name.replace(" ", "-"), name.replace(" ", "  ")]),
        "punctuation": chance.choice([re.sub(r"[.,&'’-]", " ", name), f'"{name}"', f"{name},"]),
        "form added": f"{name} {chance.choice(ADDED)}" if named(name).form is None else None,
        "form changed": _changed(name, chance),
        "form dropped": re.sub(r"[\s,]+\S+$", "", name) if named(name).form else None,
        "one slip": _slipped(name, 1, chance),
        "two slips": _slipped(name, 2, chance),
        "domain": account.domain,
    }
    for how, text in ways.items():
        if text and text.strip() and (how in {"as it is", "domain"} or text != name):
            yield Asked(how, text, name)


def _changed(name: str, chance: random.Random) -> str | None:
    options = TRANSLATED.get(named(name).form or "")
    return re.sub(r"[^\s,]+$", chance.choice(options), name) if options else None


def _slipped(name: str, slips: int, chance: random.Random) -> str | None:
    """Letters left out, doubled, swapped or hit beside; names of fewer than four letters stay."""
    if len(re.findall(r"[^\W\d_]", name)) < 4:
        return None
    text = name
    for _ in range(slips):
        places = [n for n in range(1, len(text)) if text[n].isalpha()]
        at = chance.choice(places)
        text = chance.choice([
            text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:], text[:at] + chance.choice(LETTERS) + text[at + 1 :],
            text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :],
        ])  # fmt: skip
    return text if text != name else None


class Answer(NamedTuple):
    """The company a name is taken for, or the first one that is offered instead."""

    name: str | None
    offered: str | None = None


Resolve = Callable[[str], Answer]


class Rates(NamedTuple):
    """`precision` of what was answered; shares of the questions `answered` rightly, and so or offered first."""

    precision: float
    answered: float
    found: float


def measured(questions: Sequence[Asked], resolve: Resolve) -> Rates:
    answers = [(resolve(question.text), question.wanted) for question in questions]
    given = sum(answer.name is not None for answer, _ in answers)
    right = sum(answer.name == wanted for answer, wanted in answers)
    offered = sum(answer.name is None and answer.offered == wanted for answer, wanted in answers)
    return Rates(right / max(1, given), right / len(answers), (right + offered) / len(answers))


def is_dev(name: str) -> bool:
    """A quarter of the companies, by their names alone: the only ones that were looked at one by one."""
    return sha256(name.encode()).digest()[-1] % 4 == 0


def absent(accounts: Sequence[Account], resolver: Callable[[list[Account]], Resolve]) -> tuple[int, int, int]:
    """Companies that a list lacks, asked of it: how many, answered with another, and put as a question. Four
    times half of the list is taken out.
    """
    asked = wrong = offered = 0
    for seed in range(4):
        gone = set(random.Random(seed).sample(range(len(accounts)), len(accounts) // 2))  # noqa: S311 - repeatable
        resolve = resolver([account for n, account in enumerate(accounts) if n not in gone])
        answers = [resolve(accounts[n].name) for n in sorted(gone) if not is_dev(accounts[n].name)]
        asked += len(answers)
        wrong += sum(answer.name is not None for answer in answers)
        offered += sum(answer.name is None and answer.offered is not None for answer in answers)
    return asked, wrong, offered
