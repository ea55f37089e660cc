"""What people type in a conversation: picks, short commands and bands, in five languages."""

import re
from collections.abc import Iterator
from enum import StrEnum

from icpbot.domain.catalogue import Attribute, Catalogue, ValueType
from icpbot.domain.model import Model
from icpbot.domain.profile import Criterion, Range
from icpbot.domain.text import HAN, fold
from icpbot.domain.values import parse_amount


class Move(StrEnum):
    """What a short reply does to the conversation."""

    PICK = "pick"
    ALL = "all"
    NONE = "none"
    YES = "yes"
    NO = "no"
    SKIP = "skip"
    BACK = "back"
    UNDO = "undo"
    WHY = "why"
    LATER = "later"
    DONE = "done"
    RESTART = "restart"
    TEXT = "text"


_MOVES: dict[Move, tuple[str, ...]] = {
    Move.ALL: ("all", "all of them", "everything", "both", "all three", "all four", "wszystkie", "wszystko",
               "oba", "obie", "obydwa", "vse", "vsechny", "vsechno", "oba", "oboje", "усі", "всі", "все",
               "обидва", "обидві", "全部", "都要", "都是", "两个都要", "所有"),
    Move.NONE: ("none", "none of them", "neither", "nothing", "zadne", "zaden", "zadny", "nic", "zadna",
                "жоден", "жодне", "жодного", "нічого", "都不", "都不是", "没有", "无"),
    Move.YES: ("yes", "y", "yep", "yeah", "ok", "okay", "right", "correct", "sure", "exactly", "tak", "zgoda",
               "dobrze", "jasne", "ano", "jo", "jasne", "presne", "souhlasim", "так", "добре", "згода",
               "вірно", "是", "是的", "对", "好", "好的", "可以", "没错"),
    Move.NO: ("no", "nope", "wrong", "nie", "ne", "ні", "не так", "不", "不是", "不对"),
    Move.SKIP: ("skip", "next", "pass", "don't know", "i don't know", "no idea", "pomin", "dalej", "nie wiem",
                "preskocit", "preskoc", "dal", "dalsi", "nevim", "пропустити", "далі", "не знаю",
                "跳过", "下一个", "不知道"),
    Move.BACK: ("back", "go back", "previous", "wstecz", "wroc", "cofnij sie", "zpet", "назад", "返回", "上一步"),
    Move.UNDO: ("undo", "cofnij", "vratit", "vrat to", "скасувати", "скасуй", "撤销", "取消"),
    Move.WHY: ("why", "why?", "how so", "dlaczego", "czemu", "proc", "чому", "为什么", "為什麼"),
    Move.LATER: ("later", "pause", "not now", "pozniej", "potem", "pozdeji", "potom", "пізніше", "потім", "稍后", "以后再说"),
    Move.DONE: ("done", "finish", "finished", "that's all", "that is all", "gotowe", "koniec", "to wszystko",
                "hotovo", "konec", "to je vse", "готово", "кінець", "це все", "完成", "结束", "好了"),
    Move.RESTART: ("start over", "restart", "from scratch", "zacznij od nowa", "od nowa", "od poczatku",
                   "zacit znovu", "znovu", "od zacatku", "почати спочатку", "спочатку", "重新开始", "从头开始"),
}  # fmt: skip

_WORDS = {fold(word): move for move, words in _MOVES.items() for word in words}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "pierwsze": 1, "pierwszy": 1, "pierwsza": 1,
    "drugie": 2, "drugi": 2, "druga": 2, "trzecie": 3, "trzeci": 3, "trzecia": 3, "czwarte": 4,
    "prvni": 1, "druhy": 2, "druhe": 2, "druha": 2, "treti": 3, "ctvrty": 4, "ctvrte": 4, "перше": 1,
    "перший": 1, "перша": 1, "друге": 2, "другий": 2, "друга": 2, "третє": 3, "третій": 3,
    "第一": 1, "第二": 2, "第三": 3, "第四": 4, "一": 1, "二": 2, "三": 3, "四": 4,
}  # fmt: skip
_ORDINALS = {fold(word): number for word, number in _ORDINALS.items()}
_JOINERS = {fold(w) for w in ("and", "the", "&", "+", "i", "oraz", "a", "та", "і", "й", "и", "和", "跟",
                              "number", "numer", "cislo", "номер", "nr", "option", "only", "just", "please",
                              "tylko", "jen", "pouze", "лише", "тільки", "prosze", "prosim", "one", "ones")}  # fmt: skip


