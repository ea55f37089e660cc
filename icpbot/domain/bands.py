"""Bands: whether a value lies in one, and whether the bands of a criterion make sense together."""

from collections.abc import Iterator

from icpbot.domain.catalogue import Attribute, Catalogue, ValueType
from icpbot.domain.errors import InvalidProfile
from icpbot.domain.profile import AllOf, AnyOf, Band, Criterion, Profile, Range, Scalar, Values
from icpbot.domain.values import Amount, Value, as_set, parse_boolean, parse_number, scale_of


def inside(value: Value, band: Band, *, attribute: Attribute | None, catalogue: Catalogue) -> bool | None:
    """Whether a value lies in a band; nothing when the two cannot be compared.

    Nothing, never a guess: an amount in another currency, a word where a number is wanted.
    """
    if isinstance(band, bool):
        truth = value if isinstance(value, bool) else parse_boolean(_only(value))
        return None if truth is None else truth is band
    if isinstance(band, Range):
        return _in_range(value, band)
    if isinstance(value, bool):
        return _is_named(value, band)
    vocabulary = attribute.vocabulary if attribute else None
    if isinstance(band, AllOf):
        return all(_has(value, wanted, vocabulary, catalogue) for wanted in band.all)
    return any(_has(value, _text(wanted), vocabulary, catalogue) for wanted in _items(band))


def _is_named(value: bool, band: AnyOf | AllOf | Values) -> bool | None:  # noqa: FBT001 - a fact
    """Whether a list names yes or no, as whichever word; nothing when it names neither."""
    truths = {parse_boolean(_text(item)) for item in _items(band)} - {None}
    return value in truths if truths else None


def _items(band: AnyOf | AllOf | Values) -> Values:
    return band.all if isinstance(band, AllOf) else band.contains if isinstance(band, AnyOf) else band


def _only(value: Value) -> str:
    return " ".join(as_set(value))


def _text(scalar: Scalar) -> str:
    if isinstance(scalar, float) and scalar == int(scalar):
        return str(int(scalar))
    return str(scalar)


def _has(value: Value, wanted: str, vocabulary: str | None, catalogue: Catalogue) -> bool:
    own = catalogue.canonical(vocabulary, wanted)
    return any(own in catalogue.widened(vocabulary, item) for item in as_set(value))


def _in_range(value: Value, band: Range) -> bool | None:
    number = _number(value, band)
    if number is None:
        return None
    scale = scale_of(band.unit)
    above = band.min is None or number >= band.min * scale
    below = band.max is None or number <= band.max * scale
    return above and below


def _number(value: Value, band: Range) -> float | None:
    if isinstance(value, Amount):
        other = band.currency and value.currency and band.currency.upper() != value.currency.upper()
        return None if other else value.number * scale_of(value.unit)
    if isinstance(value, bool):
        return None
    return value if isinstance(value, float) else parse_number(_only(value))


def check(profile: Profile, catalogue: Catalogue) -> None:
    """Refuse what cannot be measured; the error names the offending entry."""
    seen: set[str] = set()
    for index, criterion in enumerate(profile.criteria):
        path = f"criteria[{index}]"
        attribute = catalogue.attribute(criterion.attribute)
        key = attribute.key if attribute else criterion.attribute
        if key in seen:
            raise InvalidProfile("twice", path=f"{path}.attribute", attribute=criterion.attribute)
        if attribute and attribute.protected:
            raise InvalidProfile("protected", path=f"{path}.attribute", attribute=criterion.attribute)
        seen.add(key)
        _check_criterion(criterion, path, attribute, catalogue)


def _check_criterion(
    criterion: Criterion, path: str, attribute: Attribute | None, catalogue: Catalogue
) -> None:
    bands = list(criterion.bands())
    if not bands and not criterion.ignored:
        raise InvalidProfile("unmeasurable", path=path, attribute=criterion.attribute)
    if criterion.deal_breaker and criterion.avoid is None:
        raise InvalidProfile("no-avoid", path=f"{path}.deal_breaker", attribute=criterion.attribute)
    for name, band in bands:
        if _is_empty(band):
            raise InvalidProfile("empty-band", path=f"{path}.{name}", attribute=criterion.attribute)
        if attribute and not _measures(band, attribute.type):
            raise InvalidProfile("unmeasurable", path=f"{path}.{name}", attribute=criterion.attribute)
    clash = clash_in(criterion, catalogue)
    if clash:
        name, other_name = clash
        raise InvalidProfile(
            "overlap", path=f"{path}.{other_name}", attribute=criterion.attribute, other=name
        )


