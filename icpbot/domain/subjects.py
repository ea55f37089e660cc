"""Of whom a sentence speaks: of the company that the text is about, or of somebody else.

A pasted text also tells of parents, customers, founders and former days. What stands between the
beginning of the sentence and a statement decides; where it does not say, the statement is left out.
"""

import re

from icpbot.domain.values import Value

Found = tuple[Value, int, int]
"""A value with its place in the text."""

_WORDS = re.IGNORECASE
CAPITAL = f"[{''.join(filter(str.isupper, map(chr, range(0x530))))}]"
"""A capital letter, Latin or Cyrillic, in a pattern that heeds case."""
_BEGINNING = re.compile(rf"\n|[.!?]\s+(?={CAPITAL})|[;；。！？]")
_REACH = 300
_MARKUP = re.compile(r"(?<=\w\s)\([^()]*\)|\]\([^)\s]*\)?|[*_>#\[\]]+|^\s*[-+•]\s")
_RELATED = re.compile(
    r"\b(?:parents?|owners?|subsidiar\w+|sister|division of|branch of|arm of|brand of|part of|member of|acquired|bought|owned by|belongs? to"
    r"|merged|investors?|competitors?|formerly|former|originally|previously|initially|once|used to|(?:started|began|founded|born) as|until|will be|plans? to"
    r"|no longer|instead of|unlike)\b"
    r"|\b(?:nasz\w* klient|jednym z (?:naszych )?klient|grup[aąęy]|spółk\w+[ -](?:matk|córk)|właściciel|inwestor|przejęt|przejęł|należy|należymy|części[ąe]|oddział\w*|dawniej|niegdyś|pierwotnie|początkowo)"
    r"|\b(?:náš zákazník|skupin|mateřsk|dceřin|vlastn[ií]|vlastník|majitel|investor|převzal|koupil|patří|součást|pobočk|dříve|původně|kdysi)"
    r"|\b(?:материнськ|дочірн|групи?\b|власник|інвестор|придба|належ|частин|філі[яїю]|раніше|колись|спочатку|спершу)"
    r"|母公司|子公司|控股|股东|投资方|收购|隶属|旗下|分公司|曾|原|前身|竞争对手", _WORDS,
)  # fmt: skip
"""Companies beside the one spoken of, and days that are over."""
_OTHERS = re.compile(
    r"\b(?:customers?|clients?|partners?|suppliers?|members?|employees?|people|staff|developers?|engineers?|designers?|managers?|freelancers?|roles?"
    r"|positions?|jobs?|candidates?|applicants?|founders?|co-?founders?|ceo|cto|users?|plants?|factory|warehouses?|servers?|data cent(?:er|re)s?"
    r"|another|someone|everyone|nobody|somebody|each|every|most|some|many|half|both|all|one|others?|he|she|who|that|which|not|never|n't|nor)\s*$"
    r"|\b(?:klient\w*|partner\w*|dostawc\w*|prac\w*|fabry\w*|zakład\w*|magazyn\w*|założyciel\w*|nie|która|który|które)\s*$"
    r"|\b(?:zákazní\w*|klient\w*|partne\w*|dodavatel\w*|zaměstnan\w*|továrn\w*|závod\w*|sklad\w*|zakladatel\w*|ne|která|který|které)\s*$"
    r"|\b(?:клієнт\w*|замовник\w*|партнер\w*|постачальник\w*|працівник\w*|завод\w*|склад\w*|засновник\w*|не|яка|який|які)\s*$"
    r"|(?:客户|用户|合作伙伴|供应商|员工|创始人|工厂|仓库|服务器|研发中心|办事处|门店|分部|不|没有?)(?:的|们|公司|企业|分别|都|均|主要|大多|集团|是)*\s*$", _WORDS,
)  # fmt: skip
"""Who is no company, or another one, right before what is said."""
_CUSTOMER_IS = re.compile(
    r"(?:\b(?:customers?|clients?|partners?)\b|klient|zákazn|клієнт|замовник|客户|合作伙伴)[^,，]*$", _WORDS
)
_FOR_CUSTOMERS = re.compile(
    r"\W*(?:[\w'’]+\W+){0,2}?(?:customers?|clients?|klien\w*|zákazn\w*|odběratel\w*|клієнт\w*|замовник\w*|help\w*|serv(?:e|es|ing)"
    r"|pomag\w*|obsługuj\w*|pomáh\w*|допомаг\w*|обслугов\w*)\b|\W*(?:我们|其)?的?(?:客户|用户|帮助|服务于)",
    _WORDS,
)
"""A sentence that begins so is about those whom the company works for."""
_ITSELF = re.compile(
    r"(?:^|\b)(?:we|it|they|(?:the|this|our|whose) (?:[\w-]+ ){0,2}(?:company|firm|start-?up|agency|studio|business|organi[sz]ation|group|enterprise|consultancy)"
    r"|(?:the|our) (?:(?:core|whole|entire|small|main|founding|management|leadership|remote|distributed|company) ){0,2}team)"
    r"(?:\s(?:also|now|still|currently|proudly|officially|mainly|primarily|all))?$", _WORDS,
)  # fmt: skip
_NAMED = re.compile(rf"(?:^|[\s(])[\w.'’+-]*{CAPITAL}[\w.,&'’+-]*[)”\"]?,?$")
_JOINED_ON = re.compile(
    rf"(?P<subject>(?i:we|it|they|(?:the|our|this) (?:\w+ )?(?:company|firm|start-?up|agency|team|business|group))|{CAPITAL}[\w.,&'’+-]*(?: [\w.,&'’+-]*{CAPITAL}[\w.,&'’+-]*){{0,6}}?),?"
    r" (?:[a-z]+ )?(?:was|were|is|are|has|have|had|serves?|provides?|offers?|makes?|builds?|develops?|sells?|operates?|employs?|works?|helps?)\b.* (?:and|but)(?: (?:also|now|still|currently))?$"
)
"""A subject that a second verb leaves out: 'The company was founded in 1964 and is based …'."""
_ONE_WORD = re.compile(r"^[\w.'’+-]+$")
_FIRST = re.compile(
    r"(?:^|[.!?\n]\s*|\bAt )[^\w\n]*(?P<name>[^\Wa-z_][\w.&'’+-]*(?:\s[^\Wa-z_][\w.&'’+-]*){0,4})(?:\]\([^)]*\))?[\"”*]*,?(?:\s\([^)]*\),?)?"
    r"\s(?:is|was|are|has|helps?|provides?|offers?|builds?|makes?|develops?|delivers?|creates?|enables?|specializ\w+|specialis\w+|operates?|we)\b"
)
_BEGUN_WITH = re.compile(
    rf"(?P<name>{CAPITAL}[\w.&'’+-]*(?:\s{CAPITAL}[\w.&'’+-]*){{0,4}})\s(?:is|was|has|had|employs|with)\b"
)
_OPENING = 500
"""Characters in which a text that names its company does so."""
_NO_NAME = frozenset({
    "we", "our", "it", "its", "they", "the", "this", "that", "these", "at", "in", "on", "as", "by", "for", "from", "with", "who",
    "what", "there", "here", "all", "a", "an", "and", "i", "you", "your", "if", "but", "so", "because", "although", "today",
    "currently", "most", "many", "some", "people", "company", "team", "employees", "everyone", "headquarters", "hq", "about", "us",
    "inc", "ltd", "llc", "co", "corp", "gmbh", "plc", "ag", "limited", "corporation", "group", "holdings",
})  # fmt: skip


