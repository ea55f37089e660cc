"""Facts a pasted text states outright: headcount, country, industry, and what it names."""

import re
from datetime import datetime

from icpbot.domain.accounts import Fact, FactOrigin
from icpbot.domain.catalogue import Attribute, Catalogue, ValueType
from icpbot.domain.grounding import Quote
from icpbot.domain.phrases import criteria_in
from icpbot.domain.profile import Range
from icpbot.domain.values import Value, parse_number

_HEADCOUNT = re.compile(
    r"(\d[\d  .,]*)\s*\+?\s*(?:employees|people|staff|pracownik\w*|osób|zaměstnanc\w*|lidí|працівник\w*|співробітник\w*"
    r"|осіб|名员工|人|员工)"
    r"|(?:employs|employing|headcount(?: of)?|zatrudnia\w*|zaměstnává\w*|налічує|员工(?:人数)?(?:约)?)\s*:?\s*(?:about|around|ok\.|asi|około|близько|约)?\s*(\d[\d  .,]*)",
    re.IGNORECASE,
)


def facts_in(text: str, catalogue: Catalogue, *, recorded_at: datetime) -> list[Fact]:
    """One fact an attribute, each pointing at its span of the pasted text (source id `pasted`).

    An attribute for which the text names two values is left out: which one is meant is not said.
    """
    found: dict[str, tuple[Value, int, int]] = {}
    match = _HEADCOUNT.search(text)
    number = parse_number(match.group(1) or match.group(2)) if match else None
    if match and number is not None:
        found["employees"] = (number, match.start(), match.end())
    for criterion in criteria_in(text, catalogue):
        attribute = catalogue.attribute(criterion.attribute)
        value = _value(attribute, criterion.ideal)
        if attribute and value is not None and attribute.key not in found:
            found[attribute.key] = (value, 0, len(text))
    return [
        Fact(attribute=key, value=value, origin=FactOrigin.TEXT, recorded_at=recorded_at,
             citation=Quote(source_id="pasted", start=start, end=end, text=text[start:end]))
        for key, (value, start, end) in found.items()
    ]  # fmt: skip


def _value(attribute: Attribute | None, band: object) -> Value | None:
    if attribute is None or not isinstance(band, tuple):
        return None
    if attribute.type is ValueType.SET:
        return tuple(str(item) for item in band)
    return str(band[0]) if len(band) == 1 and not isinstance(band, Range) else None
