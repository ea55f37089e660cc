"""Word, PDF, web pages and mails."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from icpbot.domain.sources import Kind, Origin

TALK = [("Rada Novák", "So why?"), ("{name}", "{words}"), ("Rada Novák", "And then?"), ("{name}", "Nothing.")]


def talk(name: str, words: str) -> list[tuple[str, str]]:
    return [(who.format(name=name), text.format(words=words)) for who, text in TALK]


def test_word_reads_zoom_paragraphs(read, said, make, voice) -> None:
    turns = talk(*voice)
    data = make.docx(
        "Account: Kolos / Date: 2026-03-12",
        *[f"{who} (00:00:0{i}): {text}" for i, (who, text) in enumerate(turns)],
        title="A talk",
    )

    source = read("a.docx", data)

    assert said(source) == turns
    assert [turn.start for turn in source.turns] == [0, 1, 2, 3]
    assert (source.title, source.account, str(source.date)) == ("A talk", "Kolos", "2026-03-12")


@pytest.mark.parametrize("joint", ["\n", None])
def test_word_reads_teams_speaker_lines(read, said, make, voice, joint) -> None:
    turns = talk(*voice)
    pairs = [(f"{who}   0:0{i}", text) for i, (who, text) in enumerate(turns)]
    paragraphs = [joint.join(pair) for pair in pairs] if joint else [part for pair in pairs for part in pair]

    assert said(read("a.docx", make.docx(*paragraphs))) == turns


def test_word_reads_transcripts_laid_out_in_a_table(read, said, make, voice) -> None:
    turns = talk(*voice)
    rows = [(f"00:0{i}", who, text) for i, (who, text) in enumerate(turns)]

    source = read("a.docx", make.docx("Our talk.", rows=rows))

    assert said(source)[1:] == turns
    assert [turn.start for turn in source.turns[1:]] == [0, 1, 2, 3]


def test_word_keeps_paragraphs_and_tables_in_order(read, make) -> None:
    source = read(
        "a.docx",
        make.docx("First we met.", "Then we ate.", rows=[("Trucks", "30 of them"), ("ERP", "none at all")]),
    )

    assert [turn.text for turn in source.turns] == [
        "First we met.",
        "Then we ate.",
        "Trucks | 30 of them",
        "ERP | none at all",
    ]
    assert source.kind is Kind.NOTES


def test_pdf_reads_conversations(read, said, make, voice) -> None:
    turns = talk(*voice)

    source = read(
        "a.pdf",
        make.pdf(
            [f"{who}: {text}" for who, text in turns[:2]], [f"{who}: {text}" for who, text in turns[2:]]
        ),
    )

    assert said(source) == turns


def test_pdf_paragraphs_are_put_back_together(read, make) -> None:
    page = [
        "A paragraph that is wide enough to reach the margin of",
        "the page and then stops early.",
        "Another paragraph of the page that is also rather wide and",
        "goes over to the next page without",
    ]
    more = ["a stop, where it ends.", "3"]

    source = read("a.pdf", make.pdf(page, more))

    assert [turn.text for turn in source.turns] == [
        "A paragraph that is wide enough to reach the margin of the page and then stops early.",
        f"{page[2]} {page[3]} a stop, where it ends.",
    ]


def test_pdf_headers_and_page_numbers_are_no_text(read, make) -> None:
    pages = [
        ["Kolos confidential", f"What they said on day {n} about paper.", f"Page {n} of 4"]
        for n in (1, 2, 3, 4)
    ]

    assert [turn.text for turn in read("a.pdf", make.pdf(*pages)).turns] == [
        f"What they said on day {n} about paper." for n in (1, 2, 3, 4)
    ]


def test_a_pdf_that_only_forbids_printing_is_read(read, make) -> None:
    assert read("a.pdf", make.pdf(["Paper hurts us."], password="")).turns[0].text == "Paper hurts us."


def test_a_locked_pdf_is_refused(refused, make) -> None:
    assert refused("a.pdf", make.pdf(["Paper hurts us."], password="secret")).key == "read-encrypted"


def test_a_scanned_pdf_is_refused(refused, make) -> None:
    assert refused("a.pdf", make.pdf([], [])).key == "read-no-text"


def test_web_page_of_podcasting_2(read, said, voice) -> None:
    turns = talk(*voice)
    page = "".join(
        f"<cite>{who}:</cite>\n<time>0:0{i}</time>\n<p>{text}</p>" for i, (who, text) in enumerate(turns)
    )

    source = read("a.html", page)

    assert said(source) == turns
    assert [turn.start for turn in source.turns] == [0, 1, 2, 3]


def test_web_page_of_paragraphs_and_bold_names(read, said, voice) -> None:
    turns = talk(*voice)
    body = "".join(f"<p><b>{who}:</b>\n   {text}</p>" for who, text in turns)

    source = read(
        "a.htm",
        "<html lang='pl'><head><title>Our talk</title><style>p {}</style></head>"
        f"<body>{body}</body></html>",
    )

    assert said(source) == turns
    assert (source.title, source.language) == ("Our talk", "pl")


def test_web_page_of_notes(read) -> None:
    page = (
        "<h1>Visit</h1><script>var x = 'no';</script><div>They <b>copy</b>\n everything.<br>Twice.</div>"
        "<h2>Tools</h2><ul><li>Excel &amp; paper</li><li>SAP</li></ul>tail<!-- hidden -->"
    )

    source = read("a.html", page)

    assert source.title == "Visit"
    assert [(turn.text, turn.heading) for turn in source.turns] == [
        ("They copy everything. Twice.", False),
        ("Tools", True),
        ("Excel & paper", False),
        ("SAP", False),
        ("tail", False),
    ]


def mail(body: str, **headers: str) -> EmailMessage:
    message = EmailMessage()
    for header, value in headers.items():
        message[header] = value
    message.set_content(body)
    return message


def test_a_mail_is_second_hand_under_its_senders_name(read, voice) -> None:
    name, words = voice
    message = mail(
        f"Hello,\n\n{words}\nEvery day.\n\n> And they said no.\n\n-- \n{name}\n+48 600 555 014",
        Subject=f"Call with {name}",
        From=f"{name} <a@example.com>",
        Date="Wed, 05 Aug 2026 23:30:00 +0200",
    )

    source = read("a.eml", message.as_bytes())

    texts = [turn.text for turn in source.turns]
    assert (texts[0], texts[2:]) == ("Hello,", ["And they said no."])
    assert words in texts[1]
    assert {turn.speaker for turn in source.turns} == {name}
    assert (source.title, str(source.date)) == (f"Call with {name}", "2026-08-05")
    assert (source.kind, source.origin) == (Kind.NOTES, Origin.SECOND_HAND)


def test_a_mail_with_html_and_attachments_says_what_it_skipped(read) -> None:
    message = EmailMessage()
    message["From"] = "jonas@example.com"
    message.set_content("<p>They copy <b>everything</b>.</p><p>Twice.</p>", subtype="html")
    message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="x.bin")

    source = read("a.eml", message.as_bytes())

    assert [turn.text for turn in source.turns] == ["They copy everything.", "Twice."]
    assert source.warnings == ("read-attachments-skipped",)
    assert source.turns[0].speaker is None


@pytest.mark.parametrize("charset", ["iso-8859-2", "windows-1250", "utf-8"])
def test_a_mail_in_any_character_set(read, charset) -> None:
    message = EmailMessage()
    message["Subject"] = "Žlutý kůň"
    message.set_content("Přepisujeme to dvakrát.", charset=charset)

    assert read("a.eml", message.as_bytes()).turns[0].text == "Přepisujeme to dvakrát."


def test_a_conversation_pasted_into_a_mail_keeps_its_speakers(read, said) -> None:
    message = mail("Anna: Why?\nBob: So.\nAnna: Oh.\nBob: Yes.\n", From="Jonas <j@example.com>")

    source = read("a.eml", message.as_bytes())

    assert [speaker for speaker, _ in said(source)] == ["Anna", "Bob", "Anna", "Bob"]
    assert (source.kind, source.origin) == (Kind.INTERVIEW, Origin.SECOND_HAND)


@pytest.mark.parametrize(
    ("data", "key"), [("no headers here\n\nat all", "read-broken"), ("Subject: x\n\n  \n", "read-empty")]
)
def test_what_is_no_mail_is_refused(refused, data, key) -> None:
    assert refused("a.eml", data).key == key


def test_a_speaker_who_begins_every_page_of_a_pdf_is_no_running_header(read, make) -> None:
    page = ["Jiří Čáp 0:{n}1", "Každý list přepisujeme dvakrát.", "Rada Nováková 0:{n}3", "Proč?"]
    pages = [[line.format(n=n) for line in [*page, *page, "Kolos 2026"]] for n in range(5)]

    source = read("a.pdf", make.pdf(*pages))

    assert {turn.speaker for turn in source.turns} == {"Jiří Čáp", "Rada Nováková"}
    assert len(source.turns) == 20
    assert "Kolos 2026" not in source.model_dump_json()
