"""Counting a long survey: time and memory beside what polars needs to read the same file once."""

import argparse
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from results import write

OPTIONS = ("SAP", "Excel", "paper", "EDI", "e-mail", "phone", "portal", "fax", "chat", "API")
RATED = "How likely are you to recommend us?"
READ = """
import polars as pl
pl.scan_csv({path!r}, infer_schema=False).select(pl.all().str.len_bytes().sum()).collect(engine="streaming")
"""
COUNT = """
from pathlib import Path
from icpbot.adapters.readers import files, tables
from icpbot.adapters.readers.encoding import decode
from icpbot.adapters.tables.rewriting import Files
from icpbot.adapters.tables.surveys import PolarsSurveys
done = PolarsSurveys(Files(files.Files(), decode, tables.sheets)).counted("survey.csv", Path({path!r}){more})
assert done.respondents == {rows}, done.respondents
"""
MEASURED = """
import resource, time
began = time.perf_counter()
{work}
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def fill(path: Path, rows: int) -> None:
    """Twenty columns: an id, a date, a weight, closed, spread and open questions."""
    chance = random.Random(1)  # noqa: S311 - made-up answers
    some = [
        ",".join([
            chance.choice(("yes", "no", "maybe", "")), chance.choice(("1-50", "51-200", "201-1000", "1000+")),
            chance.choice(("Logistics", "Retail", "Handel", "Výroba", "物流")), str(chance.randint(1, 5)), str(chance.randint(0, 10)),
            "; ".join(chance.sample(OPTIONS, chance.randint(0, 4))), "; ".join(chance.sample(OPTIONS, chance.randint(1, 6))),
            *(chance.choice(("1", "0")) for _ in range(6)), str(chance.randint(1, 5000)), chance.choice(("Tak", "Nie", "-")),
        ])
        for _ in range(20_000)
    ]  # fmt: skip
    titles = ["Respondent", "Submitted", "weight", "Do you ship?", "Size", "Industry", "How satisfied are you?", RATED,
              "Which tools?", "Which channels?", *(f"Reports [{name}]" for name in OPTIONS[:6]), "How many people?", "Czy?",
              "What hurts?", "What else?"]  # fmt: skip
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(titles) + "\n")
        for n in range(rows):
            day = f"2026-{n % 12 + 1:02d}-{n % 28 + 1:02d} 10:{n % 60:02d}"
            open_ = f"We re-type note {n} by hand every morning,Nothing else but case {n % 9973} of them"
            file.write(f"{n},{day},{n % 7 * 0.25 + 0.5},{chance.choice(some)},{open_}\n")


def measured(work: str) -> tuple[float, float]:
    """Seconds and megabytes of a process of its own."""
    command = [sys.executable, "-c", MEASURED.format(work=work)]
    told = subprocess.check_output(command, text=True).split()  # noqa: S603 - our own code
    return float(told[0]), float(told[1])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "survey.csv"
        fill(path, asked.rows)
        size = path.stat().st_size / 1e6
        works = {
            "polars reads it": READ.format(path=str(path)),
            "every question counted": COUNT.format(path=str(path), more="", rows=asked.rows),
            "crossed by a column, weighted": COUNT.format(path=str(path), more=", by='Size', weight='weight'", rows=asked.rows),
        }  # fmt: skip
        lines = [f"A survey of {asked.rows:,} respondents and 20 columns, {size:.0f} MB.", "",
                 "| work | seconds | times polars | peak memory, MB |", "|---|---|---|---|"]  # fmt: skip
        base = 0.0
        for name, work in works.items():
            seconds, memory = min(measured(work) for _ in range(2))
            base = base or seconds
            lines.append(f"| {name} | {seconds:.1f} | {seconds / base:.1f} | {memory:.0f} |")
    print("\n".join(lines))
    if asked.write:
        write(lines, ": surveys")


if __name__ == "__main__":
    main()
