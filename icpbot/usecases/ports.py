"""What the use cases need from the world, in our words; adapters fulfil it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from icpbot.domain.accounts import Fact
from icpbot.domain.canvases import Canvas
from icpbot.domain.catalogue import Catalogue
from icpbot.domain.charts import Chart
from icpbot.domain.cited import Searched
from icpbot.domain.clusters import Alike
from icpbot.domain.disguise import Personal
from icpbot.domain.fit import BandName
from icpbot.domain.grounding import Align
from icpbot.domain.insights import InsightKind
from icpbot.domain.model import Model
from icpbot.domain.names import Match
from icpbot.domain.passages import Passage
from icpbot.domain.playbooks import Playbook
from icpbot.domain.profile import Profile
from icpbot.domain.queries import Asking
from icpbot.domain.ranking import Filter, Hit
from icpbot.domain.reply import Reply
from icpbot.domain.requests import FileRef, Request
from icpbot.domain.sources import Reader, Source, SourceText, Turn
from icpbot.domain.surveys import SurveyResult

if TYPE_CHECKING:
    from icpbot.usecases.crm import CrmStore
    from icpbot.usecases.exporting import Material
    from icpbot.usecases.page import Page
from icpbot.usecases.stores import (
    AccountStore,
    DecisionStore,
    DraftStore,
    InsightStore,
    LinkStore,
    ProfileStore,
    RequestStore,
    RoleStore,
    SourceStore,
)

R = TypeVar("R", bound=Model)

Clock = Callable[[], datetime]
Progress = Callable[[str, int, int], None]
"""(step, done, of)"""


class FileReader(Protocol):
    def read(self, name: str, data: bytes) -> SourceText:
        """Turns of a file; raises `Rejected` with the sentence the person will read."""

    def table(self, name: str, data: bytes) -> tuple[list[str], list[list[str]]]:
        """Column names and rows of a CSV or XLSX file; raises `Rejected`."""

    def unpacked(self, name: str, data: bytes) -> list[tuple[str, bytes]]:
        """Paths and contents of the files in an archive, none for another file; raises `Rejected`."""


class Hearing(Protocol):
    def heard(self, name: str, data: bytes) -> bytes:
        """What is said in a recording, as a JSON transcript that a `FileReader` reads; raises `Rejected`."""


class Seal(Protocol):
    """What only we can write."""

    def fresh(self) -> str:
        """A name that nobody had before and nobody can guess: letters and digits."""

    def signature(self, text: str) -> str: ...

    def holds(self, text: str, signature: str) -> bool: ...


class PassageIndex(Protocol):
    @property
    def name(self) -> str:
        """Which embedder filled it, and in which form."""

    def add(self, source: Source, passages: Sequence[Passage], progress: Progress | None = None) -> None: ...

    def remove(self, source_ids: Sequence[str]) -> None: ...

    def search(self, query: str, where: Filter, k: int) -> list[Hit]:
        """The best passages, fused; ids the store no longer knows are never returned."""

    def retire_others(self) -> None:
        """Let go of what earlier embedders left."""

    def held(self, source_ids: Sequence[str]) -> dict[str, int]:
        """How many entries of these sources there are, by part of the index."""

    def strangers(self, known: Collection[str]) -> list[str]:
        """Sources of which there are entries though nobody knows them."""


class Labeller(Protocol):
    def label(self, texts: Sequence[str]) -> list[tuple[str, float]]:
        """The likeliest label of each text by examples, with its likelihood."""

    def likelihoods(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """Every label's likelihood for each text."""


class Likeness(Protocol):
    def to(self, query: str, texts: Sequence[str]) -> list[float]:
        """Cosine of each text to the query."""

    def alike(self, texts: Sequence[str], weights: Sequence[float] | None = None) -> Alike:
        """Texts compared with each other; `weights`: how often each counts to the others."""


class LanguageModel(Protocol):
    name: str

    def ask(
        self,
        task: str,
        variables: Mapping[str, str],
        reply: type[R],
        heard: Callable[[R], None] | None = None,
    ) -> tuple[R, int]:
        """A typed reply to the prompt `task`, and the tokens used; raises `ModelUnavailable`.

        `heard` is given what of the reply is finished while the rest is written, again and again; one that
        is begun anew holds less. Whoever cannot tell never calls it.
        """


class WebSearch(Protocol):
    def search(self, company: str, attributes: str) -> Searched:
        """What pages on the web state of a company; raises `ModelUnavailable`."""


class Knowledge(Protocol):
    def catalogue(self) -> Catalogue: ...

    def definition(self, question: str, language: str) -> str | None:
        """The text for the term a question asks about."""

    def kind_asked(self, question: str) -> InsightKind | None:
        """The kind of insight a question's own words ask about."""

    def guide(self, kinds: Sequence[InsightKind], language: str) -> list[str]:
        """Open interview questions for what is not known."""

    def invitation(self, language: str) -> tuple[str, str]:
        """Subject and text of an invitation, with {name}, {company}, {incentive} and {minutes} in them."""

    def asking(self) -> Asking:
        """Words that only ask."""

    def playbooks(self) -> Sequence[Playbook]: ...


class Voice(Protocol):
    def say(self, key: str, language: str, **values: str | float) -> str:
        """The sentence of that key in a language, falling back to English."""


class CompanyNames(Protocol):
    def matches(self, asked: str, names: Sequence[str]) -> list[Match]:
        """Names alike, best first."""


ACCOUNT = "\ue000"
"""Where the name of an account goes in a question of `ListWords`."""


@dataclass(frozen=True)
class ListWords:
    """What a list says, by the attributes of the criteria: names, the mark of each band, questions."""

    labels: Mapping[str, str]
    marks: Mapping[str, Mapping[BandName, str]]
    questions: Mapping[str, str]
    version: str


