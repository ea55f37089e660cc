"""Exports of Teams, Otter, Gong, Google Meet and Zoom: who spoke when, and nothing of the tool's own."""

from __future__ import annotations

import pytest

from icpbot.domain.sources import Kind, SpeakerRole
from icpbot.usecases.ingest import Upload, ingest

TALK = ["Dzień dobry, co was najbardziej boli?", "{words}", "A dalej, jak długo?", "Nic więcej."]
RADA = "Rada Nováková"


def talk(voice: tuple[str, str]) -> list[tuple[str, str]]:
    name, words = voice
    return [(who, text.format(words=words)) for who, text in zip([RADA, name] * 2, TALK, strict=True)]


def test_teams_in_word_is_the_conversation_alone(read, said, make, voice) -> None:
    turns = talk(voice)
    paragraphs = [f"{who}   0:0{i}\n{text}" for i, (who, text) in enumerate(turns)]

    source = read("a.docx", make.docx(
        "Rozmowa z Kolosem-20260312_140000-Meeting Recording", "12 marca 2026, 02:00PM", "32m 10s",
        f"{RADA} started transcription", *paragraphs, f"{RADA} stopped transcription",
    ))  # fmt: skip

    assert said(source) == turns
    assert [t.start for t in source.turns] == [0, 1, 2, 3]
    assert (source.title, str(source.date), source.kind) == (
        "Rozmowa z Kolosem",
        "2026-03-12",
        Kind.INTERVIEW,
    )


def test_teams_of_older_days_has_times_names_and_words_in_one_paragraph(read, said, make, voice) -> None:
    turns = talk(voice)

    source = read("a.docx", make.docx(
        *(f"0:0:{i}.0 --> 0:0:{i}.510\n{who}\n{text}" for i, (who, text) in enumerate(turns))
    ))  # fmt: skip

    assert said(source) == turns
    assert [t.start for t in source.turns] == [0, 1, 2, 3]


def test_teams_in_vtt_has_voices_and_long_cue_names(read, said, voice) -> None:
    turns = talk(voice)
    cues = [
        f"8f4bd1c2-1b1d-4a8e-9a6b-2f7f5a0c1d11/{i}-0\n00:00:0{i}.120 --> 00:00:0{i}.900\n<v {who}>{text}</v>"
        for i, (who, text) in enumerate(turns)
    ]

    source = read("a.vtt", "WEBVTT\n\n" + "\n\n".join(cues))

    assert said(source) == turns
    assert (source.turns[1].start, source.turns[1].end) == (1.12, 1.9)


def test_zoom_in_vtt_has_names_before_a_colon(read, said, voice) -> None:
    turns = talk(voice)
    cues = [
        f"{i + 1}\n00:00:0{i}.120 --> 00:00:0{i}.900\n{who}: {text}" for i, (who, text) in enumerate(turns)
    ]

    assert said(read("a.vtt", "WEBVTT\n\n" + "\n\n".join(cues))) == turns


@pytest.mark.parametrize(
    "shape",
    [
        "14:02:0{i}\t{who}:\t{text}",
        "14:02:0{i}\t From  {who} : {text}",
        "14:02:0{i} From {who} to Everyone: {text}",
        "14:02:0{i} From {who} to Everyone:\n\t{text}",
        "2026-03-12 14:02:0{i} From {who} to Rada(Direct Message):\n\t{text}",
        "[12.03.2026 14:02:0{i}] {who}\n{text}",
        "[12.03.2026, 14:02:0{i}] {who}: {text}",
        "12/03/2026, 14:02:0{i} - {who}: {text}",
    ],
)
def test_chats_of_all_ages_have_senders_and_times(read, said, voice, shape) -> None:
    turns = talk(voice)

    source = read(
        "a.txt", "\n".join(shape.format(i=i, who=who, text=text) for i, (who, text) in enumerate(turns))
    )

    assert said(source) == turns
    assert [t.start for t in source.turns] == [14 * 3600 + 120 + i for i in range(4)]


def test_otter_says_its_keywords_and_name_to_nobody(read, said, voice) -> None:
    turns = talk(voice)
    body = "\n\n".join(f"{who}  00:0{i}\n{text}" for i, (who, text) in enumerate(turns))

    source = read("a.txt", f"Rozmowa z Kolosem\nThu, Mar 12, 2026 2:00PM • 32:10\n\nSUMMARY KEYWORDS\npapier, listy\n\n"
                  f"SPEAKERS\n{RADA}, {voice[0]}\n\n{body}\n\nTranscribed by https://otter.ai\n")  # fmt: skip

    assert said(source) == turns
    assert (source.title, str(source.date)) == ("Rozmowa z Kolosem", "2026-03-12")


def test_gong_keeps_its_list_of_participants_to_itself(read, said, voice) -> None:
    turns = talk(voice)
    body = "\n\n".join(f"0:0{i} | {who}\n{text}" for i, (who, text) in enumerate(turns))

    source = read("a.txt", "Call with Kolos Logistik\nRecorded on Mar 12, 2026 via Zoom, 32m\n\nParticipants\n\nAcme\n"
                  f"{RADA}, Account Executive\n\nKolos Logistik\n{voice[0]}, COO\n\n\nTranscript\n\n{body}\n")  # fmt: skip

    assert said(source) == turns
    assert (source.title, str(source.date)) == ("Call with Kolos Logistik", "2026-03-12")


