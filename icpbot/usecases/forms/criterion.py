"""The form of one criterion of the profile."""

from icpbot.domain.bands import check as check_bands
from icpbot.domain.errors import Conflict, IcpbotError, InvalidProfile, NotAllowed, UsageError
from icpbot.domain.forms import Form, FormName
from icpbot.domain.profile import Criterion, Profile
from icpbot.domain.reply import Option, Reply
from icpbot.domain.sources import Reader
from icpbot.domain.text import shorten
from icpbot.domain.written import Unclear, band_from
from icpbot.usecases import profiles
from icpbot.usecases.family import whole
from icpbot.usecases.fit import attribute_label
from icpbot.usecases.forms.parts import Dialog, Filled, WrongField, labelled, new_form, newest, unchanged
from icpbot.usecases.ports import Desk
from icpbot.usecases.reading import of_the_workspace, visible
from icpbot.usecases.showing.profile import profile_reply
from icpbot.usecases.wording import band_shown, is_shown

BANDS = ("ideal", "ok", "avoid")


def _open(reference: str, reader: Reader, desk: Desk, language: str) -> Form:
    """`reference` is 'attribute@version@name of the profile'."""
    attribute, version, name = reference.split("@", 2)
    profile = newest(name, version, reader, desk)
    criterion = whole(profile, desk).criterion(attribute) or Criterion(attribute=attribute)
    written = {band: band_shown(value, desk, language) for band, value in criterion.bands()}
    hint = desk.voice.say("field-band-hint", language)
    fields = [labelled(band, desk, language, value=written.get(band, ""), hint=hint) for band in BANDS]
    yes_no = tuple(Option(value=v, label=desk.voice.say(f"value-{v}", language)) for v in ("yes", "no"))
    breaks = "yes" if criterion.deal_breaker else "no"
    fields += [
        labelled("weight", desk, language, value=f"{criterion.weight:g}"),
        labelled("deal-breaker", desk, language, options=yes_no, value=breaks),
    ]  # fmt: skip
    label = attribute_label(attribute, desk, language)
    return new_form(
        FormName.CRITERION, desk, language, fields=fields, notice=f"{label} · {profile.name} v{version}",
        ids={"attribute": attribute, "version": version, "name": name},
    )  # fmt: skip


def _check(values: dict[str, str], desk: Desk) -> None:
    try:
        profile = unchanged(values["name"], values["version"], desk)
        _with_criterion(profile, values, desk)
    except InvalidProfile as error:
        part = error.path.rpartition(".")[2].replace("_", "-")
        raise WrongField(part if part in {*BANDS, "deal-breaker"} else "ideal", error) from error
    except IcpbotError as error:
        raise WrongField("ideal", error) from error


def _with_criterion(profile: Profile, values: dict[str, str], desk: Desk) -> Profile:
    """The profile with the criterion as it was filled in; raises `WrongField` or `InvalidProfile`."""
    attribute = values["attribute"]
    old = whole(profile, desk).criterion(attribute) or Criterion(attribute=attribute)
    changed = old.model_copy(update={
        **{band: _band(band, old, values.get(band, ""), desk) for band in BANDS},
        "weight": _weight(values.get("weight", "")),
        "deal_breaker": values.get("deal-breaker") == "yes",
        "ignored": False,
    })  # fmt: skip
    criteria = [changed if c.attribute == attribute else c for c in profile.criteria]
    if profile.criterion(attribute) is None:
        criteria.append(changed)
    new = profile.model_copy(update={"criteria": tuple(criteria)})
    check_bands(new, desk.knowledge.catalogue())
    return new


def _band(name: str, old: Criterion, written: str, desk: Desk) -> object:
    """What was not touched stays exactly as it was."""
    before = getattr(old, name)
    if before is not None and is_shown(written.strip(), before, desk):
        return before
    try:
        return band_from(written, desk.knowledge.catalogue().attribute(old.attribute))
    except Unclear as error:
        raise WrongField(name, UsageError("band-unclear", value=shorten(written, 60))) from error


def _weight(written: str) -> float:
    try:
        weight = float(written.strip().replace(",", ".") or 1)
    except ValueError:
        weight = -1.0
    if not 0 <= weight <= 100:
        raise WrongField("weight", UsageError("weight-unclear"))
    return weight


def _apply(filled: Filled) -> Reply:
    request, reader, desk, language = filled.request, filled.reader, filled.desk, filled.language
    values = request.values
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    base = profiles.version_of(f"{values['name']}@{values['version']}", desk=desk)
    try:
        changed = _with_criterion(base, values, desk)
    except WrongField as wrong:
        raise wrong.cause from wrong
    newest = profiles.current(desk, base.name)
    if newest.version != base.version and newest.criteria != changed.criteria:
        raise Conflict("profile-changed", name=base.name)
    saved = profiles.save(changed, desk=desk)
    return profile_reply(visible(saved, reader, desk), desk=desk, language=language)


DIALOG = Dialog(_open, _check, _apply)
