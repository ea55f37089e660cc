"""What a profile's page holds, whatever format it is laid out in."""

from icpbot.domain.charts import Chart
from icpbot.domain.model import Model


class PageQuote(Model):
    """A quote between the words around it in its source. `language` is set where it is not the page's."""

    text: str
    who: str
    before: str = ""
    after: str = ""
    language: str | None = None


class PageClaim(Model):
    """`basis` says what it rests on; `share` is that of accounts who said it, 0 to 1; `notes` come below."""

    text: str
    basis: str = ""
    share: float | None = None
    notes: tuple[str, ...] = ()
    quotes: tuple[PageQuote, ...] = ()


class PageSection(Model):
    heading: str
    claims: tuple[PageClaim, ...]


class PageRow(Model):
    label: str
    ideal: str
    ok: str
    avoid: str
    weight: str
    note: str = ""
    why: str = ""


class PageLine(Model):
    """`shares`, 0 to 1, are drawn as bars: one alone, or one beside what it is compared with."""

    text: str
    shares: tuple[float, ...] = ()


class PageBlock(Model):
    """A `chart` shows what the lines say, where the format can show it."""

    heading: str
    lead: str = ""
    lines: tuple[PageLine, ...] = ()
    chart: Chart | None = None


class Page(Model):
    """In reading order: glance, criteria, sections, blocks. `labels` name the columns and the criteria."""

    title: str
    subtitle: str
    language: str
    glance: PageBlock
    labels: dict[str, str]
    description: str = ""
    criteria: tuple[PageRow, ...] = ()
    thresholds: str = ""
    sections: tuple[PageSection, ...] = ()
    blocks: tuple[PageBlock, ...] = ()
