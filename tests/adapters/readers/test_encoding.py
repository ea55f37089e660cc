"""Bytes to text."""

from __future__ import annotations

import pytest

TEXTS = {
    "cp1250 pl": (
        "cp1250",
        "Zażółć gęślą jaźń. Przepisujemy każdy list przewozowy – „dwa razy”, mówi Łucja.",
    ),
    "cp1250 cs": ("cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy. Přepisujeme každý dodací list."),
    "cp1251 uk": ("cp1251", "Ми двічі переписуємо кожну накладну. Їх сотні, і ґанок теж – «усе»."),
    "cp1251 short": ("cp1251", "ТТН"),
    "gb18030 zh": ("gb18030", "每张送货单我们都要录入两遍，司机不愿意用软件。"),
    "gb18030 short": ("gb18030", "价格太高了"),
    "cp1252 de": ("cp1252", "Die Fahrer wollen keine App. Größe, Übergabe, süß – „nein“."),
    "utf-8-sig": ("utf-8-sig", "Příliš žluťoučký kůň"),
    "utf-16": ("utf-16", "Příliš žluťoučký kůň"),
    "utf-16-le unmarked": ("utf-16-le", "We copy it twice, každý den."),
    "utf-16-be unmarked": ("utf-16-be", "We copy it twice, každý den."),
    "utf-16-le unmarked uk": ("utf-16-le", "Ми двічі переписуємо кожну накладну."),
    "utf-16-be unmarked zh": ("utf-16-be", "每张送货单我们都要录入两遍 :)"),
    "utf-16-le unmarked ascii": ("utf-16-le", "We copy it twice."),
    "utf-32": ("utf-32", "每张送货单"),
}


@pytest.mark.parametrize("case", TEXTS)
def test_a_text_is_read_in_the_encoding_it_was_written_in(read, case) -> None:
    encoding, text = TEXTS[case]

    assert read("a.txt", text.encode(encoding)).turns[0].text == text


@pytest.mark.parametrize("encoding", ["cp1250", "utf-16"])
def test_an_interview_in_a_legacy_encoding_keeps_its_speakers(read, said, encoding) -> None:
    text = "Tazatelka Říhová: Proč?\r\nJiří Čáp: Příliš papíru.\r\nTazatelka Říhová: A dál?\r\nJiří Čáp: Nic."

    assert said(read("a.txt", text.encode(encoding)))[1] == ("Jiří Čáp", "Příliš papíru.")


def test_a_file_cut_inside_a_character_is_read(read) -> None:
    assert (
        read("a.txt", "Přepisujeme každý list, i když už".encode() + "ž".encode()[:1])
        .turns[0]
        .text.startswith("Přepisujeme")
    )


@pytest.mark.parametrize(
    "data",
    [
        b"Anna: hi\x00\x00\x00\x00\x00",
        b"\x00" * 500,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
        b"\xff\xfe\x00\xd8\x41",
        b"MZ\x90\x00\x03" + bytes(300),
        b"\x1f\x8b\x08\x00" + bytes(range(200)),
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "md", "vtt", "csv", "json", "html"])
def test_binary_data_under_a_text_extension_is_refused(refused, data, suffix) -> None:
    assert refused(f"a.{suffix}", data).key in {"read-encoding", "read-empty"}


TALKS = {
    "pl": (
        "Prowadząca",
        "Łucja Żółć",
        "Każdy list przewozowy przepisujemy dwa razy, a kierowcy gubią papiery – „źle”.",
    ),
    "cs": (
        "Tazatelka",
        "Jiří Řehoř",
        "Přepisujeme každý dodací list dvakrát, řidiči ztrácejí papíry – „žůžo“.",
    ),
    "uk": ("Інтерв'юер", "Їжакевич", "Ми двічі переписуємо кожну накладну, їх сотні, і ґанок теж – «усе»."),
    "zh": ("采访者", "周敏", "每张送货单我们都要录入两遍，司机经常把单子弄丢。"),
    "de": ("Interviewer", "Jörg Müßig", "Wir schreiben größtenteils jeden Lieferschein zweimal ab – „süß“."),
}
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
PAGES = {"pl": "cp1250", "cs": "cp1250", "uk": "cp1251", "zh": "gb18030", "de": "cp1252"}


@pytest.mark.parametrize(
    ("language", "encoding"), [(lang, enc) for lang in TALKS for enc in [*UNICODE, PAGES[lang]]]
)
def test_an_interview_is_the_same_in_every_encoding_of_its_language(read, said, language, encoding) -> None:
    asks, answers, words = TALKS[language]
    text = f"{asks}: Co?\r\n{answers}: {words}\r\n{asks}: OK?\r\n{answers}: {words}\r\n"

    assert said(read("a.txt", text.encode(encoding))) == [
        (asks, "Co?"),
        (answers, words),
        (asks, "OK?"),
        (answers, words),
    ]
