"""Periods: the stretch of time that a question names, in five languages.

"since March", "w zeszłym kwartale", "od 2025", "у березні 2026", "最近三个月". A word that may be a month
counts only after a word that leads to a time, or before a year: "may", "lis" and "led" are other words too.
A year alone counts if it is one of the last fifteen: "do 2000 pracowników" speaks of people.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date as Day
from datetime import timedelta

from icpbot.domain.model import Model
from icpbot.domain.months import month_of
from icpbot.domain.text import fold

_SINCE = "since|after|from|starting|od|po|poczawszy|pocinaje|vid|від|з|із|зі|після|починаючи з|自从|自|从"
_UNTIL = "until|till|before|by|up to|through|do|przed|pred|до|перед|截至|直到"
_BETWEEN = re.compile(r"(?<!\w)(?:between|miedzy|pomiedzy|mezi|між)\s")
_IN = "between|and|i|a|та|и|miedzy|pomiedzy|mezi|між|in|during|of|w|we|v|ve|у|в|за|протягом|podczas|behem|在"
_YEAR = r"(?:19|20)\d\d"
_MONTH = r"[^\W\d_]{3,12}\.?"
_QUARTER = (
    r"(?:q\s?(?P<q1>[1-4])|(?P<q2>[1-4])\s?(?:\.|st|nd|rd|th|-?[иг]\w{0,2})?\s?"
    r"(?:quarter|kwartal\w*|ctvrtlet\w*|квартал\w*|季度))"
)
_NAMED = re.compile(
    rf"(?<!\w)(?:(?P<lead>{_SINCE}|{_UNTIL}|{_IN})\s+)?"
    rf"(?:(?P<day>{_YEAR}[-./]\d\d?[-./]\d\d?)|{_QUARTER}(?:\s+(?:of\s+)?(?P<qy>{_YEAR}))?"
    rf"|(?P<month>{_MONTH})\s+(?P<my>{_YEAR})|(?:roku?\s+|рок\w+\s+)?(?P<year>{_YEAR})|(?P<bare>{_MONTH}))(?!\w)"
)
_HAN = re.compile(
    rf"(?P<lead>自从|自|从|截至|直到|在)?(?P<year>{_YEAR})年(?:(?P<month>\d\d?)月)?"
    rf"(?P<tail>以来|以后|之后|以前|之前|到现在)?"
)
_LAST_N = re.compile(
    r"(?:last|past|previous|ostatni\w*|posledni\w*|останн\w+|минул\w+|最近|过去|近)\s?(?P<n>\d{1,3}|[一二两三四五六七八九十])\s?个?"
    r"(?:(?P<d>days?|dni|dnu|днів|дні|天|日)|(?P<w>weeks?|tygodni\w*|tydn\w*|тижн\w+|周|星期)"
    r"|(?P<m>months?|miesi\w+|mesic\w*|місяц\w+|月)|(?P<y>years?|lat\w*|let|рок\w+|年))"
)
_HAN_DIGITS = dict(zip("一二两三四五六七八九十", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
_THIS = r"(?:this|current|tym|tego|biezac\w+|tomto|tento|letos(?=\W|$)|ц\w{2,5}|поточн\w+|本|这个|今)\s?"
_PREVIOUS = r"(?:last|previous|zeszl\w+|ubiegl\w+|ostatni\w*|minul\w+|минул\w+|上个?)\s?"
_UNITS = (
    (r"(?:week|tydzie\w*|tygodni\w*|tyden\w*|tydn\w*|тижн\w+|周|星期)", "week"),
    (r"(?:month|miesi\w+|mesic\w*|місяц\w+|月)", "month"),
    (r"(?:quarter|kwartal\w*|ctvrtlet\w*|квартал\w*|季度)", "quarter"),
    (r"(?:year|rok\w*|рок\w+|рік|年)", "year"),
)
_WORDS = {
    **dict.fromkeys(("loni", "vloni", "торік", "去年"), ("year", -1)),
    **dict.fromkeys(("letos", "今年"), ("year", 0)),
    **dict.fromkeys(("yesterday", "wczoraj", "vcera", "вчора", "昨天"), ("day", -1)),
}
_OTHER_YEARS = re.compile(r"(?:founded|established|zaloz\w+|zalozen\w+|заснован\w+|成立)\W+(?:\w+\W+){0,3}$")
"""A year after one of these is the company's, not the conversation's."""


class Period(Model):
    """Both ends belong to it; nothing at an end that is open."""

    since: Day | None = None
    until: Day | None = None

    def holds(self, day: Day | None) -> bool:
        """Whether a day lies in it; an unknown day does not."""
        return (
            day is not None
            and (not self.since or self.since <= day)
            and (not self.until or day <= self.until)
        )


def period_in(text: str, today: Day) -> Period | None:
    """The period that a question names; a month without a year is the latest that has begun."""
    folded = fold(text)
    return _recent(folded, today) or _relative(folded, today) or _han(folded) or _named(folded, today)


def _recent(text: str, today: Day) -> Period | None:
    """The last so many days, weeks, months or years."""
    match = _LAST_N.search(text)
    if match is None:
        return None
    count = _HAN_DIGITS.get(match["n"]) or int(match["n"])
    if match["d"] or match["w"]:
        return Period(since=today - timedelta(days=count * (7 if match["w"] else 1)), until=today)
    return Period(since=_months_before(today, count * (12 if match["y"] else 1)), until=today)


def _relative(text: str, today: Day) -> Period | None:
    for word, (unit, steps) in _WORDS.items():
        if re.search(rf"(?<!\w){word}(?!\w)" if word.isascii() else word, text):
            return _since(text, word, _span(unit, steps, today))
    for pattern, unit in _UNITS:
        for lead, steps in ((_PREVIOUS, -1), (_THIS, 0)):
            found = re.search(rf"(?<![^\W\u3400-\u9fff]){lead}{pattern}(?!\w*\d)", text)
            if found:
                return _since(text, found.group(), _span(unit, steps, today))
    return None


def _since(text: str, words: str, span: Period) -> Period:
    """The span itself, or all that came after it began when "since" stands before it."""
    open_ended = re.search(rf"(?<!\w)(?:{_SINCE})\s*{re.escape(words)}", text)
    return span.model_copy(update={"until": None}) if open_ended else span


def _han(text: str) -> Period | None:
    match = _HAN.search(text)
    if match is None:
        return None
    span = _month(int(match["year"]), int(match["month"] or 0))
    if span is None:
        return None
    if match["tail"] in {"以前", "之前"} or match["lead"] in {"截至", "直到"}:
        return Period(until=span.until if match["lead"] else _day_before(span.since))
    since = match["tail"] in {"以来", "以后", "之后", "到现在"} or match["lead"] in {"自从", "自", "从"}
    return span.model_copy(update={"until": None}) if since else span


def _named(text: str, today: Day) -> Period | None:
    """Between two that are named one after the other, else what the first that counts means."""
    found = [(m["lead"], span) for m in _NAMED.finditer(text) if (span := _meant(m, text, today))]
    if not found:
        return None
    lead, span = found[0]
    if len(found) > 1 and (_leads(lead, _SINCE) or _BETWEEN.search(text)):
        return Period(since=span.since, until=found[1][1].until)
    if _leads(lead, _SINCE):
        after = lead in {"after", "po", "після"}
        return Period(since=_day_after(span.until) if after else span.since)
    if _leads(lead, _UNTIL):
        before = lead in {"before", "przed", "pred", "перед", "do", "до"}
        return Period(until=_day_before(span.since) if before else span.until)
    return span


def _leads(lead: str | None, words: str) -> bool:
    return bool(lead) and lead in words.split("|")


def _meant(match: re.Match[str], text: str, today: Day) -> Period | None:
    """The day, quarter, month or year of a match, if it is one."""
    if match["day"]:
        return _one_day(match["day"])
    quarter = match["q1"] or match["q2"]
    if quarter:
        return _quarter(int(quarter), int(match["qy"]) if match["qy"] else today.year)
    if match["month"]:
        number = month_of(match["month"])
        return _month(int(match["my"]), number or 0) if number or match["lead"] else None
    if match["year"]:
        recent = today.year - 15 <= int(match["year"]) <= today.year + 1
        leads = bool(match["lead"]) and recent and not _OTHER_YEARS.search(text[: match.start()])
        return _month(int(match["year"]), 0) if leads else None
    number = month_of(match["bare"])
    if not number or not match["lead"]:
        return None
    return _month(today.year if number <= today.month else today.year - 1, number)


def _one_day(written: str) -> Period | None:
    try:
        day = Day(*map(int, re.split(r"[-./]", written)))
    except ValueError:
        return None
    return Period(since=day, until=day)


def _month(year: int, month: int) -> Period | None:
    """A month, or with 0 the whole year."""
    if not 0 <= month <= 12:
        return None
    first, last = (month, month) if month else (1, 12)
    return Period(since=Day(year, first, 1), until=Day(year, last, calendar.monthrange(year, last)[1]))


def _quarter(number: int, year: int) -> Period:
    last = 3 * number
    return Period(since=Day(year, last - 2, 1), until=Day(year, last, calendar.monthrange(year, last)[1]))


def _span(unit: str, steps: int, today: Day) -> Period:
    """The day, week, month, quarter or year so many steps from today's."""
    return _SPANS[unit](today, steps)