class Understood(Model):
    """`picks` are 1-based numbers of proposals; `rest` is what was said beyond them."""

    move: Move
    picks: tuple[int, ...] = ()
    rest: str = ""


def understand(message: str, offered: int) -> Understood:
    """What a reply means while `offered` numbered proposals are on the table."""
    text = message.strip()
    bare = " ".join(fold(text).strip(" .!,。！，").split())
    if bare in _WORDS:
        return Understood(move=_WORDS[bare])
    head, _, tail = _first_clause(text)
    picks = _picks(head, offered)
    if picks:
        return Understood(move=Move.PICK, picks=picks, rest=tail.strip())
    leading = _WORDS.get(" ".join(fold(head).strip(" .!,").split()))
    if leading in {Move.ALL, Move.NONE, Move.YES, Move.NO} and tail.strip():
        return Understood(move=leading, rest=tail.strip())
    return Understood(move=Move.TEXT, rest=text)


def _first_clause(text: str) -> tuple[str, str, str]:
    """'1 and 2. the second more for smaller ones' → the picks, and what is said about them."""
    match = re.search(
        r"(?<!\d)[.;:,，。；](?=\s|$|[^\d\s])|(?<=\d)[.;:，。；](?=\s+\D|$)|[,，](?=\s*\D)| [-–—] ",
        text,
    )
    while match and _more_picks(text[match.end() :]):
        following = re.search(r"[.;:,，。；]", text[match.end() :])
        if following is None:
            return text, "", ""
        start = match.end() + following.start()
        match = re.compile(r"[.;:,，。；]").search(text, start)
    if match is None:
        return text, "", ""
    return text[: match.start()], match.group(), text[match.end() :]


def _more_picks(text: str) -> bool:
    first = re.match(r"\s*(\S+)", text)
    return bool(first) and (first.group(1).rstrip(".,;:").isdigit() if first else False)


def _picks(head: str, offered: int) -> tuple[int, ...]:
    words = re.findall(r"\d+|第?[一二三四](?![^\W\d])|[^\W\d_]+|[&+]", fold(head))
    numbers: list[int] = []
    for word in words:
        number = int(word) if word.isdigit() else _ORDINALS.get(word)
        if number is None and word in _JOINERS:
            continue
        if number is None or not 1 <= number <= offered:
            return ()
        numbers.append(number)
    return tuple(dict.fromkeys(numbers))


_N = r"(\d[\d  .,]*\d|\d)"
_SCALE = r"(?:\s?(?:k|m|mln|mil\.?|mio|tis\.?|tys\.?|million|млн|тис\.?|万|亿|bn|mld\.?|billion))?"
_BETWEEN = re.compile(
    rf"{_N}{_SCALE}\s*(?:-|–|—|to|do|až|az|до|至|到|and|a|i|та|和|~)\s*{_N}({_SCALE})",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    rf"(?:at least|more than|over|above|from|min\.?|minimum|≥|>=|>|od|co najmniej|powyżej|ponad|więcej niż"
    rf"|alespoň|aspoň|nad|více než|minimálně|від|понад|більше(?: ніж)?|щонайменше|至少|超过|多于|大于)\s*{_N}({_SCALE})"
    rf"|{_N}({_SCALE})\s*(?:\+|or more|and more|and up|lub więcej|i więcej|a více|nebo více|або більше|以上)",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    rf"(?:at most|less than|fewer than|under|below|up to|max\.?|maximum|≤|<=|<|do|najwyżej|poniżej|mniej niż"
    rf"|nejvýše|maximálně|pod|méně než|до|менше(?: ніж)?|щонайбільше|最多|少于|小于|不超过)\s*{_N}({_SCALE})"
    rf"|{_N}({_SCALE})\s*(?:or less|or fewer|lub mniej|nebo méně|або менше|以下)",
    re.IGNORECASE,
)  # fmt: skip


