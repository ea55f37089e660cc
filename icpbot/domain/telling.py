"""Telling: whether a sentence that is quoted apart from its neighbours says something by itself.

Five languages have words for it below; of others only length, ending and hesitation are judged.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from icpbot.domain.speakers import is_question
from icpbot.domain.text import HAN, fold, word_count

SHORTEST, LONGEST = 6, 40
"""Words of a sentence that can be read at a glance and still holds a whole thought."""
_COMFORTABLE = (8, 26)
_CONTENT = 4
"""Words with a meaning of their own that a thought takes; of Han characters twice as many."""
_LEANING_SHARE = 0.17
"""Words that point elsewhere, for each word with a meaning of its own, that a reader can still follow."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_BROKEN_OFF = re.compile(r"(?:…|\.\.\.|[,:;–—-])[\"'”»)]*\s*$")
_MARKED = re.compile(r"\{\w+\}|\[\w+\]")
"""Where a transcriber noted that somebody stumbled, laughed or could not be heard."""
_NOISE = re.compile(r"(?<![^\W\d_])(?:uh|um|uhm|ehm?|hmm?|mm|yyy|eee|ммм?|еее|ну от)(?![^\W\d_])|嗯|呃")
_STAMMER = re.compile(r"(?<![^\W\d_])([^\W\d_]+)(?:[\s,]+\1)(?![^\W\d_])|(就是|这个|那个|然后).{0,6}\2")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?%?")


_ANSWER = re.compile(
    r"\W*(?:yes|yeah|no|nope|right|exactly|sure|maybe|tak|nie|dokladnie|oczywiscie|pewnie|jo|ano|ne|presne|jasne|urcite"
    r"|так|ні|точно|звісно|是的|不是|没有|对的?|应该|可能)\s*[,.，。!！]"
)
"""It answers a question that is not quoted."""


def _words(**by_language: str) -> Mapping[str, frozenset[str]]:
    return {language: frozenset(fold(words).split()) for language, words in by_language.items()}


_JOINING = _words(
    en="and but so well also plus now oh okay ok actually basically honestly look like",
    pl="i a ale więc no znaczy tak czyli wiesz słuchaj bo oraz",
    cs="a ale i no tak takže víte vlastně prostě jo prý",
    uk="і й а але та ну так отже тобто знаєте слухайте бо",
    zh="然后 但是 但 而且 那么 其实 嗯 对 就是 还有 不过 另外 所以说 倒是",
)  # fmt: skip
"""Words a sentence may begin with and be understood; those after them decide."""

_LEANING = _words(
    en="""it it's it'd it'll this that that's that'd these those they they're they've they'd he he's
       she she's them him her his their its here which who whom whose because cause cuz 'cause then
       than therefore otherwise except instead especially same such hence thus whether or""",
    pl="""to ten ta te tego tej temu tym tych tamten tamta tamto tamte on ona ono oni one jego jej ich
       nim niej nich mu go jemu ponieważ dlatego wtedy potem tam tu stąd który która które którzy
       że żeby czyli inaczej raczej też również zamiast niż taki taka takie tacy chyba albo lub
       dopiero wtem ów""",
    cs="""to ten ta ti ty tento tato tohle tuhle tenhle tahle tihle toho tomu tím těch tom tam tady on
       ona ono oni ony jeho její jejich jemu mu ho ji jim nim proto protože pak potom tehdy který
       která které že aby jinak spíš taky také místo než takový taková takové nebo anebo teprve""",
    uk="""це цей ця ці цього цієї цьому цим цих той те ті того тієї тому тим тих він вона воно вони
       його її їх йому їй їм неї нього них там тут звідти бо потім тоді який яка яке які що щоб
       інакше мабуть також теж замість ніж такий така таке такі або чи оце отой""",
    zh="""这 那 它 他 她 因为 所以 于是 结果 后来 比如 例如 否则 或者
       同样 第二 第三 第四 其次 最后 反正 当然""",
)  # fmt: skip
"""Words that begin a sentence only where something was said before it."""

_POINTING = _words(
    en="""he she him her his hers they them their theirs it this these those there thing things stuff
       something someone""",
    pl="""on ona ono oni one jego jej ich nim niej nich mu go jemu ją tamten to tego tej temu tym tych
       tam coś ktoś""",
    cs="""on ona ono oni ony jeho její jejich jemu mu ho jí jim nimi nich to toho tomu tím těch tam něco
       někdo""",
    uk="""він вона воно вони його її їх йому їй їм неї нього них ним нею ними це цього цьому того тому
       тих там щось хтось""",
    zh="他 她 它 这 那",
)  # fmt: skip
"""Words that mean what another sentence named."""

