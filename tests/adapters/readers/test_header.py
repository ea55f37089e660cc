"""What a file says about itself."""

from __future__ import annotations

from datetime import date

import pytest

from icpbot.adapters.readers.about import account_in, language_code
from icpbot.adapters.readers.dates import date_in
from icpbot.domain.sources import Origin, SpeakerRole

BODY = "\n\nRada Novák: Proč?\nJiří Čáp: Protože.\nRada Novák: A dál?\nJiří Čáp: Nic."

HEADERS = {
    "en": "A talk\nAccount: Kolos Logistik\nDate: 12 March 2026\n"
    "Participants: Rada Novák (interviewer), Jiří Čáp (COO, Kolos Logistik)",
    "pl": "Rozmowa\nFirma: Kolos Logistik\nData: 12 marca 2026\n"
    "Uczestnicy: Rada Novák (prowadząca), Jiří Čáp (prezes, Kolos Logistik)",
    "cs": "Rozhovor\nSpolečnost: Kolos Logistik\nDatum: 12. března 2026\n"
    "Účastníci: Rada Novák (tazatelka), Jiří Čáp (Kolos Logistik)",
    "uk": "Розмова\nКомпанія: Kolos Logistik\nДата: 12 березня 2026\n"
    "Учасники: Rada Novák (інтерв'юерка), Jiří Čáp (Kolos Logistik)",
    "zh": "访谈\n公司：Kolos Logistik\n"
    "日期：2026年3月12日\n参与者：Rada Novák（采访者）、Jiří Čáp（总监，Kolos Logistik）",
    "slashes": "A talk\nAccount: Kolos Logistik / Date: 2026-03-12\n"
    "Interviewer: Rada Novák\nInterviewee: Jiří Čáp",
    "front matter": "---\ntitle: A talk\naccount: Kolos Logistik\ndate: 2026-03-12\n"
    "---\nParticipants: Rada Novák – interviewer; Čáp – customer",
    "markdown": "# A talk\n\n**Client:** Kolos Logistik\n\n**Date**: 12.3.2026\n"
    "\n**Participants:** Rada Novák (interviewer), Jiří Čáp (customer)",
}


@pytest.mark.parametrize("case", HEADERS)
def test_header_lines_are_facts_and_no_turns(read, said, case) -> None:
    source = read("a.md", "Fictional sample\n\n" * (case != "front matter") + HEADERS[case] + BODY)

    assert (source.account, source.date) == ("Kolos Logistik", date(2026, 3, 12))
    assert source.title
    assert source.roles == {"Rada Novák": SpeakerRole.INTERVIEWER, "Jiří Čáp": SpeakerRole.CUSTOMER}
    assert [speaker for speaker, _ in said(source)] == ["Rada Novák", "Jiří Čáp"] * 2


@pytest.mark.parametrize("label", ["Klient", "Customer", "客户", "Клієнт", "Respondent"])
def test_a_header_word_that_talks_is_a_speaker(read, said, label) -> None:
    source = read(
        "a.txt", f"{label}: Dzień dobry.\nBadacz: Dzień dobry.\n{label}: Mamy problem.\nBadacz: Jaki?"
    )

    below_a_date = read(
        "a.txt", f"Date: 2026-03-12\n\n{label}: Acme.\nBadacz: Co?\n{label}: Acme.\nBadacz: Jaki?"
    )

    assert [speaker for speaker, _ in said(source)] == [label, "Badacz"] * 2
    assert [speaker for speaker, _ in said(below_a_date)] == [label, "Badacz"] * 2
    assert (source.account, below_a_date.account) == (None, None)


@pytest.mark.parametrize(
    "first",
    ["Company: they have 200 people and own trucks", "Date: nobody knew", "Customer: Hi, are you there?"],
)
def test_prose_behind_a_header_word_stays_text(read, first) -> None:
    source = read("a.txt", f"{first}\n\nThen we talked.")

    assert source.turns[0].text == first
    assert (source.account, source.date) == (None, None)


def test_unknown_accounts_are_none(read) -> None:
    assert read("a.txt", f"Account: n/a\nDate: 2026-03-12{BODY}").account is None


def test_notes_may_say_that_they_are_first_hand(read) -> None:
    assert (
        read("a.txt", "Date: 2026-03-12\nType: first-hand notes\n\nPaper hurts us.").origin
        is Origin.FIRST_HAND
    )
    assert (
        read("a.txt", f"Date: 2026-03-12\nType: second-hand, from memory{BODY}").origin is Origin.SECOND_HAND
    )


def test_the_language_is_taken_only_where_it_is_stated(read) -> None:
    assert read("a.txt", f"Language: Czech{BODY}").language == "cs"
    assert read("a.txt", BODY).language is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-12 Kolos", date(2026, 3, 12)),
        ("Harborline CFO interview 02-04-2026", date(2026, 4, 2)),
        ("agrohurt prezes 24.06.2026", date(2026, 6, 24)),
        ("стрибор_оксана_08-07-2026", date(2026, 7, 8)),
        ("GMT20260512-130214_Recording", date(2026, 5, 12)),
        ("12/31/2026", date(2026, 12, 31)),
        ("2026年10月13日", date(2026, 10, 13)),
        ("24. června 2026", date(2026, 6, 24)),
        ("24. července 2026", date(2026, 7, 24)),
        ("5 listopada 2026", date(2026, 11, 5)),
        ("5 листопада 2026", date(2026, 11, 5)),
        ("Sept 3rd, 2026", date(2026, 9, 3)),
        ("3 of March 2026", date(2026, 3, 3)),
        ("version 2026-13-45", None),
        ("order 120260512345", None),
        ("600 555 014", None),
        ("", None),
    ],
)
def test_dates_as_people_write_them(text, expected) -> None:
    assert date_in(text) == expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("2026-03-12 Kolos Logistik – Ing. Veselá", "Kolos Logistik"),
        ("2026-03-12 Kolos Logistik, Veselá", "Kolos Logistik"),
        ("Kolos Logistik (Jana Veselá) 12.3.2026", "Kolos Logistik"),
        ("2026-09-03 汉麓供应链 - Veselá", "汉麓供应链"),
        ("2026-03-12 Jana Veselá – Kolos Logistik", None),
        ("2026-03-12 Rada Novák – Ing. Veselá", None),
        ("2026-03-12 Interview – Veselá", None),
        ("2026-03-12 Kolos Logistik – pilot", None),
        ("Kolos Logistik", None),
        ("GMT20260512-130214_Recording_Kolos_IT", None),
        ("rozhovor - Veselá", None),
    ],
)
def test_a_file_name_gives_the_account_only_beside_a_speaker(stem, expected) -> None:
    assert account_in(stem, ["Rada Novák", "Ing. Jana Veselá"]) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("pl-PL", "pl"),
        ("Polski", "pl"),
        ("čeština", "cs"),
        ("UA", "uk"),
        ("中文", "zh"),
        ("zh_Hans", "zh"),
        ("fr", "fr"),
        ("Klingon", None),
        ("", None),
    ],
)
def test_languages_by_code_or_name(text, code) -> None:
    assert language_code(text) == code