@dataclass(frozen=True)
class ListPlan:
    """How a table of companies is judged.

    `names` are titles of the column that names a company, the first that is there counts; `key` gives
    the fact that a column or a criterion is about. `accounts` are the keys of names that the store
    knows, `facts` what it knows of those that are accounts, by the name and the profile's attributes.
    """

    title: str
    profile: Profile
    catalogue: Catalogue
    names: Sequence[str]
    key: Callable[[str], str]
    accounts: Sequence[str]
    facts: Callable[[Sequence[str]], Mapping[str, Mapping[str, Fact]]]
    words: ListWords
    now: datetime


class Listed(Model):
    """How many rows a list has, how many of each verdict, and what to look at: rows whose company
    stood in an earlier one, and rows whose company the store does not know, with the first names.
    """

    rows: int
    mix: dict[str, int]
    duplicates: tuple[str, ...] = ()
    duplicate_rows: int = 0
    unknown: tuple[str, ...] = ()
    unknown_rows: int = 0


class Lists(Protocol):
    def check(self, table: Path, out: Path, plan: ListPlan) -> Listed:
        """Every row of a CSV or XLSX table with its verdict into a CSV file, best first; raises
        `Rejected` for what is no table and `UsageError` for what cannot be read or written.
        """


class Surveys(Protocol):
    def counted(
        self, name: str, table: Path | bytes, *, by: str | None = None, weight: str | None = None
    ) -> SurveyResult:
        """Every question of a CSV or XLSX table of any length; raises `Rejected` for what is no table and
        `UsageError` for what cannot be read or has no such column.
        """


class Charts(Protocol):
    def drawn(self, chart: Chart, form: str) -> bytes:
        """The chart as `png`, `svg` or `html`."""


class Documents(Protocol):
    def written(self, form: str, material: "Material") -> bytes:
        """What another system reads: `clickup` (ZIP), `leadbooster` (JSON) or `table` (CSV)."""

    def canvas(self, page: "Page") -> str:
        """The page in the Markdown that a canvas holds."""


class Leavings(Protocol):
    """What other parts keep for a while of what went through them."""

    def clear(self) -> dict[str, int]:
        """Remove it; how much it was, by place. Raises `Unavailable`."""


@dataclass(frozen=True)
class Desk:
    """Everything a use case may reach for; built once, in `bootstrap`."""

    workspace: str
    clock: Clock
    reader: FileReader
    sources: SourceStore
    insights: InsightStore
    decisions: DecisionStore
    accounts: AccountStore
    profiles: ProfileStore
    drafts: DraftStore
    requests: RequestStore
    index: PassageIndex
    insight_labels: Labeller
    question_labels: Labeller
    intent_labels: Labeller
    likeness: Likeness
    knowledge: Knowledge
    voice: Voice
    names: CompanyNames
    lists: Lists
    surveys: Surveys
    charts: Charts
    documents: Documents
    align: Align
    language_of: Callable[[str], str | None]
    personal: Personal
    leavings: Leavings
    links: LinkStore
    roles: RoleStore
    crm: "CrmStore"
    seal: Callable[[], Seal]
    model: LanguageModel | None = None
    budget: tuple[int | None, int | None] = (None, None)
    """Tokens of the model a day, for one person and for the workspace; nothing is no limit."""
    hearing: Hearing | None = None
    forced_language: str | None = None
    pseudonyms: bool = False
    reranking: bool = False
    """Whether the model puts in order what was found for a question."""
    web: WebSearch | None = None
    """Where looking a company up on the web is allowed."""
    public_url: str | None = None
    """Where people reach this process over HTTP, without a slash at the end."""


def language_for(desk: Desk, text: str, fallback: str = "en") -> str:
    """The language to reply in: forced by setting, else the asker's."""
    return desk.forced_language or desk.language_of(text) or fallback


class Person(Model):
    """Who asks. `language` is the one their Slack speaks, when we speak it too; `name` as others read it."""

    name: str | None = None
    language: str | None = None
    admin: bool = False


class Conversations(Protocol):
    """Where people talk to us: Slack, or the terminal."""

    def person(self, request: Request) -> Person:
        """Who asks, as far as the place tells; raises `Unavailable`."""

    def reader_of(self, request: Request) -> Reader:
        """Who will read the reply, asked of the place at this moment."""

    def takes_part(self, request: Request) -> bool:
        """Whether we may write where the request came from; raises `Unavailable`."""

    def audience_of(self, request: Request) -> str:
        """Whose a thing is that was said there: the workspace's, or that conversation's alone."""

    def thread(self, request: Request) -> Sequence[Turn]:
        """What people said in the thread of a request, oldest first; nothing where we may not look."""

    def working(self, request: Request, text: str) -> None:
        """Say what is being done; updates the same line, and may be lost without harm."""

    def so_far(self, request: Request, reply: Reply) -> None:
        """Show what stands of a reply that is still written, in that same line; called often, also with the
        same reply, and may be lost without harm. Nothing is shown where it could not be removed.
        """

    def fetch(self, file: FileRef) -> bytes:
        """Contents of an uploaded file; raises `Rejected`."""

    def write_canvas(self, request: Request, title: str, markdown: str, known: str | None) -> Canvas:
        """A document that nobody can open until a reply with it is delivered; of a `known` one, all of it.
        Raises `UsageError` where there are no canvases, `NotAllowed`, `Unavailable`.
        """

    def remove_canvas(self, canvas: Canvas) -> None: ...

    def deliver(self, request: Request, reply: Reply) -> str:
        """Post the reply unless it stands there already; returns where it stands."""


class Jobs(Protocol):
    def enqueue(self, request_id: str) -> None:
        """Handle the request in the background, once, even if this process dies."""
