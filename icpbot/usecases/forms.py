"""Forms: opened with what is known now, checked while they are open, applied once by the durable queue."""

from collections.abc import Callable
from dataclasses import dataclass

from icpbot.domain.accounts import Account, account_id
from icpbot.domain.bands import check as check_bands
from icpbot.domain.errors import Conflict, IcpbotError, InvalidProfile, NotAllowed, UsageError
from icpbot.domain.forms import Field, Form, FormName
from icpbot.domain.profile import Criterion, Profile, ProfileStatus
from icpbot.domain.reply import Option, Reply
from icpbot.domain.requests import Request
from icpbot.domain.routing import split_names
from icpbot.domain.sources import EVERYTHING, WORKSPACE, Kind, Origin, Reader, Source, SpeakerRole
from icpbot.domain.text import shorten
from icpbot.domain.written import Unclear, band_from
from icpbot.usecases import library, profiles
from icpbot.usecases.fit import Book, attribute_label, check, told_facts
from icpbot.usecases.ingest import correct, index_then_store, told_apart
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.reading import of_the_workspace, visible
from icpbot.usecases.showing import fit_reply, profile_reply
from icpbot.usecases.speaking import language_of_request, with_language

BANDS = ("ideal", "ok", "avoid")
PEOPLE = 8
"""Speakers whose roles fit into one form."""
_KINDS = {Kind.INTERVIEW: Origin.FIRST_HAND, Kind.NOTES: Origin.SECOND_HAND, Kind.THREAD: Origin.SECOND_HAND}
"""Kinds that a person may take for one another; tables and surveys are told by their form."""


def opened(request: Request, *, desk: Desk, conversations: Conversations) -> Form:
    """The form that a button opens, or a form that says why not."""
    request = with_language(request, desk, conversations)
    language = language_of_request(request, desk)
    name = FormName(request.action or "")
    try:
        reader = conversations.reader_of(request)
        form = _OPENERS[name](request.text, reader, desk, language)
    except IcpbotError as error:
        form = _form(name, desk, language, notice=desk.voice.say(error.key, language, **error.values))
    return form


def problems(request: Request, *, desk: Desk) -> dict[str, str]:
    """What is wrong with a filled form, by field, in one sentence each; empty when it may be taken."""
    language = request.language or "en"
    try:
        _CHECKS[FormName(request.action or "")](request.values, desk)
    except _WrongField as wrong:
        return {wrong.field: desk.voice.say(wrong.cause.key, language, **wrong.cause.values)}
    return {}


def applied(request: Request, reader: Reader, *, desk: Desk, admin: bool, language: str) -> Reply:
    """What a filled form changes, once: applied again it changes nothing more."""
    return _APPLIERS[FormName(request.action or "")](Filled(request, reader, desk, admin, language))


@dataclass(frozen=True)
class Filled:
    """A form that was sent off: what it says, who reads the answer, whether an admin sent it."""

    request: Request
    reader: Reader
    desk: Desk
    admin: bool
    language: str


class _WrongField(Exception):
    def __init__(self, field: str, cause: IcpbotError) -> None:
        super().__init__(field)
        self.field = field
        self.cause = cause


def _form(name: FormName, desk: Desk, language: str, **rest: object) -> Form:
    say = desk.voice.say
    content = {"title": say(f"form-{name}", language), "submit": say("form-submit", language),
               "close": say("form-close", language), "language": language, **rest}  # fmt: skip
    return Form.model_validate({"name": name, **content})


def _field(key: str, desk: Desk, language: str, **rest: object) -> Field:
    return Field.model_validate({"key": key, "label": desk.voice.say(f"field-{key}", language), **rest})


# -- a criterion of the profile ------------------------------------------------------------


