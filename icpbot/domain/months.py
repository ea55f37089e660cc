"""Months: as five languages name them in a sentence, and as dates shorten them.

In a sentence only a whole name counts, in the forms that a time takes: "lis", "led" and "sie" are other
words too. Between a day and a year any word is taken that begins like a month.
"""

from icpbot.domain.text import fold

_NAMES = (
    "january jan styczeń stycznia styczniu leden ledna lednu січень січня січні",
    "february feb luty lutego lutym únor února únoru лютий лютого лютому",
    "march mar marzec marca marcu březen března březnu березень березня березні",
    "april apr kwiecień kwietnia kwietniu duben dubna dubnu квітень квітня квітні",
    "may maj maja maju květen května květnu травень травня травні",
    "june jun czerwiec czerwca czerwcu červen června červnu червень червня червні",
    "july jul lipiec lipca lipcu červenec července červenci липень липня липні",
    "august aug sierpień sierpnia sierpniu srpen srpna srpnu серпень серпня серпні",
    "september sep sept wrzesień września wrześniu září вересень вересня вересні",
    "october oct październik października październiku říjen října říjnu жовтень жовтня жовтні",
    "november nov listopad listopada listopadzie listopadu листопад листопада листопаді",
    "december dec grudzień grudnia grudniu prosinec prosince prosinci грудень грудня грудні",
)  # fmt: skip
_BEGINNINGS = (
    "jan sty led січ янв", "feb lut uno лют фев", "mar brez бер maer", "apr kwi dub кві апр",
    "may maj kve mai тра май", "jun cze cerven cervn čvn чер июн", "jul lip cervenc cervenec čvc лип июл",
    "aug sie srp сер авг", "sep wrz zar вер сен", "oct paz rij okt жов окт", "nov lis лист ноя",
    "dec gru pros dez гру дек",
)  # fmt: skip
"""Of the same months, with those of German and Russian dates."""
_NUMBERS = {fold(name): number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_BEGUN = {fold(short): number for number, line in enumerate(_BEGINNINGS, 1) for short in line.split()}


def month_of(word: str) -> int | None:
    """1 to 12, or nothing for any other word."""
    return _NUMBERS.get(fold(word).rstrip("."))


def month_beginning(word: str) -> int | None:
    """1 to 12 by the longest beginning that is a month's: červenec is no červen."""
    folded = fold(word)
    return next((_BEGUN[folded[:n]] for n in range(len(folded), 2, -1) if folded[:n] in _BEGUN), None)
