"""The form that corrects what was guessed of a source."""

from icpbot.domain.errors import NotAllowed
from icpbot.domain.forms import Field, Form, FormName
from icpbot.domain.likeness import sketch
from icpbot.domain.reply import Option, Reply
from icpbot.domain.sources import EVERYTHING, WORKSPACE, Kind, Origin, Reader, Source, SpeakerRole
from icpbot.domain.text import shorten
from icpbot.usecases import library
from icpbot.usecases.correcting import correct
from icpbot.usecases.forms.parts import Dialog, Filled, account_named, labelled, new_form, nothing_to_check
from icpbot.usecases.ingest import index_then_store, told_apart
from icpbot.usecases.ports import Desk

PEOPLE = 8
"""Speakers whose roles fit into one form."""

_KINDS = {Kind.INTERVIEW: Origin.FIRST_HAND, Kind.NOTES: Origin.SECOND_HAND, Kind.THREAD: Origin.SECOND_HAND}
"""Kinds that a person may take for one another; tables and surveys are told by their form."""


def _open(source_id: str, reader: Reader, desk: Desk, language: str) -> Form:
    source = _source(source_id, reader, desk)
    fields = [labelled("account", desk, language, value=source.account or "")]
    say = desk.voice.say
    if source.kind in _KINDS:
        kinds = tuple(Option(value=k, label=say(f"kind-{k}", language)) for k in _KINDS)
        fields.append(labelled("kind", desk, language, options=kinds, value=source.kind))
    audiences = [Option(value=a, label=say(f"audience-{'all' if a == WORKSPACE else 'here'}", language))
                 for a in dict.fromkeys((source.audience, WORKSPACE, *_channel_of(source)))]  # fmt: skip
    if len(audiences) > 1:
        fields.append(labelled("audience", desk, language, options=tuple(audiences), value=source.audience))
    roles = tuple(Option(value=r, label=say(f"role-{r}", language)) for r in SpeakerRole)
    people = list(told_apart(source).items())[:PEOPLE]
    fields += [Field(key=f"speaker-{n}", label=shorten(who, 60), options=roles, value=SpeakerRole(role))
               for n, (who, role) in enumerate(people)]  # fmt: skip
    fields += [Field(key=f"title-{n}", label=say("field-job", language, who=shorten(who, 60)),
                     value=source.titles.get(who, ""))
               for n, (who, role) in enumerate(people) if role != SpeakerRole.INTERVIEWER]  # fmt: skip
    return new_form(FormName.SOURCE, desk, language, fields=fields, ids={"source": source.id})


def _source(source_id: str, reader: Reader, desk: Desk) -> Source:
    """The whole source, if its reader may see it."""
    found = library.find_source(source_id, reader, desk=desk)
    return desk.sources.get(found.id) or found


def _channel_of(source: Source) -> tuple[str, ...]:
    """The conversation it was dropped in; its path begins with it."""
    channel, slash, _ = source.path.partition("/")
    return (f"channel:{channel}",) if slash and channel[:1] in "CGD" and channel.isalnum() else ()


def _apply(filled: Filled) -> Reply:
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
    jobs = {who: values[f"title-{n}"].strip() for n, who in enumerate(people) if f"title-{n}" in values}
    changed["titles"] = {who: job for who, job in {**source.titles, **jobs}.items() if job}
    corrected = correct(source, desk=desk, **changed)
    if (corrected.roles, corrected.kind) != (source.roles, source.kind):  # other voices say other things
        index_then_store(corrected, desk, marks=sketch(corrected), replaces=[source.id])
    if corrected.account and corrected.audience == WORKSPACE:
        desk.accounts.save(account_named(corrected.account, desk), [])
    name = corrected.account or corrected.title or shorten(corrected.path.rpartition("/")[2], 60)
    shown = [f"{who}: {desk.voice.say(f'role-{role}', language)}" for who, role in roles.items()]
    head = desk.voice.say("source-corrected", language, name=name,
                          kind=desk.voice.say(f"kind-{corrected.kind}", language))  # fmt: skip
    return Reply(headline=head, lines=tuple(shown), language=language, cites=(corrected.id,))


DIALOG = Dialog(_open, nothing_to_check, _apply)
