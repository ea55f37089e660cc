"""Months as five languages name them in a sentence, in the forms that a time takes."""

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
_NUMBERS = {fold(name): number for number, names in enumerate(_NAMES, 1) for name in names.split()}


def month_of(word: str) -> int | None:
    """1 to 12, or nothing for any other word."""
    return _NUMBERS.get(fold(word).rstrip("."))
