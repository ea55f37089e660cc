"""Drafting: the guided conversation, saved after every turn."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from icpbot.domain.conversation import begin, begun, reply, revised
from icpbot.domain.draft import Draft, Line, Say
from icpbot.domain.errors import Conflict, NotFound
from icpbot.domain.forms import FormName, drafted_reference
from icpbot.domain.lint import lint
from icpbot.domain.profile import Criterion, Profile
from icpbot.domain.proposals import Evidence, Proposal, Step
from icpbot.domain.reply import Button, Choice, Option, Reply
from icpbot.domain.sources import Reader, content_hash
from icpbot.domain.text import HAN, one_line, shorten
from icpbot.usecases.ask import ask
from icpbot.usecases.counting import themes
from icpbot.usecases.customers import metrics_known, traits
from icpbot.usecases.fit import attribute_label
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import current, save
from icpbot.usecases.showing.answers import answer_reply
from icpbot.usecases.wording import band_shown

if TYPE_CHECKING:
    from icpbot.domain.insights import InsightKind

DEFAULT_NAME = "Ideal customer"
Values = dict[str, str | int | float]
ASIDE = "draft-aside"
TELLING = 3
"""Words of three letters or more, by which a language is told."""
_WORDS_THAT_TELL = re.compile(r"[^\W\d_\u3400-\u9fff]{3,}")
MOST_FINDINGS = 4
"""As many as can be read at a glance; the rest come up once these are settled."""


def start(
    conversation: str, reader: Reader, *, desk: Desk, name: str | None = None, language: str | None = None
) -> tuple[Draft, Say]:
    """The conversation's draft where it was left, or a new one from the profile of that name."""
    stored = desk.drafts.draft(desk.workspace, conversation)
    if stored and not stored.finished and (name is None or stored.profile.name == name):
        stored = stored.model_copy(update={"language": language or stored.language})
        return _opened(conversation, stored, reader, desk)
    draft = Draft(
        id="d" + content_hash(f"{conversation}\n{desk.clock().isoformat()}".encode())[:12],
        workspace=desk.workspace,
        profile=_starting_profile(name, desk),
        language=language,
    )
    return _opened(conversation, draft, reader, desk)


def _opened(conversation: str, draft: Draft, reader: Reader, desk: Desk) -> tuple[Draft, Say]:
    """What is offered is saved before it is said, so that numbers refer to it; a paused draft goes on."""
    draft = draft.model_copy(update={"paused": False})
    known = evidence(reader, desk, draft.language)
    said = reviewed(draft, begin(draft, known), desk)
    opened = begun(draft, said, known)
    desk.drafts.save_draft(conversation, opened)
    return opened, said


def _starting_profile(name: str | None, desk: Desk) -> Profile:
    try:
        return current(desk, name or DEFAULT_NAME)
    except NotFound:
        return Profile(name=name or DEFAULT_NAME)


def say(
    conversation: str,
    message: str,
    reader: Reader,
    *,
    desk: Desk,
    who: str | None = None,
    language: str | None = None,
) -> tuple[Draft, Say]:
    """One message of a person; the draft is saved before anything is said."""
    stored = desk.drafts.draft(desk.workspace, conversation)
    if stored is None:
        return start(conversation, reader, desk=desk, language=language)
    stored = stored.model_copy(update={"language": language or stored.language})
    known = evidence(reader, desk, stored.language)
    draft, answer = reply(stored, message, known, catalogue=desk.knowledge.catalogue(), who=who)
    if draft.finished:  # saving what has not changed changes nothing
        draft = draft.model_copy(update={"profile": save(draft.profile, desk=desk)})
    desk.drafts.save_draft(conversation, draft)
    return draft, reviewed(draft, answer, desk)


def turn(
    conversation: str, message: str, reader: Reader, *, desk: Desk, who: str | None, heard: str,
    named: Callable[[str], str] | None = None,
) -> tuple[Draft, Say, Reply]:  # fmt: skip
    """One message of a person, `heard` in some language, and the reply to it. A question is answered, and
    then the draft's own is asked again.
    """
    stored = desk.drafts.draft(desk.workspace, conversation)
    language = _spoken_in(message, heard, stored.language if stored else None)
    draft, said = say(conversation, message, reader, desk=desk, who=who, language=language)
    spoken = draft.language or language
    reply = as_reply(said, desk=desk, language=spoken, named=named)
    if said.lines[0].key == ASIDE:
        reply = _aside(message, reply, reader, desk)
    return draft, said, reply


