"""Which sentences of a found text carry a page."""

from __future__ import annotations

import pytest
from searcher import annotated

from icpbot.domain.cited import Pointer, Searched, cited_sentences, is_about, site_of

PAGE, OTHER = "https://www.kolos.cz/o-nas?utm_source=openai", "https://rejstrik.example.cz/1"


def carried(text: str, style: str = "link") -> list[tuple[str, str]]:
    plain, annotations = annotated(text, style)
    pointers = tuple(Pointer(start=a["start_index"], end=a["end_index"], url=a["url"]) for a in annotations)
    return [(said.text, said.url) for said in cited_sentences(Searched(text=plain, pointers=pointers))]


@pytest.mark.parametrize("style", ["link", "under"])
def test_a_sentence_that_ends_with_its_page_carries_it_and_its_neighbours_do_not(style) -> None:
    text = f"Kolos is old. [[Kolos employs 85 people.|{PAGE}]] Kolos is nice. [[Kolos sídlí v Brně.|{OTHER}]]"

    found = carried(text, style)

    assert [url for _, url in found] == [PAGE, OTHER]
    assert [said.strip(" .") for said, _ in found] == ["Kolos employs 85 people", "Kolos sídlí v Brně"]


def test_a_link_inside_a_sentence_belongs_to_it() -> None:
    [(said, url)] = carried(f"[[Kolos employs 85 people|{PAGE}]]. Kolos is nice.")

    assert said.startswith("Kolos employs 85 people")
    assert url == PAGE


def test_each_line_of_a_list_has_its_own_page_and_loses_its_marks() -> None:
    found = carried(
        f"- **Kolos** employs 85 people.\n- [[Kolos was founded in 1998.|{PAGE}]]\n- Kolos is big."
    )

    assert [said.strip() for said, _ in found] == ["Kolos was founded in 1998."]


def test_a_link_in_a_line_of_its_own_belongs_to_nothing() -> None:
    assert carried(f"Kolos employs 85 people.\n[[|{PAGE}]]") == []


def test_chinese_sentences_carry_their_pages_too() -> None:
    found = carried(f"远河物流很大。[[远河物流有85名员工。|{PAGE}]]远河物流很好。")

    assert [said for said, _ in found] == ["远河物流有85名员工。"]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "ftp://kolos.cz/x", "https://", "https:///x", "//kolos.cz", "kolos.cz", "",
     "https://localhost/x", "https://user@kolos.cz/", "https://[kolos", "https://kolos.cz/<b>", "https://kolos.cz/" + "x" * 2_000,
     "https://kolos.cz/a b", " https://kolos.cz", "https://kolos.cz/\n"],
)  # fmt: skip
def test_what_is_no_page_of_the_web_carries_nothing(url) -> None:
    text = "Kolos employs 85 people."

    assert cited_sentences(Searched(text=text, pointers=(Pointer(start=0, end=len(text), url=url),))) == []


def test_a_sentence_without_end_is_no_fact() -> None:
    assert carried(f"[[Kolos employs {'very ' * 100}85 people.|{PAGE}]]", "under") == []


@pytest.mark.parametrize("span", [(-1, 5), (5, 5), (9, 3), (0, 99)])
def test_a_page_that_points_nowhere_carries_nothing(span) -> None:
    searched = Searched(text="Kolos employs 85.", pointers=(Pointer(start=span[0], end=span[1], url=PAGE),))

    assert cited_sentences(searched) == []


@pytest.mark.parametrize(
    ("sentence", "company", "about"),
    [
        ("Kolos Logistik s.r.o. employs 85 people.", "Kolos Logistik", True),
        ("Žabka Polska zatrudnia 3000 osób.", "Żabka Polska sp. z o.o.", True),
        ("远河物流有85名员工。", "远河物流", True),
        ("Kolos Logistik's rival Bor employs 85 people.", "Kolos Logistik", False),
        ("Bor, a rival of Kolos Logistik, employs 85 people.", "Kolos Logistik", False),
        ("Kolosal employs 85 people.", "Kolos", False),
    ],
)
def test_a_sentence_is_about_the_company_it_begins_with(sentence, company, about) -> None:
    assert is_about(sentence, company) is about


def test_a_page_is_called_by_its_host() -> None:
    assert site_of(PAGE) == "kolos.cz"
