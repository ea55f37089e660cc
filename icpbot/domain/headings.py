"""The head of a survey table: titles in one row, or spread over two or three as survey tools write them."""

import re
from collections.abc import Sequence

from icpbot.domain.text import fold, one_line


def headed(rows: Sequence[Sequence[str]]) -> tuple[list[str], int]:
    """The titles of a table by its first rows, and how many rows they take.

    A title above the table is no header: it is at least half as full as the fullest row. Survey tools
    write two rows, questions above options, or three: codes, questions, and what Qualtrics keeps for itself.
    """
    filled = [sum(map(bool, row)) for row in rows]
    most = max(filled, default=0)
    top = next((i for i, count in enumerate(filled) if count * 2 > most), 0)
    if most == 0:
        return [], 0
    if top + 2 < len(rows) and rows[top + 2] and rows[top + 2][0].startswith('{"ImportId"'):
        return [_plain(text) for text in rows[top + 1]], top + 3
    for upper in (top - 1, top):
        if 0 <= upper < len(rows) - 2 and _is_above(rows[upper], rows[upper + 1], rows[upper + 2 :]):
            return _joined(rows[upper], rows[upper + 1]), upper + 2
    return list(rows[top]), top + 1


_RESPONSE = re.compile(r"(?:open-ended )?response|odpowiedz|odpoved|відповідь|回答")
_SELECTED = re.compile(r"\s+-\s+Selected Choice")


def _plain(text: str) -> str:
    return _SELECTED.sub("", one_line(text))


def _is_above(upper: Sequence[str], lower: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the lower row names the options of questions in the upper one."""
    width = max(len(upper), len(lower))
    up, low = ([*row, *[""] * (width - len(row))] for row in (upper, lower))
    spans = [i for i in range(1, width) if low[i] and not up[i]]
    if (
        not spans
        or sum(map(bool, up)) < 2
        or any(re.fullmatch(r"[\d.,\s%-]*\d[\d.,\s%-]*", low[i]) for i in spans)
    ):
        return False
    full = [i for i in range(width) if below and all(i < len(row) and row[i] for row in below)]
    telling = any(_RESPONSE.fullmatch(fold(cell).strip()) for cell in low)
    alone = any(up[i] and not low[i] for i in full)
    again = all(
        not (said := {row[i] for row in below if i < len(row) and row[i]}) or said == {low[i]} for i in spans
    )
    return telling or alone or again


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """'What do you use? [E-mail]'; a question of one column keeps its own words alone."""
    width = max(len(upper), len(lower))
    up, low = ([*row, *[""] * (width - len(row))] for row in (upper, lower))
    titles, question = [], ""
    for i in range(width):
        question = up[i] or (question if low[i] else "")
        several = i + 1 < width and low[i + 1] and not up[i + 1]
        label = low[i] if (not up[i] or several) and not _RESPONSE.fullmatch(fold(low[i]).strip()) else ""
        titles.append(f"{question} [{label}]" if question and label else question or low[i])
    return titles