def said_before(text: str, place: int) -> str:
    """The sentence up to a place, without markup."""
    first = max(0, place - _REACH)
    begins = [match.end() for match in _BEGINNING.finditer(text, first, place + 1) if match.end() <= place]
    return " ".join(_MARKUP.sub(" ", text[begins[-1] if begins else first : place]).split())


def of_others(before: str) -> bool:
    """Whether a sentence that begins so goes on about somebody else, or about days that are over."""
    return bool(_RELATED.search(before) or _OTHERS.search(before) or _CUSTOMER_IS.search(before))


def of_itself(before: str, own: frozenset[str]) -> bool:
    """Whether the subject of an English sentence, right before its verb, is the company: 'we', 'the company',
    or its name, which is not another one than the text's own.
    """
    if of_others(before):
        return False
    joined = _JOINED_ON.match(before)
    if joined:
        return of_itself(joined.group("subject"), own)
    if not before or _ITSELF.search(before):
        return True
    if _ONE_WORD.match(before) or _NAMED.search(before):
        return not own or not own.isdisjoint(_words(before)) or not _words(before)
    return before.endswith((",", ")"))


def of_another(before: str, own: frozenset[str]) -> bool:
    """Whether a sentence tells of customers, a relation or former days, or of another name than the text's own."""
    named = _BEGUN_WITH.match(before)
    name = _words(named.group("name")) if named else frozenset()
    told = _RELATED.search(before) or _FOR_CUSTOMERS.match(before)
    return bool(told) or bool(own and name and own.isdisjoint(name))


def own_name(text: str) -> frozenset[str]:
    """The words of the name that a text first tells something about; none when it names nobody."""
    for match in _FIRST.finditer(text[:_OPENING]):
        name = _words(match.group("name"))
        if name:
            return name
    return frozenset()


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", name.lower())) - _NO_NAME
