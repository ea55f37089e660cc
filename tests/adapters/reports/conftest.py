"""One profile that has everything, told in four languages."""

import pytest

from icpbot.domain.grounding import Quote
from icpbot.domain.insights import InsightKind
from icpbot.domain.profile import Basis, Claim, Counts, Criterion, Part, Profile, Range, Role
from icpbot.domain.sources import local_reader
from icpbot.usecases.customers import best, import_deals, import_table
from icpbot.usecases.document import page_of
from icpbot.usecases.profiles import approve, save

TALKS = {
    "pl": "Ewa: Jak to wyglądało?\nAnna: Mamy trzy magazyny. Każdego ranka źle przepisujemy żółte kwity ręcznie, łącznie dwie godziny. Potem dzwonią kierowcy.\nEwa: A teraz?\nAnna: Teraz jest lepiej.",
    "cs": "Eva: Co se stalo?\nJiří: To bylo na jaře. Největší odběratel si vyžádal elektronický podpis při převzetí. Jinak by smlouva skončila.\nEva: A potom?\nJiří: Potom jsme podepsali.",
    "uk": "Єва: Що вас турбувало?\nЇржина: Ми довго думали. Щоранку ґанок складу їде без підписів, і є суперечки. Це нас дратує.\nЄва: А тепер?\nЇржина: Тепер краще.",
    "zh": "王芳: 以前怎么样？\n李娜: 我们有三个仓库。司机每天早上要手工抄写两个小时的送货单。之后客户还会打电话来问。\n王芳: 现在呢？\n李娜: 现在好多了。",
}
SAID = {
    "pl": "Każdego ranka źle przepisujemy żółte kwity ręcznie, łącznie dwie godziny.",
    "cs": "Největší odběratel si vyžádal elektronický podpis při převzetí.",
    "uk": "Щоранку ґанок складу їде без підписів, і є суперечки.",
    "zh": "司机每天早上要手工抄写两个小时的送货单。",
}
NASTY = 'R&D <script>alert(1)</script> *bold* [a](b) | "x" #1 `y`'


@pytest.fixture
def told(desk, add):
    """The source and the quote of each language."""
    quotes = {}
    for language, talk in TALKS.items():
        source = add(
            f"Account: Firma {language}\nDate: 2026-03-12\n\n{talk}\n", name=f"{language}.txt"
        ).source
        start = source.text.index(SAID[language])
        quotes[language] = Quote(
            source_id=source.id, start=start, end=start + len(SAID[language]), text=SAID[language]
        )
    return quotes


@pytest.fixture
def past(desk):
    """Forty customers and how their deals ended: the larger they are, the better it went."""
    rows = ["name,industry,employees,lifetime_value"]
    deals = ["account,outcome"]
    for n in range(40):
        rows.append(f"Firma {n:02d},{'Logistics' if n >= 25 else 'Retail'},{20 + n * 10},{1000 + n * 500}")
        deals.append(f"Firma {n:02d},{'won' if n % 5 and n > 12 else 'lost'}")
    import_table("customers.csv", "\n".join(rows).encode(), desk=desk)
    import_deals("deals.csv", "\n".join(deals).encode(), desk=desk)
    best(desk=desk)


def evidence(kind, text, quotes, accounts, of=4, **more):
    counts = Counts(accounts=accounts, of=of, asked=of, contradicting=more.pop("contradicting", 0))
    return Claim(kind=kind, text=text, basis=Basis.EVIDENCE, counts=counts, quotes=tuple(quotes), **more)


@pytest.fixture
def profile(desk, told, past):
    kinds = InsightKind
    saved = save(
        Profile(
            name="Średni transport", description="Firmy spedycyjne od 50 do 500 osób w Europie Środkowej.",
            criteria=(
                Criterion(attribute="industry", ideal=("Logistics",), ok=("Retail",), avoid=("Gambling",), weight=3, deal_breaker=True),
                Criterion(attribute="employees", ideal=Range(min=250, max=500), ok=Range(min=150, max=1000), weight=2, note="Mniejsze nie mają magazynu."),
                Criterion(attribute="country", ideal=("PL", "CZ"), weight=1),
                Criterion(attribute="board_access", ideal=True, weight=2),
                Criterion(attribute="brand_count", ignored=True),
            ),
            claims=(
                evidence(kinds.PAIN, "Ręczne przepisywanie kwitów zajmuje dwie godziny", [told["pl"], told["zh"]], 2),
                evidence(kinds.PAIN, "Суперечки через відсутні підписи", [told["uk"]], 3, contradicting=1),
                Claim(kind=kinds.PAIN, text=NASTY),
                evidence(kinds.TRIGGER, "Odběratel vyžaduje elektronický podpis", [told["cs"]], 1),
                Claim(kind=kinds.JOB, text="每天准时交付货物", note="只有销售这样说"),
            ),
            roles=(
                Role(title="CFO", function="finance", part=Part.ECONOMIC_BUYER, goals=("mniej sporów",), concerns=("koszt wdrożenia",), basis=Basis.EVIDENCE, quotes=(told["cs"],)),
                Role(title="Kierownik magazynu", part=Part.CHAMPION),
            ),
            disqualifiers=("Nie mają własnej floty",),
        ),
        desk=desk,
    )  # fmt: skip
    return approve(saved.name, by="Eva Nováková", desk=desk)


@pytest.fixture
def page(desk, profile):
    return page_of(profile, local_reader(desk.workspace), desk=desk, language="pl")
