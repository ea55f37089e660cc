"""Two hundred ways people say what they look for, and what each means.

`band_phrasings.tsv`: a meaning is `attribute=low..high CURRENCY`, `attribute=value,value`, `attribute!=value`
or `attribute=yes`, several joined by a semicolon; `ask` where nobody could know without asking back. Where
two readings are right, a bar stands between them. Half of the table was held back while the reader was built.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from icpbot.domain.phrases import criteria_in
from icpbot.domain.profile import Criterion, Range

TABLE = Path(__file__).with_name("band_phrasings.tsv")
with TABLE.open(encoding="utf-8") as file:
    PHRASINGS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def meaning(criterion: Criterion, catalogue) -> str:
    attribute = catalogue.attribute(criterion.attribute)
    if isinstance(criterion.ideal, Range):
        low, high = (
            "" if end is None else f"{end:.0f}" for end in (criterion.ideal.min, criterion.ideal.max)
        )
        return f"{criterion.attribute}={low}..{high} {criterion.ideal.currency or ''}".strip()
    if isinstance(criterion.ideal, bool):
        return f"{criterion.attribute}={'yes' if criterion.ideal else 'no'}"
    parts = []
    for sign, band in (("=", criterion.ideal), ("!=", criterion.avoid)):
        if band:
            names = sorted(catalogue.canonical(attribute.vocabulary, str(v)) for v in band)
            parts.append(f"{criterion.attribute}{sign}{','.join(names)}")
    return ";".join(parts)


def meant(written: str, catalogue) -> list[str]:
    out = []
    for part in written.split(";"):
        name, _, value = part.partition("=")
        vocabulary = catalogue.attribute(name.rstrip("!")).vocabulary
        if ".." in value or value in {"yes", "no"}:
            out.append(part)
        else:
            out.append(
                f"{name}={','.join(sorted(catalogue.canonical(vocabulary, v) for v in value.split(',')))}"
            )
    return sorted(out)


def close(one: str, other: str) -> bool:
    """Equal; 'more than 3' of whole things may be from 3 or from 4."""
    if one == other:
        return True
    if (
        ".." not in one
        or ".." not in other
        or one.split("=", maxsplit=1)[0] != other.split("=", maxsplit=1)[0]
    ):
        return False
    (low, high), (other_low, other_high) = (s.split("=")[1].split(" ")[0].split("..") for s in (one, other))
    ends = [(low, other_low), (high, other_high)]
    same = all(bool(a) == bool(b) and (not a or abs(int(a) - int(b)) <= 1) for a, b in ends)
    return same and one.partition(" ")[2] == other.partition(" ")[2]


def verdict(row: dict[str, str], catalogue) -> str:
    """`right`, `asked` (nothing was read, which asks again) or `wrong`, part of it read included."""
    read = sorted(m for c in criteria_in(row["said"], catalogue) for m in meaning(c, catalogue).split(";"))
    readings = row["means"].split("|")
    if not read:
        return "right" if "ask" in readings else "asked"
    for reading in readings:
        if reading != "ask":
            wanted = meant(reading, catalogue)
            if len(wanted) == len(read) and all(map(close, wanted, read)):
                return "right"
    return "wrong"


@pytest.mark.parametrize("row", PHRASINGS, ids=[row["said"] for row in PHRASINGS])
def test_what_people_say_is_read_as_they_mean_it_or_asked_again(row, catalogue) -> None:
    assert verdict(row, catalogue) != "wrong"


@pytest.mark.parametrize("half", ["written first", "held back"])
def test_nearly_all_is_read_at_once(half, catalogue) -> None:
    verdicts = [verdict(row, catalogue) for row in PHRASINGS if row["half"] == half]

    assert verdicts.count("right") >= 0.95 * len(verdicts)


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
def test_every_language_is_read_as_well(language, catalogue) -> None:
    verdicts = [verdict(row, catalogue) for row in PHRASINGS if row["language"] == language]

    assert len(verdicts) == 40
    assert verdicts.count("right") >= 0.9 * len(verdicts)