def ranges(text: str) -> Iterator[tuple[Range, tuple[int, int]]]:
    """Every range of numbers a text states, with its place; scaled to whole units."""
    taken: list[tuple[int, int]] = []
    for pattern in (_BETWEEN, _AT_LEAST, _AT_MOST):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            found = _range(pattern, match, text)
            if found:
                taken.append(match.span())
                yield found, match.span()


def _range(pattern: re.Pattern[str], match: re.Match[str], text: str) -> Range | None:
    groups = [group for group in match.groups() if group is not None]
    scale = groups[-1] if groups and not groups[-1][:1].isdigit() else ""
    numbers = [parse_amount(g + scale) for g in groups if g[:1].isdigit()]
    values = [amount.number for amount in numbers if amount]
    whole = parse_amount(text[match.start() : match.end() + 8])
    currency = whole.currency if whole else None
    if pattern is _BETWEEN:
        return (
            Range(min=values[0], max=values[1], currency=currency)
            if len(values) == 2 and values[0] <= values[1]
            else None
        )
    if not values:
        return None
    return (
        Range(min=values[0], currency=currency)
        if pattern is _AT_LEAST
        else Range(max=values[0], currency=currency)
    )


def criteria_in(text: str, catalogue: Catalogue) -> list[Criterion]:
    """Criteria a person's own words state: ranges with the attribute they are about, and values
    of the vocabularies ("logistics", "Czechia"). Read back before they count.
    """
    found: dict[str, Criterion] = {}
    for span, (start, end) in ranges(text):
        attribute = _attribute_near(text, start, end, span, catalogue)
        if attribute and attribute.key not in found:
            found[attribute.key] = Criterion(attribute=attribute.key, ideal=span)
    for attribute, values in _values_in(text, catalogue):
        if attribute.key not in found:
            found[attribute.key] = Criterion(attribute=attribute.key, ideal=tuple(values))
    return list(found.values())


def _attribute_near(text: str, start: int, end: int, span: Range, catalogue: Catalogue) -> Attribute | None:
    after, before = fold(text[end : end + 24]), fold(text[max(0, start - 24) : start])
    numeric = [a for a in catalogue.attributes if a.type in {ValueType.NUMBER, ValueType.MONEY}]
    for near in (after, before):
        ranked = [(near.find(name), -len(name), a) for a in numeric for name in _names(a) if name in near]
        if ranked:
            return min(ranked, key=lambda entry: entry[:2])[2]
    return catalogue.attribute("revenue") if span.currency else None


def _names(attribute: Attribute) -> list[str]:
    names = [fold(name) for name in (*attribute.labels.values(), *attribute.synonyms)]
    stems = [name[: max(4, len(name) - 3)] if not HAN.search(name) else name for name in names]
    return [stem for stem in stems if len(stem) >= 3 or HAN.search(stem)]


def _values_in(text: str, catalogue: Catalogue) -> Iterator[tuple[Attribute, list[str]]]:
    folded = f" {_plain(text)} "
    for attribute in catalogue.attributes:
        terms = catalogue.vocabularies.get(attribute.vocabulary or "", ())
        hits = [
            t.key for t in terms if any(_says(folded, n) for n in (t.key, *t.labels.values(), *t.synonyms))
        ]
        if hits and attribute.type is not ValueType.TEXT:
            yield attribute, hits


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def _says(folded: str, name: str) -> bool:
    name = _plain(name)
    if HAN.search(name):
        return len(name) >= 2 and name in folded
    return len(name) >= 2 and f" {name} " in folded