def _spoken_in(message: str, heard: str, before: str | None) -> str:
    """The language a draft goes on in: figures and short words ("od 20 do 80 mil.") do not change it."""
    told = len(_WORDS_THAT_TELL.findall(message)) >= TELLING or len(HAN.findall(message)) > TELLING
    return heard if told or not before else before


def _aside(question: str, back: Reply, reader: Reader, desk: Desk) -> Reply:
    """What was asked beside the draft, and the way back to it; what was offered still stands above."""
    told = answer_reply(ask(question, reader, desk=desk, language=back.language), desk=desk)
    place = " ".join((back.headline, *back.lines[:2]))
    return told.model_copy(update={"next_step": place, "buttons": back.buttons})


def revise(
    conversation: str, criterion: Criterion, reader: Reader, *, desk: Desk, who: str | None
) -> tuple[Draft, Say]:
    """A criterion of the draft as a form says it. Raises `Conflict` where another person said otherwise."""
    stored = open_draft(conversation, desk)
    found = revised(stored, criterion, evidence(reader, desk, stored.language), who=who)
    if found is None:
        raise Conflict("draft-said-by-another")
    draft, answer = found
    desk.drafts.save_draft(conversation, draft)
    return draft, reviewed(draft, answer, desk)


def open_draft(conversation: str, desk: Desk) -> Draft:
    """Raises `Conflict` once it is finished."""
    stored = desk.drafts.draft(desk.workspace, conversation)
    if stored is None or stored.finished:
        raise Conflict("draft-is-finished")
    return stored


def editable(draft: Draft, conversation: str, *, desk: Desk, language: str) -> Choice | None:
    """The criteria of the draft, to be edited in a form."""
    options = tuple(
        Option(value=drafted_reference(c, conversation), label=attribute_label(c.attribute, desk, language))
        for c in draft.profile.criteria
    )
    if not options or draft.finished or draft.pending or draft.dispute:
        return None
    return Choice(
        action=FormName.CRITERION, label=desk.voice.say("choose-criterion", language), options=options
    )


def reviewed(draft: Draft, answer: Say, desk: Desk) -> Say:
    """At the review, what is wrong with the profile comes with a proposal each, the gravest first."""
    if answer.step is not Step.REVIEW or answer.ended or draft.dispute:
        return answer
    catalogue = desk.knowledge.catalogue()
    customers = [customer.attributes for customer in desk.accounts.customers(desk.workspace)]
    found = lint(draft.profile, catalogue=catalogue, customers=customers)
    lines = tuple(Line(key=f"lint-{f.problem}", values=f.values) for f in found[:MOST_FINDINGS])
    return answer.model_copy(update={"lines": (*answer.lines, *lines)})


def is_open(conversation: str, desk: Desk) -> bool:
    stored = desk.drafts.draft(desk.workspace, conversation)
    return stored is not None and not stored.finished and not stored.paused


def evidence(reader: Reader, desk: Desk, language: str | None = None) -> Evidence:
    """What is known now: themes the reader may see, traits of the customer table."""
    found: dict[InsightKind, list] = {}  # type: ignore[type-arg]
    for theme in themes(reader, desk=desk):
        found.setdefault(theme.kind, []).append(theme)
    try:
        _, known, _ = traits(desk=desk)
    except NotFound:
        known = []
    accounts = max((t.of_accounts for kind in found.values() for t in kind), default=0)
    return Evidence(
        metrics=metrics_known(desk), traits=tuple(known), accounts=accounts,
        themes={kind: tuple(themes_) for kind, themes_ in found.items()}, language=language,
    )  # fmt: skip