def _days(today: Day, steps: int) -> Period:
    day = today + timedelta(days=steps)
    return Period(since=day, until=day)


def _weeks(today: Day, steps: int) -> Period:
    monday = today + timedelta(days=7 * steps - today.weekday())
    return Period(since=monday, until=monday + timedelta(days=6))


def _months(today: Day, steps: int) -> Period:
    first = _months_before(today.replace(day=1), -steps)
    return Period(since=first, until=first.replace(day=calendar.monthrange(first.year, first.month)[1]))


def _quarters(today: Day, steps: int) -> Period:
    month = _months_before(today.replace(day=1), -3 * steps)
    return _quarter((month.month + 2) // 3, month.year)


def _years(today: Day, steps: int) -> Period:
    return Period(since=Day(today.year + steps, 1, 1), until=Day(today.year + steps, 12, 31))


_SPANS: dict[str, Callable[[Day, int], Period]] = {
    "day": _days, "week": _weeks, "month": _months, "quarter": _quarters, "year": _years,
}  # fmt: skip


def _months_before(day: Day, months: int) -> Day:
    """The same day so many months earlier, or the last of its month."""
    years, month = divmod(day.month - 1 - months, 12)
    year, month = day.year + years, month + 1
    return Day(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _day_before(day: Day | None) -> Day | None:
    return day - timedelta(days=1) if day else None


def _day_after(day: Day | None) -> Day | None:
    return day + timedelta(days=1) if day else None
