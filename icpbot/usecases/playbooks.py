"""Playbooks: what a department needs of the research, in the customers' own words."""

from icpbot.domain.errors import NotFound
from icpbot.domain.insights import InsightKind
from icpbot.domain.reply import Cited, Reply
from icpbot.domain.sources import Reader
from icpbot.domain.text import one_line
from icpbot.domain.voices import spoken, supporters, telling_first
from icpbot.usecases.counting import themes
from icpbot.usecases.ports import Desk

_KINDS = {
    "sales": (InsightKind.TRIGGER, InsightKind.PAIN, InsightKind.OBJECTION, InsightKind.REASON_TO_BUY),
    "marketing": (InsightKind.PAIN, InsightKind.JOB, InsightKind.OUTCOME, InsightKind.ALTERNATIVE),
    "customer-success": (InsightKind.OUTCOME, InsightKind.OBJECTION, InsightKind.PAIN),
    "support": (InsightKind.PAIN, InsightKind.TOOL, InsightKind.OBJECTION),
    "product": (InsightKind.JOB, InsightKind.PAIN, InsightKind.ALTERNATIVE, InsightKind.TOOL),
    "executives": (
        InsightKind.PAIN,
        InsightKind.TRIGGER,
        InsightKind.DECISION_ROLE,
        InsightKind.BUYING_PROCESS,
    ),
}


def names() -> list[str]:
    return list(_KINDS)


def playbook(name: str, reader: Reader, *, desk: Desk, language: str) -> Reply:
    """The top three themes of each kind the department works with, counted and quoted."""
    if name not in _KINDS:
        raise NotFound("playbook-unknown", name=name, known=", ".join(_KINDS))
    lines: list[str] = []
    quotes: list[Cited] = []
    for kind in _KINDS[name]:
        top = telling_first(themes(reader, desk=desk, kind=kind), language)[:3]
        if top:
            lines.append(f"*{desk.voice.say(f'heading-{kind}', language)}*")
        for theme in top:
            said = supporters(theme, language)[0]
            quotes.append(Cited(text=one_line(spoken(said.quote, said.language).text), number=len(quotes) + 1,
                                who=", ".join(filter(None, [said.speaker, said.account]))))  # fmt: skip
            key = "proposal-anecdote" if theme.is_anecdote else "proposal-count"
            count = desk.voice.say(key, language, accounts=theme.accounts, of=theme.of_accounts)
            lines.append(f"• “{quotes[-1].text}” [{len(quotes)}] {count}")
    head = desk.voice.say("playbook-headline", language, name=name)
    return Reply(headline=head, lines=tuple(lines), language=language)