def as_reply(answer: Say, *, desk: Desk, language: str, named: Callable[[str], str] | None = None) -> Reply:
    """The bot's words: the first sentence, then numbered proposals, then how to answer. `named` gives the
    name that people know somebody by who takes part.
    """
    said = [_line(line.key, _called(line.values, named), desk, language) for line in answer.lines]
    numbered = [
        f"{number}. {proposal_text(p, desk, language)}" for number, p in enumerate(answer.proposals, 1)
    ]
    how = said.pop() if answer.proposals and len(said) > 1 else None
    buttons = [Button(action="draft-pick", value=str(n), label=str(n)) for n in range(1, len(numbered) + 1)]
    return Reply(
        headline=said[0], lines=(*said[1:], *numbered), next_step=how, language=language,
        buttons=() if answer.ended else (*buttons, *_moves(answer, desk, language)),
    )  # fmt: skip


def _called(values: Values, named: Callable[[str], str] | None) -> Values:
    if named is None:
        return values
    return {**values, **{role: named(str(values[role])) for role in ("first", "second") if role in values}}


def _line(key: str, values: Values, desk: Desk, language: str) -> str:
    """Values that are themselves keys (a section's name) are looked up first."""
    shown = dict(values)
    if "section" in shown:
        shown["section"] = desk.voice.say(f"section-{shown['section']}", language)
    for name in {"what", "claim"} & shown.keys():
        shown[name] = shorten(one_line(str(shown[name])), 160)
    if "what" in shown:
        shown["what"] = ", ".join(_named(part, desk, language) for part in str(shown["what"]).split(", "))
    return desk.voice.say(key, language, **shown)


def _named(part: str, desk: Desk, language: str) -> str:
    """The label of a metric or attribute; other words stay as they are."""
    catalogue = desk.knowledge.catalogue()
    labels = {m.key: m.label(language) for m in catalogue.metrics}
    labels |= {a.key: a.label(language) for a in catalogue.attributes}
    labels["best_customer"] = desk.voice.say("section-best-customer", language)
    return labels.get(part, part)


def _moves(answer: Say, desk: Desk, language: str) -> list[Button]:
    moves = ["all", "skip", "back"] if answer.proposals else ["skip", "back"]
    return [
        Button(action="draft-say", value=move, label=desk.voice.say(f"button-{move}", language))
        for move in moves
    ]


def proposal_text(proposal: Proposal, desk: Desk, language: str) -> str:
    """What is proposed, its count, and a quote or figures behind it."""
    text = proposal_label(proposal, desk, language)
    counts = proposal.counts
    if counts and proposal.claim:
        key = "proposal-anecdote" if counts.accounts < 3 else "proposal-count"
        text += " " + desk.voice.say(key, language, accounts=counts.accounts, of=counts.of)
    if proposal.trait and proposal.counts:
        trait = proposal.trait
        text += " " + desk.voice.say(
            "proposal-trait", language, best_n=trait.best_n, best_of=trait.best_of,
            rest_n=trait.rest_n, rest_of=trait.rest_of,
        )  # fmt: skip
    if proposal.quote and proposal.quote != proposal.label:
        text += f" “{shorten(' '.join(proposal.quote.split()), 160)}”"
    return f"{text} ({proposal.who})" if proposal.who else text


def proposal_label(proposal: Proposal, desk: Desk, language: str) -> str:
    if proposal.metric:
        metric = desk.knowledge.catalogue().metric(proposal.metric)
        return metric.label(language) if metric else proposal.metric
    if proposal.criterion:
        return criterion_text(proposal.criterion, desk, language)
    return f"“{shorten(' '.join(proposal.label.split()), 200)}”"


def criterion_text(criterion: Criterion, desk: Desk, language: str) -> str:
    """'Employees: ideal 50–500, ok 20–1000, weight 2', in the reader's language."""
    label = attribute_label(criterion.attribute, desk, language)
    if criterion.ignored:
        return desk.voice.say("criterion-ignored", language, attribute=label)
    bands = [
        f"{desk.voice.say(f'band-{name}', language)} {band_shown(band, desk, language)}"
        for name, band in criterion.bands()
    ]
    weight = desk.voice.say("criterion-weight", language, weight=criterion.weight)
    return f"{label}: {', '.join(bands)}" + (f" ({weight})" if criterion.weight != 1 else "")
