"""Customer tables: how their columns were read, and what in them is doubtful."""

from icpbot.domain.quality import EXAMPLES, Doubt, Flaw
from icpbot.domain.text import shorten
from icpbot.usecases.customers import Imported
from icpbot.usecases.joining import Joined
from icpbot.usecases.ports import Desk

_COLUMNS = 30


def table_lines(done: Imported, *, desk: Desk, language: str) -> list[str]:
    """The mapping first, then what is missing, what is doubtful, and what found no customer."""
    say = desk.voice.say
    mapped = {**done.mapping.attributes, **done.mapping.metrics}
    told = ", ".join(f"{key} = {column}" for key, column in list(mapped.items())[:_COLUMNS])
    lines = (
        [say("table-mapping", language, columns=told + (" …" if len(mapped) > _COLUMNS else ""))]
        if mapped
        else []
    )
    if done.missing:
        rows = max(1, done.rows + done.skipped)
        gaps = sorted(done.missing.items(), key=lambda item: -item[1])
        shares = ", ".join(f"{column} {n} ({min(1.0, n / rows):.0%})" for column, n in gaps[:_COLUMNS])
        lines.append(say("table-missing", language, columns=shares))
    lines += [_doubt(doubt, desk, language) for doubt in done.doubts]
    for each in done.joined:
        lines += _joined(each, desk, language)
    return lines


def _doubt(doubt: Doubt, desk: Desk, language: str) -> str:
    say = desk.voice.say
    told = ", ".join(shorten(example, 80) for example in doubt.examples)
    if doubt.flaw is Flaw.DUPLICATES:
        return say("table-duplicates", language, n=doubt.rows, names=told)
    told += " …" if doubt.rows > len(doubt.examples) == EXAMPLES else ""
    if doubt.flaw is Flaw.ALIKE:
        return say("table-alike", language, pairs=told)
    if doubt.flaw is Flaw.TYPOS:
        return say("table-typos", language, column=doubt.column, pairs=told)
    key = "table-impossible" if doubt.flaw is Flaw.IMPOSSIBLE else "table-unread"
    return say(key, language, column=doubt.column, values=told)


def _joined(done: Joined, desk: Desk, language: str) -> list[str]:
    say = desk.voice.say
    lines = [say("table-joined", language, name=done.name, joined=done.joined, rows=done.rows)]
    if done.doubtful:
        pairs = "; ".join(
            f"{name} → {' / '.join(found[:3])} ?" for name, found in list(done.doubtful.items())[:EXAMPLES]
        )
        name, found = next(iter(done.doubtful.items()))
        lines.append(say("table-doubtful", language, pairs=pairs, example=f'"{name}={found[0]}"'))
    if done.unknown:
        names = ", ".join(done.unknown[:EXAMPLES])
        lines.append(say("table-unknown", language, n=len(done.unknown), names=names))
    return lines