_HELPING = _words(
    en="""a an the of in on at to for from by with without as about into over under up down out off
       and or but nor so that which who what when where how why while if because than then i me my
       mine we us our ours you your yours is are was were be been being am do does did done have
       has had having will would can could should shall may might must just only even still very
       really quite too much many more most some any no not n't all each every such own same other
       another again always never don't doesn't didn't isn't aren't wasn't weren't can't couldn't
       won't wouldn't i'm i've i'd i'll we're we've we'd we'll you're you've it's that's there's
       let's one two three four five six seven eight nine ten first second third lot kind sort bit
       like well now here go went get got make made say said know think mean want going gonna
       thought okay yeah""",
    pl="""i a ale oraz lub albo bo że żeby aby jak jako kiedy gdy gdzie co kto czy nie tak już jeszcze
       tylko też się sobie siebie w we z ze na do od po za przed przy u o dla bez pod nad między ja
       mnie mi my nas nam nami ty wy was pan pani jest są był była było byli były być będzie będą
       mam masz ma mamy macie mają miał miała mieli mój moja moje nasz nasza nasze swój swoje który
       która które to ten ta te no znaczy wiesz czyli bardzo więc potem teraz tu jeden jedna dwa
       dwie trzy cztery pięć może trochę mówi mówił powiedział wiem""",
    cs="""a i ale nebo anebo protože že aby jak jako když kde co kdo jestli ne ano už ještě jen jenom
       taky také se si v ve z ze na do od po za před při u o pro bez pod nad mezi já mě mně mi my
       nás nám námi ty vy vás vám je jsou byl byla bylo byli být bude budou jsem jsi jsme jste mám
       máš má máme máte mají měl měla měli můj moje náš naše svůj svoje který která které to ten ta
       no prostě takže pak teď tady jeden jedna dva dvě tři čtyři pět moc tak by bych říkal říká
       řekl vím""",
    uk="""і й а але та або чи бо що щоб як коли де хто не так вже ще тільки лише теж також у в з із зі
       на до від по за перед при о для без під над між я мене мені ми нас нам нами ти ви вас вам є
       був була було були бути буде будуть маю має маємо мають мав мала мій моя моє наш наша наше
       свій своє який яка яке які це цей ця ну тобто дуже тоді зараз тут один одна два дві три
       чотири п'ять б би каже казав сказав знаю""",
    zh="""的 了 是 在 我 你 们 有 和 就 不 也 都 很 还 要 会 能 去 来 说 上 个 到 着 把
       给 被 让 从 对 跟 吗 呢 吧 啊 嘛 呀 哦 嗯 然 后 所 以 因 为 但 而 且 其 实 可
       什 么 怎 样 一 二 三 些 点 时 候 觉 得""",
)  # fmt: skip
"""Words that carry a sentence and mean little by themselves."""


def stands_alone(text: str, language: str | None) -> bool:
    """Whether a reader who knows nothing else can tell what the sentence says."""
    return telling(text, language) > 0


@lru_cache(maxsize=50_000)
def telling(text: str, language: str | None) -> float:
    """How well a sentence speaks for itself, 0 (not at all) to 1."""
    length = word_count(text)
    if not SHORTEST <= length <= LONGEST or is_question(text) or _cut(text):
        return 0.0
    plain = fold(text)
    if _hesitant(plain) or _ANSWER.match(plain):
        return 0.0
    own = "zh" if HAN.search(text) else language or ""
    words = HAN.findall(text) if own == "zh" else _WORD.findall(plain)
    joined, leans = _opening(text, words, own)
    content, pointing = _weighed(words, own)
    wanted = _CONTENT * 2 if own == "zh" else _CONTENT
    if leans or content < wanted or pointing > _LEANING_SHARE * content:
        return 0.0
    strained = not _COMFORTABLE[0] <= length <= _COMFORTABLE[1]
    return 1.0 - 0.15 * joined - 0.15 * strained - 0.6 * pointing / content


def _cut(text: str) -> bool:
    """Whether it begins or ends in the middle of a sentence."""
    first = next((char for char in text if char.isalnum()), "")
    return first.islower() or bool(_BROKEN_OFF.search(text))


def _hesitant(plain: str) -> bool:
    return bool(_MARKED.search(plain)) or len(_NOISE.findall(plain)) + len(_STAMMER.findall(plain)) > 1


def _opening(text: str, words: Sequence[str], language: str) -> tuple[bool, bool]:
    """Whether it begins with a joining word; and whether what follows leans on a sentence before it."""
    joining, leaning = (table.get(language, frozenset()) for table in (_JOINING, _LEANING))
    if language == "zh":
        start = text.lstrip(' “"「『')
        joined = next((w for w in sorted(joining, key=len, reverse=True) if start.startswith(w)), "")
        start = start.removeprefix(joined).lstrip(" ，,、")
        return bool(joined), start.startswith(tuple(leaning | joining))
    after = 0
    while after < len(words) and words[after] in joining and after < 2:
        after += 1
    following = words[after : after + 2]
    if not following:
        return after > 0, True
    helping = _HELPING.get(language, frozenset())
    uncounted = _is_number(following[0], language) and following[-1] in helping
    pointing = _POINTING.get(language, frozenset()) - _OFTEN_EMPTY
    return after > 0, uncounted or following[0] in leaning or bool(pointing & {*words[: after + 3]})


def _is_number(word: str, language: str) -> bool:
    return bool(_DIGITS.fullmatch(word)) or word in _NUMERALS.get(language, ())


_NUMERALS = _words(
    en="one two three four five six seven eight nine ten first second third",
    pl="jeden jedna dwa dwie trzy cztery pięć pierwszy drugi trzeci",
    cs="jeden jedna dva dvě tři čtyři pět první druhý třetí",
    uk="один одна два дві три чотири п'ять перший другий третій",
)  # fmt: skip


def _weighed(words: Iterable[str], language: str) -> tuple[int, float]:
    """Different words with a meaning of their own, and how much of the sentence points elsewhere."""
    pointing = _POINTING.get(language, frozenset())
    helping = _HELPING.get(language, frozenset()) | pointing
    own = {word for word in words if word not in helping and not _DIGITS.fullmatch(word)}
    content = {word for word in own if len(word) > 2 or HAN.match(word) or not language}
    return len(content), sum(_pointing_weight(word) for word in words if word in pointing)


_OFTEN_EMPTY = frozenset(fold("it there to toho tomu tam це там 这 那").split())


def _pointing_weight(word: str) -> float:
    """Some point nowhere as often as they do: 'it rains'."""
    return 0.5 if word in _OFTEN_EMPTY else 1.0