def _open_criterion(reference: str, reader: Reader, desk: Desk, language: str) -> Form:
    """`reference` is 'attribute@version@name of the profile'."""
    attribute, version, name = reference.split("@", 2)
    profile = _newest(name, version, reader, desk)
    criterion = profile.criterion(attribute) or Criterion(attribute=attribute)
    written = {band: profiles.band_text(value) for band, value in criterion.bands()}
    hint = desk.voice.say("field-band-hint", language)
    fields = [_field(band, desk, language, value=written.get(band, ""), hint=hint) for band in BANDS]
    yes_no = tuple(Option(value=v, label=desk.voice.say(f"value-{v}", language)) for v in ("yes", "no"))
    breaks = "yes" if criterion.deal_breaker else "no"
    fields += [
        _field("weight", desk, language, value=f"{criterion.weight:g}"),
        _field("deal-breaker", desk, language, options=yes_no, value=breaks),
    ]  # fmt: skip
    label = attribute_label(attribute, desk, language)
    return _form(
        FormName.CRITERION, desk, language, fields=fields, notice=f"{label} · {profile.name} v{version}",
        ids={"attribute": attribute, "version": version, "name": name},
    )  # fmt: skip


def _newest(name: str, version: str, reader: Reader, desk: Desk) -> Profile:
    """The profile as the form was opened on it; raises `Conflict` once somebody saved another."""
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    return _unchanged(name, version, desk)


def _unchanged(name: str, version: str, desk: Desk) -> Profile:
    profile = profiles.current(desk, name)
    if str(profile.version) != version:
        raise Conflict("profile-changed", name=profile.name)
    return profile


def _check_criterion(values: dict[str, str], desk: Desk) -> None:
    try:
        profile = _unchanged(values["name"], values["version"], desk)
        _with_criterion(profile, values, desk)
    except InvalidProfile as error:
        part = error.path.rpartition(".")[2].replace("_", "-")
        raise _WrongField(part if part in {*BANDS, "deal-breaker"} else "ideal", error) from error
    except IcpbotError as error:
        raise _WrongField("ideal", error) from error


def _with_criterion(profile: Profile, values: dict[str, str], desk: Desk) -> Profile:
    """The profile with the criterion as it was filled in; raises `_WrongField` or `InvalidProfile`."""
    attribute = values["attribute"]
    old = profile.criterion(attribute) or Criterion(attribute=attribute)
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
    if before is not None and profiles.band_text(before) == written.strip():
        return before
    try:
        return band_from(written, desk.knowledge.catalogue().attribute(old.attribute))
    except Unclear as error:
        raise _WrongField(name, UsageError("band-unclear", value=shorten(written, 60))) from error


def _weight(written: str) -> float:
    try:
        weight = float(written.strip().replace(",", ".") or 1)
    except ValueError:
        weight = -1.0
    if not 0 <= weight <= 100:
        raise _WrongField("weight", UsageError("weight-unclear"))
    return weight


def _apply_criterion(filled: Filled) -> Reply:
    request, reader, desk, language = filled.request, filled.reader, filled.desk, filled.language
    values = request.values
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    base = profiles.version_of(f"{values['name']}@{values['version']}", desk=desk)
    try:
        changed = _with_criterion(base, values, desk)
    except _WrongField as wrong:
        raise wrong.cause from wrong
    newest = profiles.current(desk, base.name)
    if newest.version != base.version and newest.criteria != changed.criteria:
        raise Conflict("profile-changed", name=base.name)
    saved = profiles.save(changed, desk=desk)
    return profile_reply(visible(saved, reader, desk), desk=desk, language=language)


# -- approving and rejecting ---------------------------------------------------------------


def _open_decision(name: FormName, reference: str, reader: Reader, desk: Desk, language: str) -> Form:
    version, profile_name = reference.split("@", 1)
    profile = _newest(profile_name, version, reader, desk)
    reason = _field("reason", desk, language, long=True, optional=name is FormName.APPROVE)
    return _form(
        name, desk, language, fields=(reason,), notice=f"{profile.name} v{version}",
        ids={"version": version, "name": profile_name},
    )  # fmt: skip


def _check_decision(values: dict[str, str], desk: Desk) -> None:
    try:
        _unchanged(values["name"], values["version"], desk)
    except IcpbotError as error:
        raise _WrongField("reason", error) from error