def _measures(band: Band, kind: ValueType) -> bool:
    """Whether a value of this type can lie in such a band: no country is between 5 and 10, and YAML
    reads NO (Norway) as a "no".
    """
    if isinstance(band, Range):
        return kind in {ValueType.NUMBER, ValueType.MONEY}
    if isinstance(band, bool):
        return kind is ValueType.BOOLEAN
    if kind is ValueType.BOOLEAN:
        return all(parse_boolean(_text(item)) is not None for item in _items(band))
    if kind in {ValueType.NUMBER, ValueType.MONEY}:
        return all(
            not isinstance(item, bool) and parse_number(_text(item)) is not None for item in _items(band)
        )
    return not any(isinstance(item, bool) for item in _items(band))


def clash_in(criterion: Criterion, catalogue: Catalogue) -> tuple[str, str] | None:
    """The first two bands of a criterion that a value could lie in at once."""
    attribute = catalogue.attribute(criterion.attribute)
    for (name, band), (other_name, other) in _pairs(list(criterion.bands())):
        if _overlap(band, other, nested=other_name == "ok", attribute=attribute, catalogue=catalogue):
            return name, other_name
    return None


def _pairs(bands: list[tuple[str, Band]]) -> Iterator[tuple[tuple[str, Band], tuple[str, Band]]]:
    for index, left in enumerate(bands):
        for right in bands[index + 1 :]:
            yield left, right


def _is_empty(band: Band) -> bool:
    if isinstance(band, bool):
        return False
    if isinstance(band, Range):
        nothing = band.min is None and band.max is None
        return nothing or (band.min is not None and band.max is not None and band.min > band.max)
    items = _items(band)
    return not items or any(not _text(item).strip() for item in items)


def _overlap(
    band: Band, other: Band, *, nested: bool, attribute: Attribute | None, catalogue: Catalogue
) -> bool:
    """Whether a value could lie in both. An ok band may surround or touch the ideal one ("50 to 500,
    also ok 20 to 1000"), and an avoid band may take something out of another ("EU, not Hungary").
    """
    if isinstance(band, bool) or isinstance(other, bool):
        return band is other
    if isinstance(band, Range) and isinstance(other, Range):
        return _ranges_overlap(band, other, nested=nested)
    if isinstance(band, Range) or isinstance(other, Range):
        return False
    if isinstance(band, AllOf) or isinstance(other, AllOf):
        return band == other  # "all of a, b" and "any of a" are different questions
    vocabulary = attribute.vocabulary if attribute else None
    return any(
        _clash(_text(one), _text(another), vocabulary, catalogue, nested=nested)
        for one in _items(band)
        for another in _items(other)
    )


def _clash(one: str, other: str, vocabulary: str | None, catalogue: Catalogue, *, nested: bool) -> bool:
    """Whether two names mean the same, or leave the left band nothing, or share members unsaid."""
    left, right = catalogue.canonical(vocabulary, one), catalogue.canonical(vocabulary, other)
    if left == right:
        return True
    if nested:
        return left in catalogue.widened(vocabulary, other)
    if left in catalogue.widened(vocabulary, other):
        return False
    return catalogue.share_members(vocabulary, one, other)


def _ranges_overlap(band: Range, other: Range, *, nested: bool) -> bool:
    low, high = _ends(band)
    other_low, other_high = _ends(other)
    if nested:
        surrounds = other_low <= low and high <= other_high
        touches = other_high == low or other_low == high
        if (surrounds or touches) and (other_low, other_high) != (low, high):
            return False
    return low <= other_high and other_low <= high


def _ends(band: Range) -> tuple[float, float]:
    scale = scale_of(band.unit)
    low = float("-inf") if band.min is None else band.min * scale
    high = float("inf") if band.max is None else band.max * scale
    return low, high
