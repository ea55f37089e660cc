"""Numerals: numbers written as words, in five languages. One and first count nothing."""

import re
from collections.abc import Iterator

from icpbot.domain.text import fold

_TABLE = {
    "en": """
        0.5 half. 2 two both twice double doubled. 3 three thrice. 4 four. 5 five. 6 six. 7 seven. 8
        eight. 9 nine. 10 ten. 11 eleven. 12 twelve dozen. 13 thirteen. 14 fourteen. 15 fifteen. 16
        sixteen. 17 seventeen. 18 eighteen. 19 nineteen. 20 twenty. 30 thirty. 40 forty. 50 fifty. 60
        sixty. 70 seventy. 80 eighty. 90 ninety. 100 hundred hundreds. 1000 thousand thousands. 1000000
        million millions.
    """,
    "pl": """
        0.5 pół połowa połowę połowy połowie połową. 2 dwa dwie dwóch dwu dwoje dwoma oba obie dwukrotnie
        podwójnie. 3 trzy trzech trzem trzema troje trzykrotnie. 4 cztery czterech czterem czworo. 5 pięć
        pięciu pięcioro. 6 sześć sześciu. 7 siedem siedmiu. 8 osiem ośmiu. 9 dziewięć dziewięciu. 10
        dziesięć dziesięciu. 11 jedenaście jedenastu. 12 dwanaście dwunastu tuzin. 13 trzynaście
        trzynastu. 14 czternaście czternastu. 15 piętnaście piętnastu. 16 szesnaście szesnastu. 17
        siedemnaście siedemnastu. 18 osiemnaście osiemnastu. 19 dziewiętnaście dziewiętnastu. 20
        dwadzieścia dwudziestu. 30 trzydzieści trzydziestu. 40 czterdzieści czterdziestu. 50 pięćdziesiąt
        pięćdziesięciu. 60 sześćdziesiąt sześćdziesięciu. 70 siedemdziesiąt siedemdziesięciu. 80
        osiemdziesiąt osiemdziesięciu. 90 dziewięćdziesiąt dziewięćdziesięciu. 100 sto stu. 200 dwieście
        dwustu. 300 trzysta trzystu. 400 czterysta czterystu. 500 pięćset pięciuset. 600 sześćset. 700
        siedemset. 800 osiemset. 900 dziewięćset. 1000 tysiąc tysiąca tysiące tysięcy. 1000000 milion
        miliona miliony milionów.
    """,
    "cs": """
        0.5 půl polovina polovinu poloviny polovině polovinou. 2 dva dvě dvou dvěma oba obě dvakrát
        dvojnásobně. 3 tři tří třem třemi třikrát. 4 čtyři čtyř čtyřem čtyřmi. 5 pět pěti. 6 šest šesti. 7
        sedm sedmi. 8 osm osmi. 9 devět devíti. 10 deset deseti. 11 jedenáct jedenácti. 12 dvanáct
        dvanácti tucet. 13 třináct třinácti. 14 čtrnáct čtrnácti. 15 patnáct patnácti. 16 šestnáct
        šestnácti. 17 sedmnáct sedmnácti. 18 osmnáct osmnácti. 19 devatenáct devatenácti. 20 dvacet
        dvaceti. 30 třicet třiceti. 40 čtyřicet čtyřiceti. 50 padesát padesáti. 60 šedesát šedesáti. 70
        sedmdesát sedmdesáti. 80 osmdesát osmdesáti. 90 devadesát devadesáti. 100 sto sta stě set stovky.
        1000 tisíc tisíce tisíců. 1000000 milion milionu miliony milionů.
    """,
    "uk": """
        0.5 половина половину половини половині пів. 2 два дві двох двом двома обидва обидві двічі вдвічі
        удвічі. 3 три трьох трьом тричі. 4 чотири чотирьох чотирьом. 5 п'ять п'яти п'ятьох. 6 шість шести
        шістьох. 7 сім семи сімох. 8 вісім восьми вісьмох. 9 дев'ять дев'яти дев'ятьох. 10 десять десяти
        десятьох. 11 одинадцять одинадцяти. 12 дванадцять дванадцяти дюжина. 13 тринадцять тринадцяти. 14
        чотирнадцять чотирнадцяти. 15 п'ятнадцять п'ятнадцяти. 16 шістнадцять шістнадцяти. 17 сімнадцять
        сімнадцяти. 18 вісімнадцять вісімнадцяти. 19 дев'ятнадцять дев'ятнадцяти. 20 двадцять двадцяти. 30
        тридцять тридцяти. 40 сорок сорока. 50 п'ятдесят п'ятдесяти. 60 шістдесят шістдесяти. 70 сімдесят
        сімдесяти. 80 вісімдесят вісімдесяти. 90 дев'яносто дев'яноста. 100 сто ста сотні. 200 двісті
        двохсот. 300 триста трьохсот. 400 чотириста. 500 п'ятсот п'ятисот. 600 шістсот. 700 сімсот. 800
        вісімсот. 900 дев'ятсот. 1000 тисяча тисячу тисячі тисяч. 1000000 мільйон мільйона мільйони
        мільйонів.
    """,
}
_ONES = {"one", "jeden", "jedna", "один", "одна"}
"""What may end a number and is none by itself."""
_AND = re.compile(r"(?<=hundred) and\b|(?<=thousand) and\b")
_OF_ONE = {"ten": "en", "pet": "cs", "set": "cs", "stu": "pl"}
"""Folded numerals of one language that are other words in another."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s-]")
_HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_NUMBER = re.compile(r"(?<!\d)[零〇一二三四五六七八九两十百千]{2,}")
_HAN_COUNTED = re.compile(
    r"(?<![\d零〇一二三四五六七八九十百千万])([二三四五六七八九两十])(?=[个家位名次年月天周人份种条成倍台张件]|小时|公司|客户)"
)
"""A digit by itself counts where a measure word follows; elsewhere it is part of a word."""
_HAN_HALF = re.compile(r"一半|半数")


def _read(table: str) -> dict[str, float]:
    """Words by what they amount to."""
    lines = (line.split() for line in re.split(r"\.\s+", table))
    return {fold(word): float(value) for value, *words in filter(None, lines) for word in words}


_VALUES = {word: value for table in _TABLE.values() for word, value in _read(table).items()}


def numbers_in_words(text: str, language: str | None) -> set[str]:
    """What the numerals of a text amount to, as digits, whichever of the languages they are in; a word that
    is a numeral in one and something else in another counts in a text of its own, or of no known language.
    """
    return {f"{amount:.10g}" for amount in _amounts(text, language)} | _in_han(text)


def in_digits(text: str) -> str:
    """Numbers written in Han characters as digits ("五十到五百" → "50到500"); other text as it is."""
    return _HAN_NUMBER.sub(lambda match: _han_value(match.group()) or match.group(), text)


def _amounts(text: str, language: str | None) -> Iterator[float]:
    """Neighbouring numerals make one number: "twenty-five", "dvě stě padesát", "two hundred and three"."""
    whole = part = 0.0
    for word in (*_WORD.findall(_AND.sub("", fold(text).replace("’", "'"))), ""):
        value = _value(word, language)
        if value >= 1000 and (part or not whole):
            whole, part = whole + (part or 1.0) * value, 0.0
        elif value == 100 and 0 < part < 10:
            part *= value
        elif value and _continues(whole, part, value):
            part += value
        else:
            yield from filter(None, [whole + part])
            whole, part = 0.0, 0.0 if value == 1 else value


def _value(word: str, language: str | None) -> float:
    if language is not None and _OF_ONE.get(word, language) != language:
        return 0.0
    return 1.0 if word in _ONES else _VALUES.get(word, 0.0)


def _continues(whole: float, part: float, value: float) -> bool:
    """Whether a smaller numeral goes on with a number: five after twenty, fifty after two hundred."""
    if not part:
        return 0 < value < whole
    return part >= 20 and value < 100 and part % (10 if value < 10 else 100) == 0


def _in_han(text: str) -> set[str]:
    found = [_han_value(word) for word in _HAN_NUMBER.findall(text)]
    found += [str(_HAN_DIGITS.get(digit, 10)) for digit in _HAN_COUNTED.findall(text)]
    return {*filter(None, found), *(["0.5"] if _HAN_HALF.search(text) else [])}


def _han_value(word: str) -> str | None:
    if word[0] in "百千" or not any(char in _HAN_TENS for char in word):
        return None
    total, digit = 0, 1 if word[0] == "十" else 0
    for char in word:
        if char in _HAN_TENS:
            total, digit = total + (digit or 1) * _HAN_TENS[char], 0
        else:
            digit = _HAN_DIGITS[char]
    return str(total + digit)
