"""Open questions of a survey: themes in the words of respondents, told with their numbers."""

import csv
import io
from unittest.mock import patch

import pytest

from icpbot.adapters.tables import surveys as engine
from icpbot.domain import openended
from icpbot.usecases.surveys import count, survey_reply

PRICE = ("Cena wdrożenia jest za wysoka dla małej firmy.", "Wysoka cena wdrożenia dla małej firmy.",
         "Za wysoka cena wdrożenia.")  # fmt: skip
OTHERS = (
    "Kierowcy nie chcą używać kolejnej aplikacji w telefonie.",
    "W magazynie nie ma zasięgu i skanery się rozłączają.",
    "Brakuje integracji z programem księgowym, wszystko przepisujemy.",
    "Raporty przychodzą dopiero w piątek po południu.",
    "Nie wiemy, kto po waszej stronie odpowiada na zgłoszenia.",
)


@pytest.fixture
def survey():
    text = io.StringIO(newline="")
    rows = [[n, "tak" if n % 2 else "nie", said] for n, said in enumerate([*PRICE, *OTHERS, ""])]
    csv.writer(text).writerows(
        [["Respondent ID", "Czy wysyłacie paczki?", "Co was najbardziej boli?"], *rows]
    )
    return text.getvalue().encode()


def open_question(result):
    return next(q for q in result.questions if q.type == "open")


def test_an_open_question_has_themes_in_the_respondents_own_words(desk, survey):
    question = open_question(count("ankieta.csv", survey, desk=desk))

    [theme, *others] = question.themes
    assert (question.answered, question.missing, question.sampled) == (8, 1, None)
    assert theme.n == 3
    assert set(theme.quotes) == set(PRICE)
    assert all(other.n < 3 for other in others)


def test_only_a_sample_is_compared_and_it_is_said_so(desk, survey):
    with patch.object(openended, "SAMPLED", 4), patch.object(engine, "SAMPLED", 4):
        result = count("ankieta.csv", survey, desk=desk)

    assert open_question(result).sampled == 4
    assert open_question(result).answered == 8


def test_a_sample_is_named_where_the_themes_are_told(desk, survey):
    result = count("ankieta.csv", survey, desk=desk)
    asked = open_question(result).model_copy(update={"sampled": 1000})
    drawn = result.model_copy(update={"questions": (asked,)})

    [line] = survey_reply(drawn, "ankieta.csv", desk=desk, language="pl").lines

    assert "wylosowanych do porównania: 1\xa0000" in line
    assert "”" in line


def test_themes_stand_in_the_json_and_in_words_and_what_was_drawn_does_not(icpbot, survey, tmp_path):
    (tmp_path / "ankieta.csv").write_bytes(survey)

    told = icpbot("survey", tmp_path / "ankieta.csv", env={"ICPBOT_LANGUAGE": "cs"}).out
    questions = icpbot("survey", tmp_path / "ankieta.csv", "--json").json["questions"]

    assert "38 % (" in told or "38% (" in told
    asked = next(q for q in questions if q["type"] == "open")
    assert asked["themes"][0].keys() == {"label", "n", "share", "low", "high", "quotes"}
    assert "written" not in asked
    assert all("themes" not in q for q in questions if q["type"] != "open")
