"""A profile of five hundred statements as a page: how long it takes to put together and to lay out."""

from collections.abc import Callable
from itertools import cycle, islice
from statistics import median
from time import perf_counter

from draft import library
from results import arguments, empty_library, shown, write

from icpbot.adapters.reports.documents import PAGES
from icpbot.domain.movement import counts_of, supporting
from icpbot.domain.profile import Basis, Claim, Profile
from icpbot.domain.sources import Reader
from icpbot.usecases.counting import themes
from icpbot.usecases.document import page_of
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import approve, save

CLAIMS = 500
TIMES = 3
AT_MOST = 1.0
"""Seconds from the address to the HTML."""
INTRODUCTION = f"""`make bench-draft`: an approved profile of {CLAIMS} statements over the sample research, each with its
counts and quotes. The first opening after new evidence counts what moved; later ones find it counted. The middle of
{TIMES} runs; target: the HTML page within {AT_MOST:g} s.
"""


def profile(desk: Desk, reader: Reader) -> Profile:
    """Statements from themes, over again until there are enough."""
    found = [theme for theme in themes(reader, desk=desk) if theme.accounts]
    claims = tuple(
        Claim(kind=t.kind, text=f"{n}. {t.label}", basis=Basis.EVIDENCE, counts=counts_of(t),
              quotes=supporting(t))
        for n, t in enumerate(islice(cycle(found), CLAIMS), 1)
    )  # fmt: skip
    save(Profile(name="Large", claims=claims), desk=desk)
    return approve("Large", by="bench", desk=desk)


def seconds(work: Callable[[], object], times: int = TIMES) -> float:
    """The middle of several runs."""
    took = []
    for _ in range(times):
        start = perf_counter()
        work()
        took.append(perf_counter() - start)
    return median(took)


def measured(desk: Desk, reader: Reader) -> list[tuple[str, float]]:
    large = profile(desk, reader)

    def opened() -> object:
        return page_of(large, reader, desk=desk, language="pl")

    first, page = seconds(opened, 1), page_of(large, reader, desk=desk, language="pl")
    rows = [("put together, first opening", first), ("put together, later", seconds(opened))]
    PAGES["html"](page)  # loads the engine of the charts
    rows += [(f"laid out as {name}", seconds(lambda name=name: PAGES[name](page))) for name in PAGES]  # type: ignore[misc]
    laid_out = dict(rows)
    rows.append(("opened as HTML, later", laid_out["put together, later"] + laid_out["laid out as html"]))
    return rows


def main() -> None:
    chosen = arguments(__doc__).parse_args()
    with empty_library() as parts:
        rows = measured(*library(parts))
    table = "\n".join(["| | seconds |", "|---|---:|", *(f"| {name} | {took:.2f} |" for name, took in rows)])
    ratio = dict(rows)["opened as HTML, later"] / AT_MOST
    lines = shown([INTRODUCTION, table, f"\nOf the target: {ratio:.0%}."])
    if chosen.write:
        write(lines, " (page)")


if __name__ == "__main__":
    main()
