"""Questions a second by one worker process and by two, and what a process holds on to while it works for long.

PostgreSQL, `chroma run`, a loopback Slack, a loopback model that takes a while, `icpbot serve --no-worker` and
`icpbot worker`, each a process of its own; the sample research is read. A question comes again after 560 others, when
its reply is not remembered any more. The peer is LangChain's plain retrieval chain (retriever, prompt, chat model) over the
same research, with the same vectors and the same model, in as many threads as a worker answers questions at once;
it looks nothing up in Slack, keeps no record and checks nothing.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import httpx
from ack import running
from results import HERE, arguments, shown, write

from icpbot.adapters.jobs.durable import AT_ONCE, QUESTIONS
from icpbot.playground import LoopbackSlack

ROOT = HERE.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))
from servers import chroma_server, free_port, postgres_server  # noqa: E402

TOPICS = ("delivery notes", "claims", "the warehouse", "late lorries", "invoices", "returns", "drivers", "customs",
          "temperature logs", "pallets", "spreadsheets", "night shifts", "audits", "the price", "the contract",
          "integration", "training", "the pilot", "support", "the board")  # fmt: skip
WHO = ("CFOs", "operations people", "IT", "warehouse managers", "owners", "buyers", "dispatchers", "planners",
       "quality managers", "drivers", "logistics directors", "production", "sales", "accountants")  # fmt: skip
ASKED = [form.format(who=who, topic=topic)
         for form in ("What hurts {who} most about {topic}?", "What do {who} say about {topic}?")
         for topic in TOPICS for who in WHO]  # fmt: skip
random.Random(1).shuffle(ASKED)  # noqa: S311 - repeatable; some forms take a second reply of the model


@dataclass
class World:
    """Everything around the workers."""

    slack: LoopbackSlack
    environment: dict[str, str]
    address: str
    asked: int = 0

    def ask(self, count: int) -> None:
        """Distinct questions of two people, each in a thread of its own; all are acknowledged when this returns."""
        for _ in range(count):
            text = ASKED[self.asked % len(ASKED)]
            self.slack.people.say(("ana", "ben")[self.asked % 2], "general", f"@icpbot {text}")
            self.asked += 1
        if not self.slack.wait_until_delivered(60):
            sys.exit("Some questions were not acknowledged.")

    def open_ones(self) -> int:
        text = httpx.get(f"{self.address}/metrics", trust_env=False, timeout=30).text
        return int(
            float(
                next(line for line in text.splitlines() if line.startswith("icpbot_queue_depth ")).split()[1]
            )
        )

    def wait(self) -> None:
        """Until the front takes events."""
        for _ in range(600):
            try:
                if httpx.get(f"{self.address}/healthz", trust_env=False).is_success:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.1)
        sys.exit("It did not start.")

    def settle(self, seconds: float = 300) -> None:
        deadline = time.monotonic() + seconds
        while self.open_ones():
            if time.monotonic() > deadline:
                sys.exit("Some questions were not answered.")
            time.sleep(0.1)


@contextmanager
def world(pause: float) -> Iterator[World]:
    """Servers, the sample research read, and the front that takes events."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        database = stack.enter_context(postgres_server())
        chroma = stack.enter_context(chroma_server(folder / "chroma"))
        slack = stack.enter_context(LoopbackSlack(manifest=ROOT / "deploy/slack/manifest.yaml"))
        model, port = free_port(), free_port()
        environment = os.environ | {
            "SLACK_BOT_TOKEN": slack.bot_token, "SLACK_SIGNING_SECRET": slack.signing_secret, "PORT": str(port),
            "SLACK_API_URL": slack.api_url, "ICPBOT_HOME": str(folder / "home"), "ICPBOT_DATABASE_URL": database,
            "ICPBOT_CHROMA_URL": chroma, "ICPBOT_MODEL": "none", "OPENBLAS_NUM_THREADS": "1",
        }  # fmt: skip
        _icpbot(environment, "ingest", str(ROOT / "knowledge/sample/interviews"))
        environment |= {"ICPBOT_MODEL": "openai:slow", "OPENAI_API_KEY": "none", "OPENAI_BASE_URL": f"http://127.0.0.1:{model}/v1"}  # fmt: skip
        _started(stack, [sys.executable, str(HERE / "slow_model.py"), str(model), str(pause)], environment)
        front = [sys.executable, "-m", "icpbot", "serve", "--no-worker"]
        _started(stack, front, environment)
        around = World(slack, environment, f"http://127.0.0.1:{port}")
        around.wait()
        slack.send_events_to(f"{around.address}/slack/events")
        yield around


def _icpbot(environment: dict[str, str], *command: str) -> None:
    program = [sys.executable, "-m", "icpbot", *command]
    subprocess.run(program, env=environment, check=True, capture_output=True, cwd=ROOT)  # noqa: S603


def _started(stack: ExitStack, command: list[str], environment: dict[str, str]) -> subprocess.Popen[str]:
    child = running(command, environment, "")
    stack.callback(child.wait, 60)
    stack.callback(child.terminate)
    return child


@contextmanager
def workers(count: int, around: World) -> Iterator[list[subprocess.Popen[str]]]:
    """Worker processes, warm: each has answered something."""
    with ExitStack() as stack:
        environment = {name: value for name, value in around.environment.items() if name != "PORT"}
        children = [
            _started(stack, [sys.executable, "-m", "icpbot", "worker"], environment) for _ in range(count)
        ]
        around.ask(8 * count)
        around.settle()
        yield children


