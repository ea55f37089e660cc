"""What a file says about itself, from its header lines, properties or name."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from icpbot.adapters.readers.dates import without_dates
from icpbot.adapters.readers.vocabulary import ANSWERS, ASKED, ASKS, FREE_MAIL
from icpbot.domain.names import key_of
from icpbot.domain.sources import Origin, SpeakerRole
from icpbot.domain.text import fold

_LANGUAGES = {
    "en": ("en", "english", "angielski", "anglictina", "англійська", "英语", "英文"),
    "pl": ("pl", "polish", "polski", "polstina", "польська", "波兰语"),
    "cs": ("cs", "cz", "czech", "czeski", "cestina", "чеська", "捷克语"),
    "uk": ("uk", "ua", "ukrainian", "ukrainski", "ukrajinstina", "українська", "乌克兰语"),
    "zh": ("zh", "cn", "chinese", "chinski", "cinstina", "китайська", "中文", "汉语"),
    "de": ("de", "german", "deutsch", "niemiecki", "nemcina", "німецька", "德语"),
}
_LANGUAGE_OF = {fold(word): code for code, words in _LANGUAGES.items() for word in words}
_CODE = re.compile(r"([a-z]{2})(?:[-_][A-Za-z]{2,4})*")
_NAME_AND_REST = re.compile(r"(.+?)(?:\s+[–—-]\s+|\s*,\s+|\s*\()(.+)")
_ACCOUNT = re.compile(r"(?=[^\W\d_])[^()\[\]_]{3,50}")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,4}[a-zA-Z]{2,24})")
_SECOND_LEVEL = {"co", "com", "net", "org", "edu", "gov"}
_LONGEST = 500
_PARTS = re.compile(r"\s*[,;，；、/]\s*")
_ASIDE = re.compile(r"^(?:interviewee|interviewer)\b")
_TITLES = {"ing", "mgr", "inz", "prof", "phd", "mba", "pan", "pani", "panem"}
_NO_ACCOUNT = re.compile(
    r"\b(?:interview|call|meeting|notes?|transcript|recording|rozmow|wywiad|notatk|nagrani|spotkani|rozhovor"
    r"|poznamk|schuzk|zaznam|hovor|розмов|інтерв|зустріч|дзвін|нотатк|запис|survey|demo|customer|client|klient"
    r"|zakaznik|клієнт|zoom|teams|audio|final|draft|copy|kopia|team|ceo|cfo|coo|cto|it|sales)|访谈|会议|记录|采访|录音|客户"
)


@dataclass(frozen=True)
class About:
    """Title, account, date and the rest, each where known; `people` are names with their roles."""

    title: str | None = None
    account: str | None = None
    date: dt.date | None = None
    language: str | None = None
    origin: Origin | None = None
    people: tuple[tuple[str, str], ...] = ()

    def or_else(self, other: "About") -> "About":
        """What this one does not know is taken from the other."""
        missing = {f.name: getattr(other, f.name) for f in fields(self) if not getattr(self, f.name)}
        return replace(self, **missing)


def language_code(text: str) -> str | None:
    """'pl-PL', 'Polish' and 'polski' are all 'pl'; a language we cannot name is not guessed."""
    word = fold(text.strip())
    code = _CODE.fullmatch(word)
    return _LANGUAGE_OF.get(word) or (_LANGUAGE_OF.get(code.group(1), code.group(1)) if code else None)


def roles(about: About, speakers: Iterable[str]) -> dict[str, SpeakerRole]:
    """Roles of speakers, as far as the list of participants states them."""
    present = list(speakers)
    ours, theirs = _sides(about)
    found: dict[str, SpeakerRole] = {}
    for name, role in about.people:
        speaker = _speaker(name, present)
        stated = _stated(role, about.account) or _by_domain(domain_of(role), ours, theirs)
        if speaker and stated:
            found[speaker] = stated
    return found


def titles(about: About, speakers: Iterable[str]) -> dict[str, str]:
    """Jobs of speakers, as far as the list of participants states them."""
    present = list(speakers)
    stated = ((_speaker(name, present), _job(role, about.account)) for name, role in about.people)
    return {speaker: job for speaker, job in stated if speaker and job}


def _job(role: str, account: str | None) -> str:
    """'Logistics director, Kolos' without the company, an address, or who asks and who answers."""
    parts = _PARTS.split(_ADDRESS.sub("", _ASIDE.sub("", role)))
    jobs = (part.strip(" <>") for part in parts if not _stated(part, account))
    return ", ".join(job for job in jobs if job)


def domain_of(text: str) -> str | None:
    """The company behind an e-mail address; nothing for a free mail service."""
    match = _ADDRESS.search(text[:_LONGEST])
    domain = match.group(1).casefold() if match else None
    return None if domain is None or domain in FREE_MAIL else domain


def domains(about: About) -> tuple[str, ...]:
    found = (domain_of(role) or domain_of(name) for name, role in about.people)
    return tuple(dict.fromkeys(filter(None, found)))


def account_of(about: About) -> str | None:
    """'kolos-logistik.cz' is Kolos Logistik, when it is the only company besides the interviewer's."""
    ours, theirs = _sides(about)
    if not ours or len(theirs) != 1:
        return None
    return " ".join(word.capitalize() for word in re.split(r"[-_]", _label(theirs.pop())))


