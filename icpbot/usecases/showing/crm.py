"""The CRM: what a reading brought, and how things stand."""

from icpbot.domain.crm import Connection, Mapping, Receipt, System
from icpbot.domain.reply import Reply
from icpbot.usecases.crm import connected, status
from icpbot.usecases.ports import Desk

TITLES = {System.PIPEDRIVE: "Pipedrive", System.HUBSPOT: "HubSpot"}
_FIELDS = 30


def receipt_lines(receipt: Receipt, *, desk: Desk, language: str) -> list[str]:
    """Numbers first, then what was left out and why, then which field became what."""
    say, counts = desk.voice.say, receipt.counts
    lines = [
        say("crm-read", language, read=counts.read, changed=counts.changed, deleted=counts.deleted),
        say("crm-became", language, accounts=receipt.accounts, removed=receipt.removed,
            customers=receipt.customers, deals=receipt.deals),
    ]  # fmt: skip
    if receipt.held:
        lines.insert(0, say("crm-held", language, **receipt.held.model_dump()))
    lines += [say(f"crm-skip-{reason}", language, n=n) for reason, n in sorted(counts.skipped.items())]
    return [*lines, *_mapped(receipt.mapping, desk, language)]


def status_reply(*, desk: Desk, language: str) -> Reply:
    """For owners: system, token, last reading; raises `NotFound` when none is connected."""
    say, connection, found = desk.voice.say, connected(desk), status(desk=desk)
    head = say("crm-status", language, system=TITLES[connection.system], url=connection.url)
    token = say("crm-token-kept" if found["token_kept"] else "crm-token-given", language)
    return Reply(headline=head, lines=(token, *_reading(connection, desk, language)), language=language)


def _reading(connection: Connection, desk: Desk, language: str) -> list[str]:
    say = desk.voice.say
    if connection.last is None and connection.progress is None:
        return [say("crm-never", language)]
    lines = []
    if connection.progress:
        counts = connection.progress.counts
        lines.append(say("crm-reading", language, lane=connection.progress.lane, read=counts.read))
    if connection.last:
        lines.append(say("crm-last", language, when=f"{connection.last.ended:%Y-%m-%d %H:%M} UTC"))
        lines += receipt_lines(connection.last, desk=desk, language=language)
    return lines


def _mapped(mapping: Mapping, desk: Desk, language: str) -> list[str]:
    every = {**mapping.attributes, **mapping.metrics}
    if not every:
        return []
    told = ", ".join(f"{key} = {title}" for key, title in list(every.items())[:_FIELDS])
    return [desk.voice.say("table-mapping", language, columns=told + (" …" if len(every) > _FIELDS else ""))]