@pytest.mark.parametrize("suffix", ["docx", "txt"])
def test_meet_gives_its_times_to_who_speaks_next(read, said, make, voice, suffix) -> None:
    turns = talk(voice)
    said_lines = [f"{who}: {text}" for who, text in turns]
    lines = ["Kolos x Acme (2026-03-12 14:00 GMT+1) - Transcript", "Attendees", f"{RADA}, {voice[0]}", "Transcript",
             "00:00:00", "", *said_lines[:2], "00:05:00", "", *said_lines[2:],
             "Transcription ended after 00:32:10", "This editable transcript was computer generated and might contain errors."]  # fmt: skip

    source = read(f"a.{suffix}", make.docx(*lines) if suffix == "docx" else "\n".join(lines))

    assert said(source) == turns
    assert [t.start for t in source.turns] == [0, None, 300, None]
    assert (source.title, str(source.date)) == ("Kolos x Acme", "2026-03-12")


def test_notes_of_meet_are_notes_with_their_date(read, make) -> None:
    source = read("a.docx", make.docx("📝 Notes", "Mar 12, 2026", "Kolos x Acme", "Invited Łucja Żółć jiri.cap@kolos.cz",
                                      "Summary", "Jiří Čáp said that papers get lost."))  # fmt: skip

    assert (source.title, str(source.date), source.kind) == ("Kolos x Acme", "2026-03-12", Kind.NOTES)
    assert source.domains == ("kolos.cz",)
    assert source.turns[-1].text == "Jiří Čáp said that papers get lost."


def test_sentences_in_json_are_turns(read, said) -> None:
    text = (
        '{"title": "Kolos", "sentences": [{"speaker_name": "周敏", "text": "录入两遍。", "start_time": 1.5}]}'
    )

    assert said(read("a.json", text)) == [("周敏", "录入两遍。")]


def test_a_lone_time_in_prose_stays_prose(read) -> None:
    source = read("notes.txt", "We met at the gate.\n\n10:30\n\nThen lunch: soup.\n")

    assert [t.text for t in source.turns] == ["We met at the gate.", "10:30", "Then lunch: soup."]


BODY = "\n\nRada Nováková: Dobrý den.\nJiří Čáp: Dobrý den.\nRada Nováková: Začneme.\nJiří Čáp: Ano.\nEva Malá: Jsem tu."
SIDES = {
    "Rada Nováková": SpeakerRole.INTERVIEWER,
    "Jiří Čáp": SpeakerRole.CUSTOMER,
    "Eva Malá": SpeakerRole.CUSTOMER,
}


@pytest.mark.parametrize(
    "header",
    [
        "Account: Kolos Logistik\nParticipants: Rada Nováková <rada@acme.pl>, Jiří Čáp <jiri@kolos-logistik.cz>, Eva Malá (eva@kolos-logistik.cz)",
        "Date: 2026-03-12\nInterviewer: Rada Nováková (rada@acme.pl)\nParticipants: Jiří Čáp (jiri@kolos-logistik.cz), Eva Malá (eva@kolos-logistik.cz)",
    ],
)
def test_addresses_tell_the_sides_apart_and_name_the_account(read, header) -> None:
    source = read("a.txt", header + BODY)

    assert source.roles | {"Rada Nováková": SpeakerRole.INTERVIEWER} == SIDES
    assert source.account == "Kolos Logistik"


def test_free_mail_tells_nothing_of_a_company(read) -> None:
    source = read("a.txt", "Date: 2026-03-12\nInterviewer: Rada Nováková (rada@acme.pl)\n"
                  f"Participants: Jiří Čáp (jiri@seznam.cz), Eva Malá (eva@gmail.com){BODY}")  # fmt: skip

    assert (source.account, source.domains) == (None, ("acme.pl",))


def test_a_mail_is_of_the_known_account_of_its_sender(make_desk) -> None:
    desk = make_desk()
    ingest(Upload(path="k.txt", data=f"Account: Kolos Logistik{BODY}".encode()), desk=desk)
    mail = "From: Jiří <jiri@kolos.cz>\nTo: rada@acme.pl\nSubject: Papír\n\nŘidiči ztrácejí papíry každý týden.\n"

    assert ingest(Upload(path="m.eml", data=mail.encode()), desk=desk).source.account == "Kolos Logistik"


def test_a_turn_in_another_language_says_so(make_desk) -> None:
    text = ("Rada: Co vás v poslední době na vaší práci nejvíc trápí a proč?\n"
            "周敏: 每张送货单我们都要录入两遍，司机经常把单子弄丢，真的很麻烦。\n"
            "Rada: A jak dlouho vám to každý týden vlastně zabere, prosím vás?\n"
            "Łucja: Każdy list przewozowy przepisujemy ręcznie dwa razy, a kierowcy gubią papiery.\n"
            "Rada: Děkuji vám moc za rozhovor a přeji vám hezký zbytek dne.\n")  # fmt: skip

    source = ingest(Upload(path="a.txt", data=text.encode()), desk=make_desk()).source

    assert source.language == "cs"
    assert [t.language for t in source.turns] == [None, "zh", None, "pl", None]


def test_who_is_interviewed_does_not_interview(read) -> None:
    source = read("a.txt", f"日期：2026-03-12\n参与者：Rada Nováková（采访者）、Jiří Čáp（被采访者）{BODY}")

    assert source.roles == {"Rada Nováková": SpeakerRole.INTERVIEWER, "Jiří Čáp": SpeakerRole.CUSTOMER}


def test_a_tools_file_that_begins_with_its_first_speaker_is_read(read, said, voice) -> None:
    turns = talk(voice)
    lines = [f"{who}: {text}" for who, text in turns]

    source = read("a.txt", "\n".join([*lines, "This editable transcript was computer generated."]))

    assert said(source) == turns
