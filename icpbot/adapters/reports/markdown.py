"""The page as Markdown that any renderer shows as written: what people said is never markup."""

import re
from collections.abc import Callable, Iterator, Sequence

from icpbot.usecases.page import Page, PageBlock, PageClaim, PageQuote

_COLUMNS = ("attribute", "ideal", "ok", "avoid", "weight")
_MARKUP = re.compile(r"([\\`*_\[\]<|~&]|^[#>+=-]|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s))")


def markdown(page: Page) -> bytes:
    lines = (f"# {escaped(page.title)}", "", *body_lines(page, _table, _claim))
    return ("\n".join(lines).rstrip() + "\n").encode()


def body_lines(
    page: Page,
    criteria: Callable[[Page], Iterator[str]],
    claim: Callable[[PageClaim], Iterator[str]],
) -> Iterator[str]:
    """Everything below the title, in the order of the page; criteria and statements in the way given."""
    yield from (escaped(page.subtitle), "")
    if page.description:
        yield from (escaped(page.description), "")
    yield from _block(page.glance)
    if page.criteria:
        yield from (f"## {escaped(page.labels['criteria'])}", "", *criteria(page))
        yield from ("", escaped(page.thresholds), "")
    for section in page.sections:
        yield from (f"## {escaped(section.heading)}", "")
        for each in section.claims:
            yield from claim(each)
        yield ""
    for block in page.blocks:
        yield from _block(block)


def _table(page: Page) -> Iterator[str]:
    yield from (_row([page.labels[name] for name in _COLUMNS]), "| --- | --- | --- | --- | ---: |")
    for r in page.criteria:
        label = ". ".join(part for part in (f"{r.label} ({r.note})" if r.note else r.label, r.why) if part)
        yield _row([label, r.ideal, r.ok, r.avoid, r.weight])


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


def _block(block: PageBlock) -> Iterator[str]:
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