def _apply_decision(filled: Filled) -> Reply:
    request, reader, desk, language = filled.request, filled.reader, filled.desk, filled.language
    if not filled.admin:
        raise NotAllowed("approve-not-yours")
    profile = _newest(request.values["name"], request.values["version"], reader, desk)
    why = request.values.get("reason", "").strip()
    if request.action == FormName.REJECT:
        profile = profiles.reject(profile.name, why=why, desk=desk)
    elif profile.status is not ProfileStatus.APPROVED:
        profile = profiles.approve(profile.name, by=request.place.user or "", desk=desk)
        if why:
            profile = profile.model_copy(update={"decided_why": why})
            desk.profiles.rewrite(desk.workspace, profile)
    key = "profile-rejected" if request.action == FormName.REJECT else "profile-approved"
    head = desk.voice.say(key, language, name=profile.name, version=profile.version)
    return Reply(headline=head, lines=(f"“{why}”",) if why else (), language=language)


# -- a fact of an account ------------------------------------------------------------------


def _open_fact(account: str, reader: Reader, desk: Desk, language: str) -> Form:
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    criteria = [c for c in profiles.current(desk).criteria if not c.ignored][:100]
    options = tuple(
        Option(value=c.attribute, label=attribute_label(c.attribute, desk, language)) for c in criteria
    )
    fields = (
        _field("attribute", desk, language, options=options, value=options[0].value if options else ""),
        _field("value", desk, language, optional=False),
    )
    return _form(FormName.FACT, desk, language, fields=fields, notice=account, ids={"account": account})


def _check_fact(values: dict[str, str], desk: Desk) -> None:
    try:
        told_facts({values["attribute"]: values["value"]}, desk)
    except IcpbotError as error:
        raise _WrongField("value", error) from error


def _apply_fact(filled: Filled) -> Reply:
    """A colleague's correction; it counts more than the table, and says whose it is."""
    request, reader, desk, language = filled.request, filled.reader, filled.desk, filled.language
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    values = request.values
    facts = told_facts({values["attribute"]: values["value"]}, desk)
    by = {"by": request.place.user}
    account = _account(values["account"], desk)
    desk.accounts.save(account, [fact.model_copy(update=by) for fact in facts])
    return fit_reply(
        check((account.name,), reader, desk=desk, language=language), desk=desk, language=language
    )


def _account(name: str, desk: Desk) -> Account:
    """The account of that name; a company nobody knew becomes one."""
    found, _ = Book(desk).find(name)
    if found is not None:
        return found
    taken = {a.id: a.name for a in desk.accounts.accounts(desk.workspace)}
    return Account(id=account_id(desk.workspace, name, taken), workspace=desk.workspace, name=name)


# -- a source ------------------------------------------------------------------------------


def _open_source(source_id: str, reader: Reader, desk: Desk, language: str) -> Form:
    source = _source(source_id, reader, desk)
    fields = [_field("account", desk, language, value=source.account or "")]
    say = desk.voice.say
    if source.kind in _KINDS:
        kinds = tuple(Option(value=k, label=say(f"kind-{k}", language)) for k in _KINDS)
        fields.append(_field("kind", desk, language, options=kinds, value=source.kind))
    audiences = [Option(value=a, label=say(f"audience-{'all' if a == WORKSPACE else 'here'}", language))
                 for a in dict.fromkeys((source.audience, WORKSPACE, *_channel_of(source)))]  # fmt: skip
    if len(audiences) > 1:
        fields.append(_field("audience", desk, language, options=tuple(audiences), value=source.audience))
    roles = tuple(Option(value=r, label=say(f"role-{r}", language)) for r in SpeakerRole)
    people = list(told_apart(source).items())[:PEOPLE]
    fields += [Field(key=f"speaker-{n}", label=shorten(who, 60), options=roles, value=SpeakerRole(role))
               for n, (who, role) in enumerate(people)]  # fmt: skip
    return _form(FormName.SOURCE, desk, language, fields=fields, ids={"source": source.id})


def _source(source_id: str, reader: Reader, desk: Desk) -> Source:
    """The whole source, if its reader may see it."""
    found = library.find_source(source_id, reader, desk=desk)
    return desk.sources.get(found.id) or found


