"""Who asks and who answers: interviewer and customer told apart."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from icpbot.domain.sources import SpeakerRole, Turn
from icpbot.domain.text import HAN, fold, word_count

_QUESTION = re.compile(r"[?？]|[吗呢][。\s]*$")
_ASKERS = ("interviewer", "moderator", "host", "researcher", "prowadzac", "ankieter", "badacz",
           "pytajac", "tazatel", "vyzkumni", "інтерв", "ведуч", "дослідни", "модератор", "опитувач", "интерв",
           "采访", "主持", "访谈员", "访谈者", "提问", "研究员")  # fmt: skip
_ANSWERERS = ("customer", "client", "klient", "zakazni", "respondent", "interviewee", "guest",
              "participant", "uczestni", "badany", "badana", "ucastni", "dotazovan", "клієнт", "учасни",
              "опитуван", "клиент", "респондент", "客户", "受访", "回答")  # fmt: skip
_ASKED = ("інтерв'юйован", "інтерв'юован", "被采访", "被访")
"""Who is asked, in words that begin or end as those for who asks."""
_OUR_SIDE = re.compile(r"\b(?:customer|client) (?:success|support|service|experience|care)\b")


def is_question(text: str) -> bool:
    return bool(_QUESTION.search(text))


def infer_roles(
    turns: Iterable[Turn], known: Mapping[str, SpeakerRole] | None = None
) -> dict[str, SpeakerRole]:
    """Role of every speaker: as the file says, as the name says, else by the share of questions.

    In a conversation of two or more the one who asks most and explains least is the interviewer;
    the others are customers. With a single speaker, or nobody who clearly asks, all stay unknown.
    """
    said, asked, words = _profile(turns)
    roles = {name: _by_name(name) for name in said} | dict(known or {})
    if all(role is not SpeakerRole.UNKNOWN for role in roles.values()) or len(said) < 2:
        return roles
    if SpeakerRole.INTERVIEWER not in roles.values():
        asker = _clear_asker(said, asked, words)
        if asker is None:
            return roles
        roles[asker] = SpeakerRole.INTERVIEWER
    return {
        name: SpeakerRole.CUSTOMER if role is SpeakerRole.UNKNOWN else role for name, role in roles.items()
    }


def _profile(turns: Iterable[Turn]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    said: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for turn in turns:
        if turn.speaker and not turn.heading:
            said[turn.speaker] += 1
            asked[turn.speaker] += is_question(turn.text)
            words[turn.speaker] += word_count(turn.text)
    return said, asked, words


def _by_name(name: str) -> SpeakerRole:
    if any(fold(word) in fold(name) for word in _ASKED):
        return SpeakerRole.CUSTOMER
    if _says(name, _ASKERS):
        return SpeakerRole.INTERVIEWER
    if _says(name, _ANSWERERS) and not _OUR_SIDE.search(fold(name)):
        return SpeakerRole.CUSTOMER
    return SpeakerRole.UNKNOWN


def _says(name: str, cues: Iterable[str]) -> bool:
    """A cue is how a word of the name begins; the short ones are whole words: Hostinský is nobody's host."""
    words = re.findall(r"[^\W_]+", fold(name))
    return any(
        cue in word if HAN.match(cue) else word.startswith(cue) if len(cue) > 4 else cue == word
        for cue in map(fold, cues)
        for word in words
    )


def _clear_asker(said: Counter[str], asked: Counter[str], words: Counter[str]) -> str | None:
    """The speaker with the highest share of questions, if it is clearly the highest.

    A share of .3 and 1.5 times the runner-up's separates interviewers from participants in the
    sample research without a miss; meetings of equals stay below it.
    """
    enough = [name for name in said if said[name] >= 3] or list(said)
    ranked = sorted(enough, key=lambda n: (asked[n] / said[n], -words[n]), reverse=True)
    best = ranked[0]
    share = asked[best] / said[best]
    runner_up = asked[ranked[1]] / said[ranked[1]] if len(ranked) > 1 else 0.0
    return best if share >= 0.3 and share >= 1.5 * runner_up else None
