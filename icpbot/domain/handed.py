"""What people paste instead of writing: a table of criteria, a forwarded e-mail."""

import re
from collections.abc import Iterable, Mapping, Sequence

from pydantic import TypeAdapter

from icpbot.domain.catalogue import Attribute, Catalogue
from icpbot.domain.errors import InvalidProfile
from icpbot.domain.profile import Band, Criterion
from icpbot.domain.text import fold
from icpbot.domain.values import parse_boolean, parse_number
from icpbot.domain.written import band_from

_COLUMNS = {
    "attribute": ("attribute", "criterion", "criteria", "kryterium", "cecha", "atrybut", "kritérium",
                  "atribut", "критерій", "ознака", "атрибут", "属性", "标准", "条件"),
    "ideal": ("ideal", "idealnie", "idealny", "idealna", "ideální", "ideálně", "ідеал", "ідеально", "理想"),
    "ok": ("ok", "also ok", "also fine", "acceptable", "dobrze", "też dobrze", "akceptowalne", "dobré",
           "také dobré", "přijatelné", "добре", "теж добре", "прийнятно", "可以", "可接受", "也可以"),
    "avoid": ("avoid", "unikać", "unikaj", "raczej nie", "vyhnout se", "raději ne", "nechceme", "уникати",
              "краще ні", "避免", "最好避免"),
    "weight": ("weight", "waga", "váha", "вага", "权重"),
    "deal_breaker": ("deal-breaker", "dealbreaker", "wykluczające", "vylučující", "виключне", "一票否决"),
    "ignored": ("ignored", "does not matter", "bez znaczenia", "nerozhoduje", "не має значення", "不重要"),
    "note": ("note", "notes", "uwagi", "poznámka", "примітка", "备注"),
}  # fmt: skip
COLUMNS = ("criterion", "ideal", "ok", "avoid", "weight", "deal-breaker", "ignored", "note")
"""The header of a table that we write; what reads tables knows it."""
_NAMED = {fold(name): column for column, names in _COLUMNS.items() for name in names}
_RULE = re.compile(r"^[\s|:=+-]+$")
_HEADERS = {
    "From": ("from", "od", "від", "发件人", "寄件人"),
    "Subject": ("subject", "temat", "předmět", "тема", "主题"),
    "Date": ("date", "sent", "data", "wysłano", "datum", "odesláno", "дата", "надіслано", "日期", "发送时间"),
    "To": ("to", "do", "komu", "pro", "кому", "收件人"),
}
_HEADER = {fold(name): header for header, names in _HEADERS.items() for name in names}
_LETTER_WORDS = 12
"""A message shorter than this with a line "From:" is no letter."""


def criteria_rows(text: str) -> list[dict[str, str]] | None:
    """Rows of a pasted table with a column of attributes and at least one band, by column; else nothing."""
    lines = [line for line in text.splitlines() if line.strip() and not _RULE.match(line)]
    if len(lines) < 2:
        return None
    mark = next((mark for mark in ("\t", "|", ";") if lines[0].count(mark)), None)
    if mark is None:
        return None
    return table_rows(_cells(lines[0], mark), [_cells(line, mark) for line in lines[1:]])


def table_rows(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> list[dict[str, str]] | None:
    """Rows by column, if the titles are those of a table of criteria; else nothing."""
    header = [_NAMED.get(fold(title).strip()) for title in titles]
    if "attribute" not in header or not {"ideal", "ok", "avoid"} & set(header):
        return None
    return [
        {column: _ESCAPED.sub("", cell) for column, cell in zip(header, row, strict=False) if column}
        for row in rows
    ]


_ESCAPED = re.compile(r"^'(?=[=+@-])")
"""Before what a spreadsheet would run as a formula."""


def _cells(line: str, mark: str) -> list[str]:
    row = line.strip()
    return [cell.strip(" *") for cell in (row.strip("|") if mark == "|" else line).split(mark)]


def criterion_from(row: Mapping[str, str], number: int, catalogue: Catalogue) -> Criterion:
    """The criterion of a row; raises `InvalidProfile` with its place."""
    name = row.get("attribute", "").strip()
    attribute = catalogue.attribute(name)
    path = f"criteria[{number}]"
    try:
        bands = {band: _band(row.get(band, ""), attribute) for band in ("ideal", "ok", "avoid")}
    except ValueError as error:
        raise InvalidProfile("unmeasurable", path=path, attribute=name) from error
    weight = parse_number(row.get("weight", ""))
    return Criterion.model_validate({
        "attribute": attribute.key if attribute else name or "?", **bands,
        "weight": 1 if weight is None else max(0.0, weight),
        "deal_breaker": parse_boolean(row.get("deal_breaker", "")) is True,
        "ignored": parse_boolean(row.get("ignored", "")) is True, "note": row.get("note", "").strip() or None,
    })  # fmt: skip


def _band(text: str, attribute: Attribute | None) -> Band | None:
    """As people write it, or as JSON; raises `ValueError` for what is neither."""
    if reads_as_json(text):
        return _JSON.validate_json(text)
    return band_from(text, attribute)


def reads_as_json(text: str) -> bool:
    return text.lstrip().startswith(("{", "[")) or text.strip() in {"true", "false"}


_JSON: TypeAdapter[Band] = TypeAdapter(Band)


def letter_in(text: str) -> str | None:
    """A forwarded e-mail as an e-mail file has it, headers in English; nothing when it is none."""
    headers: dict[str, str] = {}
    lines = text.splitlines()
    for number, line in enumerate(lines):
        found = re.match(r"[\s>*]*([^\W\d_]{2,12}(?:\s[^\W\d_]{2,12})?)\*?\s*[:：]\*?\s*(\S.*)$", line)
        header = _HEADER.get(fold(found.group(1))) if found else None
        if found and header:
            headers.setdefault(header, found.group(2).strip())
        elif headers and line.strip() and len(headers) >= 2:
            return _letter(headers, "\n".join(lines[number:]))
        elif headers and line.strip():
            return None
    return None


def _letter(headers: Mapping[str, str], body: str) -> str | None:
    if "From" not in headers or (len(body.split()) < _LETTER_WORDS and len(body) < 4 * _LETTER_WORDS):
        return None
    kept = "\n".join(f"{name}: {value}" for name, value in headers.items())
    return f"{kept}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
