"""What is personal leaves masked; what only looks like it stays readable."""

import pytest

from icpbot.adapters.language.masking import personal
from icpbot.domain.disguise import masked

PERSONAL = {
    "[e-mail]": [
        ("Write to «jana@example.com» today", "en"), ("napisz na «grzegorz.brzeczyszczykiewicz+crm@firma.com.pl»", "pl"),
        ("pošlete to na «jana.vesela@kolos-logistik.cz».", "cs"), ("пишіть на «oksana_k@stribor.ua», будь ласка", "uk"),
        ("请发到«chen.liguo@yuanhe.com.cn»。", "zh"), ("it's «marta (at) example.org» as ever", "en"),
        ("«O'Neil.pat@sub.domain.co.uk»".replace("O'Neil", "ONeil"), "en"), ("adres: «biuro@żabka.pl»", "pl"),
    ],
    "[phone]": [
        ("Call me on «+44 20 7946 0958» please", "en"), ("my cell is «(415) 555-2671», any time", "en"),
        ("ring «07400 123456» after six", "en"), ("or 001? no: «001 415 555 2671»", "en"), ("the office: «020 7946 0958»", "en"),
        ("phone «415-555-2671» and ask for Ann", "en"), ("you can call 4155552671".replace("4155552671", "«4155552671»"), "en"),
        ("zadzwoń: «+48 601 234 567» rano", "pl"), ("mój numer to «601234567»", "pl"), ("«601 234 567», po szesnastej", "pl"),
        ("tel. «22 621 12 34» w Warszawie", "pl"), ("komórka «601-234-567»", "pl"), ("«0048 601 234 567» z zagranicy", "pl"),
        ("tel.: «(22) 621-12-34»", "pl"), ("volejte «+420 601 234 567» kdykoli", "cs"), ("číslo je «601234567»", "cs"),
        ("na mobil «777 123 456» prosím", "cs"), ("«224 891 123» je do kanceláře", "cs"), ("zavolej mi, «00420 777 123 456»", "cs"),
        ("телефонуйте «+380 44 123 45 67»", "uk"), ("мій номер «0671234567»", "uk"), ("«067 123 45 67» або на пошту", "uk"),
        ("тел. «(044) 123-45-67»", "uk"), ("дзвоніть «050-123-45-67» після шостої", "uk"), ("моб. «+380501234567»", "uk"),
        ("电话«138 0013 8000»谢谢", "zh"), ("我的手机是«13800138000»。", "zh"), ("请拨打«010-62345678»", "zh"), ("«+86 138 0013 8000»", "zh"),
        ("联系电话：«021-62345678»", "zh"), ("Anruf unter «030 12345678» genügt", "en"), ("Handy «+49 151 23456789»", "en"),
    ],
    "[card]": [
        ("karta «4111 1111 1111 1111» proszę", "pl"), ("card «5555-5555-5555-4444» expires", "en"), ("Amex «378282246310005»", "en"),
        ("karta «4000056655665556»", "cs"), ("картка «5105 1051 0510 5100»", "uk"), ("卡号«6011 1111 1111 1117»", "zh"),
    ],
    "[iban]": [
        ("IBAN «PL61 1090 1014 0000 0712 1981 2874»", "pl"), ("pay to «GB29NWBK60161331926819» now", "en"),
        ("účet «CZ65 0800 0000 1920 0014 5399» je náš", "cs"), ("рахунок «UA213223130000026007233566001»", "uk"),
        ("账户«DE89 3704 0044 0532 0130 00»", "zh"),
    ],
    "[address]": [
        ("We moved to «221B Baker Street» last year", "en"), ("it is «1600 Pennsylvania Avenue», next to the depot", "en"),
        ("deliver to «12 Old Mill Lane», please", "en"), ("the yard at «45 Harbour Drive», Hull", "en"),
        ("magazyn jest na «ul. Marszałkowskiej 12/4»", "pl"), ("przy «alei Jana Pawła II 27», na rogu", "pl"),
        ("«ul. Długa 5, 00-238 Warszawa» to biuro", "pl"), ("mieszkam na «os. Kolorowym 8»", "pl"),
        ("sídlíme v «ulici Dlouhá 12»", "cs"), ("«nám. Míru 3», druhé patro", "cs"), ("na «náměstí Republiky 7» je sklad", "cs"),
        ("«Dlouhá 12/3, 110 00 Praha» je adresa", "cs"), ("склад на «вул. Хрещатик, 22»", "uk"), ("«просп. Перемоги 67, кв. 12»", "uk"),
        ("живу на «вулиці Шевченка 5»", "uk"), ("офіс: «бул. Лесі Українки, буд. 26»", "uk"), ("地址是«中山路128号»。", "zh"),
        ("仓库在«建国大道15号3栋»", "zh"), ("«南京西路1266号39楼»", "zh"), ("Lager in der «Hauptstraße 14»", "en"),
    ],
}  # fmt: skip
HARMLESS = [
    "order 123456789 is late", "we have 12 000 parcels", "in 2026 we grew 40 %", "v2.0.1", "invoice 2024-001-5567 was wrong",
    "between 2019 and 2026 we opened 14 depots", "12.03.2026 10:30 was the call", "2026-03-12 14:30:00", "IP 192.168.10.125 is down",
    "the build 20.10.1205.33 broke", "SKU 4006381333931 is sold out", "ticket #48213377 is open", "we saved $1 250 000 in a year",
    "600 000 000 rows in the table", "from 10:30-11:45 every day", "tracking 1Z999AA10123456784", "PO 4500123456 came twice",
    "the number of parcels grew to 120000", "ISO 27001 and ISO 9001", "case 5001234567 was closed", "3 Big Ways to grow",
    "we keep 2 Google Drive folders", "5 Star Service for 3 Years", "4111 1111 1111 1112 fails the check", "1234567890123456",
    "zamówienie 987654321 nie doszło", "faktura nr 123456789", "NIP 525-000-12-34 mamy od lat", "kosztowało 601 234 567 zł",
    "mamy 120 000 paczek dziennie", "od 8:00 do 16:00", "w 2025 roku było 1 200 000 rekordów", "REGON 012345678", "KRS 0000123456",
    "ulica była zamknięta przez 3 dni", "na placu stoi 12 ciężarówek", "przesyłka 605123456 zaginęła", "wersja 1.12.0.4",
    "objednávka 777123456 chybí", "IČO 27082440", "DIČ CZ27082440", "číslo faktury 2024000123", "máme 250 000 zásilek ročně",
    "stálo to 1 500 000 Kč", "náměstí bylo plné 20 let", "v roce 2024 to bylo 15 %", "zakázka 602345678 je hotová",
    "замовлення 671234567 не прийшло", "рахунок 0501234567 оплачено", "ЄДРПОУ 14360570", "коштувало 2 500 000 грн",
    "у 2025 році 40 відсотків", "вулиця була закрита 3 дні", "накладна 20450123456789", "маємо 12 складів і 300 машин",
    "订单13800138000还没到", "2026年3月12日", "每天处理120000个包裹", "坐102路公交车", "3号线很挤", "单号1234567890123", "花了2500000元",
    "税号91310000607378229H", "第5号仓库", "增长了40%", "8楼有3个会议室", "a@b is no address", "see §4 (at) the end", "PL12 is a code",
]  # fmt: skip


def cases():
    return [(kind, text) for kind, examples in PERSONAL.items() for text, _ in examples]


def plain(text):
    return text.replace("«", "").replace("»", "")


@pytest.mark.parametrize(("kind", "text"), cases())
def test_a_personal_detail_is_masked_and_nothing_around_it(kind, text):
    before, rest = text.split("«")
    _, after = rest.split("»")

    assert masked(plain(text), personal) == before + kind + after


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_personal_detail_stays(text):
    assert masked(text, personal) == text


def test_the_list_is_long_enough_to_mean_something():
    languages = {language for examples in PERSONAL.values() for _, language in examples}

    assert languages == {"en", "pl", "cs", "uk", "zh"}
    assert min(len(cases()), len(HARMLESS)) >= 60


def test_several_details_in_one_line_are_all_found_in_order():
    text = "Jana, jana@example.com, +420 601 234 567, nám. Míru 3, IBAN CZ65 0800 0000 1920 0014 5399"

    assert [kind for _, _, kind in personal(text)] == ["[e-mail]", "[phone]", "[address]", "[iban]"]
