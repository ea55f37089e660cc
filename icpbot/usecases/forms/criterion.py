"""The form of one criterion of the profile."""

from icpbot.domain.bands import check as check_bands
from icpbot.domain.errors import Conflict, IcpbotError, InvalidProfile, NotAllowed, UsageError
from icpbot.domain.forms import DRAFTED, Form, FormName, mark
from icpbot.domain.profile import Criterion, Profile
from icpbot.domain.reply import Option, Reply
from icpbot.domain.sources import Reader
from icpbot.domain.text import shorten
from icpbot.domain.written import Unclear, band_from
from icpbot.usecases import drafting, profiles
from icpbot.usecases.family import whole
from icpbot.usecases.fit import attribute_label
from icpbot.usecases.forms.parts import Dialog, Filled, WrongField, labelled, new_form, newest, unchanged
from icpbot.usecases.ports import Desk
from icpbot.usecases.reading import of_the_workspace, visible
from icpbot.usecases.showing.profile import profile_reply
from icpbot.usecases.wording import band_shown, is_shown

BANDS = ("ideal", "ok", "avoid")


def _open(reference: str, reader: Reader, desk: Desk, language: str) -> Form:
    """`reference` is that of `criterion_reference`."""
    which, version, named = reference.split("@", 2)
    if version == DRAFTED:
        return _open_drafted(which, named, reader, desk, language)
    names = [p.name for p in desk.profiles.profiles(desk.workspace)]
    name = next((n for n in names if mark(n) == named), named)
    profile = newest(name, version, reader, desk)
    criterion = next((c for c in whole(profile, desk).criteria if mark(c.attribute) == which), None)
    if criterion is None:
        raise Conflict("profile-changed", name=name)
    about = {"attribute": criterion.attribute, "version": version, "name": name}
    return _form(criterion, about, f"{profile.name} v{version}", desk, language)


def _open_drafted(which: str, conversation: str, reader: Reader, desk: Desk, language: str) -> Form:
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    draft = drafting.open_draft(conversation, desk)
    criterion = next((c for c in draft.profile.criteria if mark(c.attribute) == which), None)
    if criterion is None:
        raise Conflict("profile-changed", name=draft.profile.name)
    about = {"attribute": criterion.attribute, "version": DRAFTED, "name": conversation}
    return _form(criterion, about, draft.profile.name, desk, language)


def _form(criterion: Criterion, about: dict[str, str], named: str, desk: Desk, language: str) -> Form:
    written = {band: band_shown(value, desk, language) for band, value in criterion.bands()}
    hint = desk.voice.say("field-band-hint", language)
    fields = [labelled(band, desk, language, value=written.get(band, ""), hint=hint) for band in BANDS]
    yes_no = tuple(Option(value=v, label=desk.voice.say(f"value-{v}", language)) for v in ("yes", "no"))
    breaks = "yes" if criterion.deal_breaker else "no"
    fields += [
        labelled("weight", desk, language, value=f"{criterion.weight:g}"),
        labelled("deal-breaker", desk, language, options=yes_no, value=breaks),
    ]  # fmt: skip
    label = attribute_label(criterion.attribute, desk, language)
    return new_form(FormName.CRITERION, desk, language, fields=fields, notice=f"{label} · {named}", ids=about)


def _check(values: dict[str, str], desk: Desk) -> None:
    try:
        drafted = values["version"] == DRAFTED
        profile = (
            drafting.open_draft(values["name"], desk).profile if drafted
            else unchanged(values["name"], values["version"], desk)
        )  # fmt: skip
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
    if values["version"] == DRAFTED:
        return _revise(filled)
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


def _revise(filled: Filled) -> Reply:
    """In the draft, whose question is asked again."""
    values, desk, language = filled.request.values, filled.desk, filled.language
    base = drafting.open_draft(values["name"], desk).profile
    try:
        criterion = _with_criterion(base, values, desk).criterion(values["attribute"])
    except WrongField as wrong:
        raise wrong.cause from wrong
    assert criterion is not None, "the form is about a criterion"
    who = filled.request.place.user
    draft, said = drafting.revise(values["name"], criterion, filled.reader, desk=desk, who=who)
    reply = drafting.as_reply(said, desk=desk, language=draft.language or language)
    choice = drafting.editable(draft, values["name"], desk=desk, language=reply.language)
    return reply.model_copy(update={"choice": choice})


DIALOG = Dialog(_open, _check, _apply)
