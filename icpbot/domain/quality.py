"""Quality of a customer table: what in it is doubtful, told before anybody counts on it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum

from icpbot.domain.catalogue import Attribute, Catalogue, Metric, ValueType
from icpbot.domain.model import Model
from icpbot.domain.names import key_of
from icpbot.domain.text import fold
from icpbot.domain.values import is_blank, parse_number

EXAMPLES = 5
_RARE = 0.02
"""Share of the rows up to which a value may be a slip of a common one."""
_COMMON = 3
"""How many times as common the value is that it may be a slip of."""
_LETTERS, _NAME_LETTERS = 5, 7
"""Letters from which one slip leaves a word, and a company's name, that can be no other's."""
_MANY = 50_000
"""Rows up to which names are compared with each other."""
_MAY_SHRINK = frozenset({"growth_rate", "margin", "lifetime_value", "expansion", "satisfaction"})
_SHARES = frozenset({"conversion", "retention", "margin"})
_OLDEST = 1000


class Flaw(StrEnum):
    DUPLICATES = "duplicates"
    ALIKE = "alike"
    TYPOS = "typos"
    IMPOSSIBLE = "impossible"
    UNREAD = "unread"


class Doubt(Model):
    """One thing to look at: in how many rows, and the first few of them."""

    flaw: Flaw
    column: str
    rows: int
    examples: tuple[str, ...]


def looked_over(
    columns: Mapping[str, Sequence[str]],
    name: str,
    meaning: Mapping[str, Attribute | Metric | None],
    *,
    catalogue: Catalogue,
    year: int,
) -> list[Doubt]:
    """Doubts about a table: companies named twice, slips of the finger, and numbers that cannot be.

    `columns` are cells by title, `meaning` what those besides the company's name are about.
    """
    doubts = [*_names(name, columns[name])]
    for title, known in meaning.items():
        told = [cell.strip() for cell in columns[title] if not is_blank(cell)]
        if _is_numeric(known):
            doubts += _numbers(title, known, told, year)
        else:
            vocabulary = known.vocabulary if isinstance(known, Attribute) else None
            doubts += _typos(title, told, len(columns[title]), vocabulary, catalogue)
    return doubts


def _is_numeric(known: Attribute | Metric | None) -> bool:
    return isinstance(known, Metric) or (
        known is not None and known.type in {ValueType.NUMBER, ValueType.MONEY}
    )


def _names(column: str, names: Sequence[str]) -> Iterator[Doubt]:
    """Companies of earlier rows again, and pairs that differ by a slip."""
    first: dict[str, str] = {}
    again = []
    for name in filter(str.strip, names):
        key = key_of(name)
        if key in first:
            again.append(name.strip())
        first.setdefault(key, name.strip())
    if again:
        yield _doubt(Flaw.DUPLICATES, column, again)
    if len(first) <= _MANY:
        long = [key for key in first if len(key) >= _NAME_LETTERS]
        pairs = [f"{first[one]} – {first[other]}" for one, other in _one_slip_apart(long)]
        if pairs:
            yield _doubt(Flaw.ALIKE, column, pairs)


def _doubt(flaw: Flaw, column: str, found: Sequence[str], rows: int | None = None) -> Doubt:
    examples = tuple(dict.fromkeys(found))[:EXAMPLES]
    return Doubt(flaw=flaw, column=column, rows=len(found) if rows is None else rows, examples=examples)


def _one_slip_apart(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs with one letter left out, added, changed or swapped with its neighbour; never in the first
    letter, and never in a digit: 'Depot 12' is no slip of 'Depot 13'.
    """
    shorter: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for form in {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}:
            shorter[form].append(word)
    seen: set[tuple[str, str]] = set()
    for group in shorter.values():
        for i, one in enumerate(group):
            for other in group[i + 1 :]:
                pair = (one, other) if one < other else (other, one)
                if pair not in seen and one != other and _is_slip(one, other):
                    seen.add(pair)
                    yield one, other


def _is_slip(one: str, other: str) -> bool:
    numbers = [[c for c in word if c.isdigit()] for word in (one, other)]
    ends = [word.split()[-1] for word in (one, other)]
    return numbers[0] == numbers[1] and all(len(end) > 1 for end in ends)


def _numbers(
    column: str, known: Attribute | Metric | None, told: Sequence[str], year: int
) -> Iterator[Doubt]:
    numbers = {cell: parse_number(cell) for cell in set(told)}
    impossible = _impossible(known.key if known else "", year)
    unread = [cell for cell in told if numbers[cell] is None]
    wrong = [cell for cell in told if (n := numbers[cell]) is not None and impossible(n, cell)]
    if wrong:
        yield _doubt(Flaw.IMPOSSIBLE, column, wrong)
    if unread and not _are_days(known):
        yield _doubt(Flaw.UNREAD, column, unread)


def _are_days(known: Attribute | Metric | None) -> bool:
    return isinstance(known, Attribute) and known.type is ValueType.DATE


def _impossible(key: str, year: int) -> Callable[[float, str], bool]:
    """What a number of this attribute or metric cannot be."""
    if key == "founded":
        return lambda n, _: n != int(n) or not _OLDEST <= n <= year
    if key in _SHARES:
        return lambda n, cell: "%" in cell and n > 100 or (n < 0 and key != "margin")  # noqa: RUF021
    return lambda n, _: n < 0 and key not in _MAY_SHRINK


def _typos(
    column: str, told: Sequence[str], rows: int, vocabulary: str | None, catalogue: Catalogue
) -> Iterator[Doubt]:
    """Rare values that are one slip away from a common one, or from a word of the vocabulary."""
    written = {fold(cell): cell for cell in reversed(told)}
    counts = Counter(fold(cell) for cell in told)
    if len(counts) > max(200, rows // 3):
        return  # every company has its own
    terms = catalogue.vocabularies.get(vocabulary or "", ())
    known = {fold(word): word for t in terms for word in (t.key, *t.labels.values(), *t.synonyms)}
    rare = {
        word for word, n in counts.items()
        if n <= max(1, _RARE * rows) and len(word) >= _LETTERS and word not in known
    }  # fmt: skip
    pairs = {}
    for one, other in _one_slip_apart([*{*counts, *known}]):
        for slip, meant in ((one, other), (other, one)):
            if slip in rare and (meant in known or counts[meant] >= _COMMON * counts[slip]):
                pairs[slip] = f"{written[slip]} → {written.get(meant) or known[meant]}"
    if pairs:
        yield _doubt(Flaw.TYPOS, column, list(pairs.values()), sum(counts[slip] for slip in pairs))
