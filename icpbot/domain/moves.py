"""Short replies in a conversation: picks by number, yes and no, back and later, in five languages."""

import re
from enum import StrEnum

from icpbot.domain.model import Model
from icpbot.domain.text import HAN, fold


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
    Move.ALL: ("all", "all of them", "all of these", "all of the above", "everything", "both", "all three", "all four", "wszystkie", "wszystko",
               "oba", "obie", "obydwa", "vse", "vsechny", "vsechno", "oba", "oboje", "усі", "всі", "все",
               "обидва", "обидві", "全部", "都要", "都是", "两个都要", "所有"),
    Move.NONE: ("none", "none of them", "none of these", "neither", "nothing", "zadne", "zaden", "zadny", "nic", "zadna",
                "жоден", "жодне", "жодного", "нічого", "都不", "都不是", "没有", "无"),
    Move.YES: ("yes", "yes please", "y", "yep", "yeah", "ok", "okay", "right", "correct", "sure", "exactly", "tak", "zgoda",
               "dobrze", "jasne", "ano", "jo", "jasne", "presne", "souhlasim", "так", "добре", "згода",
               "вірно", "是", "是的", "对", "好", "好的", "可以", "没错"),
    Move.NO: ("no", "no thanks", "nope", "wrong", "nie", "ne", "ні", "не так", "不", "不是", "不对"),
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
    "перший": 1, "перша": 1, "друге": 2, "другий": 2, "друга": 2, "третє": 3, "третій": 3, "третя": 3,
    "четверте": 4, "一": 1, "二": 2, "三": 3, "四": 4,
}  # fmt: skip
_ORDINALS = {fold(word): number for word, number in _ORDINALS.items()}
_JOINERS = {fold(w) for w in ("and", "the", "&", "+", "#", "i", "oraz", "a", "та", "і", "й", "и", "和", "跟", "与",
                              "第", "个", "条", "点", "项", "number", "numer", "cislo", "номер", "nr", "option",
                              "only", "just", "please", "but", "ale", "але", "但", "只", "要",
                              "tylko", "jen", "pouze", "лише", "тільки", "prosze", "prosim", "one", "ones",
                              "numbers", "options", "both", "take")}  # fmt: skip
_EXCEPT = {fold(w) for w in ("except", "without", "not", "oprocz", "procz", "bez", "nie", "krome", "mimo", "ne",
                             "крім", "окрім", "без", "не", "除", "除了", "不", "不要")}  # fmt: skip
_EITHER = {fold(w) for w in ("or", "lub", "albo", "nebo", "anebo", "або", "чи", "或", "或者", "maybe")}
_BREAKS = frozenset(".,;:!\n。，；：、")
_TOKEN = re.compile(
    rf"\d+\s?[-–]\s?\d+|\d+(?:[.,]\d+)*|{HAN.pattern}|[^\W\d_\u3400-\u9fff]+(?:['’][^\W\d_]+)?|\s[-–—]\s|\n|[^\w\s]"
)


class Understood(Model):
    """`picks` are 1-based numbers of proposals; `rest` is what was said beyond them. A pick without
    numbers named some that were not offered, or did not say which.
    """

    move: Move
    picks: tuple[int, ...] = ()
    rest: str = ""


class _Numbers(Model):
    """Numbers a message begins with, and the words after the break that ends them."""

    numbers: tuple[int, ...] = ()
    rest: str = ""
    excluded: bool = False
    either: bool = False


def understand(message: str, offered: int) -> Understood:
    """What a reply means while `offered` numbered proposals are on the table."""
    text = message.strip()
    bare = " ".join(fold(text).strip(" .!?,。！？，").split())
    if bare in _WORDS:
        return Understood(move=_WORDS[bare])
    named = _numbers(text)
    if named:
        return _picked(named, offered, text)
    leading, tail = _leading(text)
    if leading is None or not tail:
        return Understood(move=Move.TEXT, rest=text)
    named = _numbers(tail.removeprefix("but ") if leading is Move.ALL else tail)
    if named and not named.rest:
        return _amended(leading, named, offered, excluded=named.excluded or tail.startswith("but "))
    return Understood(move=leading, rest=tail)


def _picked(named: _Numbers, offered: int, text: str) -> Understood:
    unclear = named.excluded or named.either or not all(1 <= n <= offered for n in named.numbers)
    if not unclear:
        return Understood(move=Move.PICK, picks=named.numbers, rest=named.rest)
    return Understood(move=Move.TEXT, rest=text) if named.rest else Understood(move=Move.PICK)


def _amended(leading: Move, named: _Numbers, offered: int, *, excluded: bool) -> Understood:
    """'All but 2', 'yes, but only 1', 'all 4'."""
    numbers = named.numbers
    if named.either or not all(1 <= n <= offered for n in numbers) or leading is Move.NONE:
        return Understood(move=Move.PICK)
    if excluded:
        others = tuple(n for n in range(1, offered + 1) if n not in numbers)
        return Understood(move=Move.PICK, picks=others if leading in {Move.ALL, Move.YES} else ())
    if leading is Move.ALL:
        return Understood(move=Move.ALL) if numbers == (offered,) else Understood(move=Move.PICK)
    return Understood(move=Move.PICK, picks=numbers)


def _leading(text: str) -> tuple[Move | None, str]:
    """The yes, no, all or none a message begins with, and what follows it."""
    words = list(re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text))
    for count in (3, 2, 1):
        if count > len(words):
            continue
        end = words[count - 1].end()
        move = _WORDS.get(" ".join(fold(text[:end]).split()))
        follows = text[end : end + 1]
        tail = text[end:].strip(" .,;:!。，；：！-–—\n")
        if move in {Move.ALL, Move.NONE, Move.YES, Move.NO} and (
            follows in _BREAKS
            or text[end : end + 3] in {" - ", " – ", " — "}
            or _numbers(tail.removeprefix("but "))
        ):
            return move, tail
    return None, ""


def _numbers(text: str) -> _Numbers | None:
    """The numbers a message consists of, or begins with before a break ('1 and 2. the second …').

    '3 warehouses' begins with a number and picks nothing.
    """
    numbers: list[int] = []
    words: set[str] = set()
    broken: tuple[int, int] | None = None
    for token in _TOKEN.finditer(text):
        word = fold(token.group()).strip() or "\n"
        found = _values(word)
        if found:
            numbers += found
        elif word in _BREAKS or word in "-–—":
            broken = (len(numbers), token.end()) if numbers else broken
        elif word in _JOINERS | _EXCEPT | _EITHER:
            words.add(word)
        elif word.isalnum():
            if broken is None or len(numbers) - broken[0] > 1:
                return None
            numbers, rest = numbers[: broken[0]], text[broken[1] :].strip()
            return _Numbers(numbers=tuple(dict.fromkeys(numbers)), rest=rest)
    if not numbers:
        return None
    return _Numbers(
        numbers=tuple(dict.fromkeys(numbers)), excluded=bool(words & _EXCEPT), either=bool(words & _EITHER)
    )


def _values(word: str) -> list[int]:
    span = re.fullmatch(r"(\d+)\s?-\s?(\d+)", word)
    if span and 0 < int(span.group(2)) - int(span.group(1)) < 10:
        return list(range(int(span.group(1)), int(span.group(2)) + 1))
    if word[0].isdigit():
        return [int(number) for number in re.findall(r"\d+", word)]
    return [_ORDINALS[word]] if word in _ORDINALS else []
