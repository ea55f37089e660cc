"""A reply before it becomes Slack blocks or terminal text."""

from pydantic import ConfigDict

from icpbot.domain.canvases import Canvas
from icpbot.domain.charts import Chart
from icpbot.domain.fit import FitReport
from icpbot.domain.model import Model


class Button(Model):
    """`action` names what happens, `value` what it happens to; labels are read by people."""

    action: str
    label: str
    value: str = ""
    style: str | None = None


class Cited(Model):
    """A numbered quote: words, who, where; `link` opens the place when there is one. `translation` is what a
    model makes of foreign words, in brackets and marked as such. `heading` begins a group of quotes.
    """

    text: str
    who: str
    number: int
    link: str | None = None
    translation: str | None = None
    heading: str | None = None

    @property
    def told(self) -> str:
        """On one line: “words” (translation) who."""
        return " ".join(part for part in (f"“{self.text}”", self.translation, self.who) if part)


class Table(Model):
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Attachment(Model):
    """A file; its bytes become base64 in JSON, where a reply waits for delivery. `alt` says what a picture
    shows.
    """

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    name: str
    content: bytes
    alt: str | None = None


class Option(Model):
    value: str
    label: str


class Choice(Model):
    """One of several, chosen at once; nothing is chosen beforehand where choosing does something."""

    action: str
    label: str
    options: tuple[Option, ...]
    chosen: str | None = None


class Section(Model):
    """A part of a page: what it is about, what is known, what to do about it."""

    heading: str
    lines: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
    choice: Choice | None = None


class Reply(Model):
    """First the answer, then the reasons, then one next step.

    `private` is a line only the asker may see (what was left out of a channel's answer).
    """

    headline: str
    lines: tuple[str, ...] = ()
    quotes: tuple[Cited, ...] = ()
    table: Table | None = None
    notice: str | None = None
    next_step: str | None = None
    buttons: tuple[Button, ...] = ()
    choice: Choice | None = None
    attachments: tuple[Attachment, ...] = ()
    charts: tuple[Chart, ...] = ()
    """Drawn where pictures can be shown, when the reply is delivered."""
    private: str | None = None
    canvas: Canvas | None = None
    """What whoever reads this may open; its link stands in the lines."""
    openly: bool = False
    """Asked for in private, and yet for the whole channel to read."""
    silent: bool = False
    """Nobody is told: what was to be done is done."""
    title: str | None = None
    """What the conversation is to be called."""
    prompts: tuple[Option, ...] = ()
    """Messages to begin a conversation with."""
    sections: tuple[Section, ...] = ()
    """What makes it a page of its own, the App Home, and no message."""
    language: str = "en"
    engine: str | None = None
    tokens: int = 0
    dropped: int = 0
    """Citations of a model that no source holds."""
    failed: bool = False
    cites: tuple[str, ...] = ()
    """Ids of the sources it says something of: when one is forgotten, so is what was said."""
    verdicts: tuple[FitReport, ...] = ()
    answered: bool = True
    """False when the honest answer was that nobody said."""

    @property
    def text(self) -> str:
        """The whole reply as plain text: notifications, screen readers, the terminal."""
        quotes = [part for q in self.quotes for part in (q.heading, f"{q.told} [{q.number}]")]
        parts = [self.headline, *self.lines, *quotes, self.notice, self.next_step]
        return "\n".join(part for part in parts if part)
