"""Charts as they are described, whoever draws them: bars with what is certain of them."""

from icpbot.domain.model import Model


class Bar(Model):
    """A share, 0 to 1, between `low` and `high`; `note` tells how many it rests on. `series` is the
    place of what it is about in the legend of its chart.
    """

    label: str
    share: float
    low: float
    high: float
    note: str = ""
    series: int = 0


class Panel(Model):
    """Bars under one heading, such as one question of a survey."""

    heading: str
    bars: tuple[Bar, ...]


class Chart(Model):
    """`subtitle` says what the bars are, `note` what is missing; `legend` names the series, the most
    important first. `alt` says in words what is to be seen.
    """

    title: str
    subtitle: str
    panels: tuple[Panel, ...]
    alt: str
    note: str = ""
    legend: tuple[str, ...] = ()
    language: str = "en"