def _sides(about: About) -> tuple[set[str], set[str]]:
    """Domains of those who ask, and of the others; both empty when nothing tells them apart."""
    everyone = set(domains(about))
    ours = {domain for _, role in about.people
            if (domain := domain_of(role)) and _stated(role, None) is SpeakerRole.INTERVIEWER}  # fmt: skip
    key = key_of(about.account or "").replace(" ", "")
    theirs = {domain for domain in everyone - ours if key and key in key_of(_label(domain)).replace(" ", "")}
    if theirs:
        return everyone - theirs, theirs
    return (ours, everyone - ours) if ours else (set(), set())


def _label(domain: str) -> str:
    """'kolos' of 'mail.kolos.com.pl': the last part that is no ending."""
    parts = domain.split(".")
    return next((part for part in reversed(parts[:-1]) if part not in _SECOND_LEVEL), parts[0])


def _by_domain(domain: str | None, ours: set[str], theirs: set[str]) -> SpeakerRole | None:
    if domain in theirs:
        return SpeakerRole.CUSTOMER
    return SpeakerRole.INTERVIEWER if domain in ours else None


def _stated(role: str, account: str | None) -> SpeakerRole | None:
    folded = fold(role)
    if any(word in folded for word in ASKS) and not any(word in folded for word in ASKED):
        return SpeakerRole.INTERVIEWER
    of_account = bool(account) and key_of(account or "") in key_of(role)
    return SpeakerRole.CUSTOMER if of_account or any(word in folded for word in (*ANSWERS, *ASKED)) else None


def _speaker(name: str, speakers: list[str]) -> str | None:
    """The label of a participant: the full name, or the one label made of its words."""
    if name in speakers:
        return name
    alike = [s for s in speakers if (_words(s) and _words(s) <= _words(name)) or _words(name) <= _words(s)]
    return alike[0] if len(alike) == 1 and _words(name) else None


def _words(name: str) -> set[str]:
    words = {word for word in re.findall(r"[^\W\d_]+", fold(name)) if len(word) > 1}
    return words - _TITLES


def account_in(stem: str, speakers: Iterable[str]) -> str | None:
    """'2026-03-12 Kolos Logistik – Ing. Veselá' names the account before one of the speakers.

    Only a name beside a known speaker is believed: a wrong account is worse than none.
    """
    match = _NAME_AND_REST.fullmatch(" ".join(without_dates(stem).split()))
    if match is None:
        return None
    account, rest = match.group(1).strip(), match.group(2)
    voices = set().union(*(_words(s) for s in speakers))
    believable = (
        _ACCOUNT.fullmatch(account)
        and not account[0].islower()
        and len(account.split()) <= 5
        and not _NO_ACCOUNT.search(fold(account))
        and not _words(account) & voices
    )
    return account if believable and _words(rest) & voices else None