def _channel_of(source: Source) -> tuple[str, ...]:
    """The conversation it was dropped in; its path begins with it."""
    channel, slash, _ = source.path.partition("/")
    return (f"channel:{channel}",) if slash and channel[:1] in "CGD" and channel.isalnum() else ()


def _apply_source(filled: Filled) -> Reply:
    request, reader, desk, language = filled.request, filled.reader, filled.desk, filled.language
    values = request.values
    source = _source(values["source"], reader, desk)
    if not (filled.admin or EVERYTHING in reader.audiences or source.uploader in {None, request.place.user}):
        raise NotAllowed("source-not-yours")
    changed: dict[str, object] = {"account": values.get("account", "").strip() or None}
    kind = values.get("kind")
    if kind in _KINDS and kind != source.kind:
        changed |= {"kind": Kind(kind), "origin": _KINDS[Kind(kind)]}
    if values.get("audience") in {source.audience, WORKSPACE, *_channel_of(source)}:
        changed["audience"] = values["audience"]
    people = list(told_apart(source))[:PEOPLE]
    roles = {
        who: SpeakerRole(values[f"speaker-{n}"]) for n, who in enumerate(people) if f"speaker-{n}" in values
    }
    changed["roles"] = {**source.roles, **roles}
    corrected = correct(source, desk=desk, **changed)
    if (corrected.roles, corrected.kind) != (source.roles, source.kind):  # other voices say other things
        index_then_store(corrected, desk, replaces=[source.id])
    if corrected.account and corrected.audience == WORKSPACE:
        desk.accounts.save(_account(corrected.account, desk), [])
    name = corrected.account or corrected.title or shorten(corrected.path.rpartition("/")[2], 60)
    shown = [f"{who}: {desk.voice.say(f'role-{role}', language)}" for who, role in roles.items()]
    head = desk.voice.say("source-corrected", language, name=name,
                          kind=desk.voice.say(f"kind-{corrected.kind}", language))  # fmt: skip
    return Reply(headline=head, lines=tuple(shown), language=language, cites=(corrected.id,))


# -- names to check ------------------------------------------------------------------------


def _open_check(_text: str, _reader: Reader, desk: Desk, language: str) -> Form:
    names = _field("names", desk, language, long=True, optional=False)
    return _form(FormName.CHECK, desk, language, fields=(names,))


def _nothing(values: dict[str, str], desk: Desk) -> None:
    """Nothing to check before it is tried."""


def _apply_check(filled: Filled) -> Reply:
    request, reader, desk, language = filled.request, filled.reader, filled.desk, filled.language
    found = check(split_names(request.values["names"])[:200], reader, desk=desk, language=language)
    return fit_reply(found, desk=desk, language=language)


def _approval(name: FormName) -> Callable[[str, Reader, Desk, str], Form]:
    return lambda reference, reader, desk, language: _open_decision(name, reference, reader, desk, language)


_OPENERS: dict[FormName, Callable[[str, Reader, Desk, str], Form]] = {
    FormName.CRITERION: _open_criterion,
    FormName.FACT: _open_fact,
    FormName.SOURCE: _open_source,
    FormName.APPROVE: _approval(FormName.APPROVE),
    FormName.REJECT: _approval(FormName.REJECT),
    FormName.CHECK: _open_check,
}
_CHECKS: dict[FormName, Callable[[dict[str, str], Desk], None]] = {
    FormName.CRITERION: _check_criterion,
    FormName.FACT: _check_fact,
    FormName.SOURCE: _nothing,
    FormName.APPROVE: _check_decision,
    FormName.REJECT: _check_decision,
    FormName.CHECK: _nothing,
}
_APPLIERS: dict[FormName, Callable[[Filled], Reply]] = {
    FormName.CRITERION: _apply_criterion,
    FormName.FACT: _apply_fact,
    FormName.SOURCE: _apply_source,
    FormName.APPROVE: _apply_decision,
    FormName.REJECT: _apply_decision,
    FormName.CHECK: _apply_check,
}
