"""The page as Markdown that any renderer shows as written: what people said is never markup."""

import re
from collections.abc import Iterator, Sequence

from icpbot.usecases.page import Page, PageBlock, PageClaim, PageQuote

_COLUMNS = ("attribute", "ideal", "ok", "avoid", "weight")
_MARKUP = re.compile(r"([\\`*_\[\]<|~&]|^[#>+=-]|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s))")


def markdown(page: Page) -> bytes:
    return ("\n".join(_lines(page)).rstrip() + "\n").encode()


def _lines(page: Page) -> Iterator[str]:
    yield from (f"# {escaped(page.title)}", "", escaped(page.subtitle), "")
    if page.description:
        yield from (escaped(page.description), "")
    yield from block_lines(page.glance)
    if page.criteria:
        yield from _criteria(page)
    for section in page.sections:
        yield from (f"## {escaped(section.heading)}", "")
        for claim in section.claims:
            yield from _claim(claim)
        yield ""
    for block in page.blocks:
        yield from block_lines(block)


def _criteria(page: Page) -> Iterator[str]:
    yield from (f"## {escaped(page.labels['criteria'])}", "")
    yield from (_row([page.labels[name] for name in _COLUMNS]), "| --- | --- | --- | --- | ---: |")
    for r in page.criteria:
        label = ". ".join(part for part in (f"{r.label} ({r.note})" if r.note else r.label, r.why) if part)
        yield _row([label, r.ideal, r.ok, r.avoid, r.weight])
    yield from ("", escaped(page.thresholds), "")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"


def _claim(claim: PageClaim) -> Iterator[str]:
    basis = f" ({escaped(claim.basis)})" if claim.basis else ""
    yield f"- {escaped(claim.text)}{basis}"
    yield from (f"  - {escaped(note)}" for note in claim.notes)
    for quote in claim.quotes:
        yield from ("", f"  > {_quoted(quote)}  ", f"  > — {escaped(quote.who)}", "")


def _quoted(quote: PageQuote) -> str:
    before, after = (escaped(each) if each.strip() else "" for each in (quote.before, quote.after))
    return f"{before}“{escaped(quote.text)}”{after}"


def block_lines(block: PageBlock) -> Iterator[str]:
    if not (block.lead or block.lines):
        return
    yield from (f"## {escaped(block.heading)}", "")
    if block.lead:
        yield from (escaped(block.lead), "")
    yield from (f"- {escaped(line.text)}" for line in block.lines)
    yield ""


def escaped(text: str) -> str:
    """Words that no renderer takes for markup."""
    return _MARKUP.sub(r"\\\1", text)
