"""The profile as data: JSON, YAML, and its scoring table as CSV; and data read back."""

import csv
import io
import json
import re

from icpbot.domain.profile import Profile
from icpbot.usecases.profiles import band_text

_FORMULA = re.compile(r"[=+@-]")
_NUMBER = re.compile(r"-?\d[\d,.]*\s?")


def as_json(profile: Profile) -> bytes:
    plain = profile.model_dump(mode="json", exclude_defaults=True)
    named = {"name": profile.name, "version": profile.version, **plain}
    return (json.dumps(named, ensure_ascii=False, indent=2) + "\n").encode()


def as_yaml(profile: Profile) -> bytes:
    import yaml

    plain = profile.model_dump(mode="json", exclude_defaults=True)
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100).encode()


def as_csv(profile: Profile) -> bytes:
    """The scoring table: one criterion a row, ideal, ok and avoid as columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["attribute", "ideal", "ok", "avoid", "weight", "deal_breaker", "ignored"])
    for c in profile.criteria:
        bands = [
            "" if band is None else band_text(band).replace(", ", "; ") for band in (c.ideal, c.ok, c.avoid)
        ]
        row = [c.attribute, *bands, f"{c.weight:g}", c.deal_breaker or "", c.ignored or ""]
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig")


def inert(cell: str) -> str:
    """One line; what a spreadsheet would run as a formula becomes text."""
    cell = " ".join(cell.split())
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def load(name: str, data: bytes) -> object:
    """JSON or YAML; raises `UsageError` when it is neither."""
    import yaml

    from icpbot.domain.errors import UsageError

    try:
        return yaml.safe_load(data.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError("profile-not-readable", name=name) from error