def answered(around: World, count: int) -> float:
    """Seconds until so many questions, asked at once, have been answered."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(around.ask, count)
        time.sleep(0.5)
        asking.result()
        around.settle()
    return time.perf_counter() - begun


def chain(around: World) -> Callable[[str], str]:
    """LangChain's plain retrieval chain over the same research."""
    from langchain_core.documents import Document
    from langchain_core.embeddings import Embeddings
    from langchain_core.output_parsers import StrOutputParser
    from langchain_core.prompts import ChatPromptTemplate
    from langchain_core.runnables import RunnablePassthrough
    from langchain_core.vectorstores import InMemoryVectorStore
    from langchain_openai import ChatOpenAI
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    from icpbot.adapters.embeddings.local import LocalEmbeddings
    from icpbot.adapters.readers.files import Files

    local = LocalEmbeddings(ROOT / "knowledge" / "bridges")

    class Same(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [list(map(float, vector)) for vector in local.encode(texts)]

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    store, splitter = (
        InMemoryVectorStore(Same()),
        RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200),
    )
    for path in sorted((ROOT / "knowledge/sample/interviews").iterdir()):
        text = "\n".join(turn.text for turn in Files().read(path.name, path.read_bytes()).turns)
        store.add_documents(splitter.split_documents([Document(text)]))
    prompt = ChatPromptTemplate.from_template("Answer from the context.\n\n{context}\n\nQuestion: {question}")
    model = ChatOpenAI(model="slow", base_url=around.environment["OPENAI_BASE_URL"], api_key="none")  # type: ignore[arg-type]
    steps: Any = (
        {"context": store.as_retriever(), "question": RunnablePassthrough()}
        | prompt
        | model
        | StrOutputParser()
    )
    return lambda question: str(steps.invoke(question))


def chained(around: World, count: int) -> float:
    asked = chain(around)
    asked("Who signs?")
    begun = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE[QUESTIONS]) as pool:
        list(pool.map(asked, (ASKED * (1 + count // len(ASKED)))[:count]))
    return time.perf_counter() - begun


def scaling(count: int, pause: float) -> Iterator[str]:
    yield f"{count} questions at once, a model that takes {pause * 1000:.0f} ms; on {os.cpu_count()} processors, which Slack, PostgreSQL, Chroma and the model share."
    yield ""
    yield "| | seconds | questions/s | to one worker | processor ms a question |"
    yield "|:--|--:|--:|--:|--:|"
    with world(pause) as around:
        one = 0.0
        for number in (1, 2):
            with workers(number, around) as children:
                before = sum(busy(child.pid) for child in children)
                took = answered(around, count)
                spent = sum(busy(child.pid) for child in children) - before
            one = one or took
            yield f"| icpbot, {number} worker{'s' * (number > 1)} | {took:.1f} | {count / took:.1f} | {one / took:.2f} | {spent * 1000 / count:.0f} |"
        took = chained(around, count)
        yield f"| LangChain's plain retrieval chain, {AT_ONCE[QUESTIONS]} threads | {took:.1f} | {count / took:.1f} | {one / took:.2f} |"


def busy(pid: int) -> float:
    """Seconds of processor time that a process has used; on Linux."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid: int) -> float:
    """MB of memory that a process holds; on Linux."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def soak(seconds: int, rate: float, pause: float) -> Iterator[str]:
    """Memory of the front and of a worker while questions come for long."""
    yield f"{rate:g} questions a second for {seconds} seconds, a model that takes {pause * 1000:.0f} ms."
    yield ""
    yield "| after | worker MB | open |"
    yield "|--:|--:|--:|"
    with world(pause) as around, workers(1, around) as [child]:
        begun, samples = time.monotonic(), []
        next_line, asked = 0.0, around.asked
        while (passed := time.monotonic() - begun) < seconds:
            due = int(passed * rate) - (around.asked - asked)
            around.ask(max(due, 0))
            samples.append((passed, resident(child.pid)))
            if passed >= next_line:
                yield f"| {passed:.0f} s | {samples[-1][1]:.0f} | {around.open_ones()} |"
                next_line += seconds / 8
            time.sleep(0.2)
        around.settle()
        answered_in_all = around.asked - asked
    second, last = (
        median(mb for at, mb in samples if low <= at / seconds < high)
        for low, high in ((0.25, 0.5), (0.75, 1.01))
    )
    yield ""
    yield f"{answered_in_all} questions, each answered. The median of the last quarter is {last:.0f} MB, {last - second:+.1f} MB against the second quarter: {(last - second) * 1024 / max(answered_in_all / 2, 1):+.1f} KB a question."


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument(
        "--questions", type=int, default=200, help="for each number of workers (default: 200)"
    )
    parser.add_argument("--pause", type=float, default=2.0, help="seconds the model takes (default: 2)")
    parser.add_argument("--soak", action="store_true", help="memory over time instead")
    parser.add_argument("--seconds", type=int, default=1200, help="of the soak (default: 1200)")
    parser.add_argument("--rate", type=float, default=2, help="questions a second of the soak (default: 2)")
    chosen = parser.parse_args()
    if chosen.soak:
        lines, title = shown(soak(chosen.seconds, chosen.rate, chosen.pause)), ": memory over time"
    else:
        lines, title = shown(scaling(chosen.questions, chosen.pause)), ": one worker and two"
    if chosen.write:
        write(lines, title)


if __name__ == "__main__":
    main()
