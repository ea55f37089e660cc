"""Customer tables with deals and tickets, and what is said of them."""

import pytest

from icpbot.domain.errors import Rejected, UsageError
from icpbot.usecases.customers import import_deals, import_table, import_tickets, looked_over
from icpbot.usecases.showing.tables import table_lines

CUSTOMERS = "account,industry,employees,lifetime_value\nKolos Logistik,Logistics,120,10\nŽabka Polska,Retail,50,20\nНова Пошта,Logistics,9000,30\n远禾科技,Technology,80,40\n"


@pytest.fixture
def customers(desk):
    return import_table("customers.csv", CUSTOMERS.encode(), desk=desk)


def deals(desk, *names, **asked):
    rows = "".join(f"{name},won\n" for name in names)
    return import_deals("deals.csv", f"company,status\n{rows}".encode(), desk=desk, **asked)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("KOLOS LOGISTIK s.r.o.", "Kolos Logistik"), ("Zabka Polska sp. z o.o.", "Žabka Polska"), ("Kolos Logstik", "Kolos Logistik"),
        ("Nova Poshta", "Нова Пошта"), ("远禾科技有限公司", "远禾科技"),
    ],
)  # fmt: skip
def test_a_deal_is_kept_under_the_customer_it_surely_means(desk, customers, written, meant):
    report = deals(desk, written)

    assert (report.joined, report.rows, report.doubtful, report.unknown) == (1, 1, {}, ())
    assert [row["company"] for row in desk.accounts.deals(desk.workspace)] == [meant]


def test_what_is_not_sure_is_shown_and_left_as_it_was_written(desk, customers):
    report = deals(desk, "Kolos", "Pelikan Spedice")

    assert report.joined == 0
    assert report.doubtful == {"Kolos": ("Kolos Logistik",)}
    assert report.unknown == ("Pelikan Spedice",)
    assert [row["company"] for row in desk.accounts.deals(desk.workspace)] == ["Kolos", "Pelikan Spedice"]


def test_a_doubt_is_settled_by_who_knows(desk, customers):
    report = deals(desk, "Kolos", same={"Kolos": "Kolos Logistik"})

    assert (report.joined, report.doubtful) == (1, {})
    with pytest.raises(UsageError, match="account-unknown"):
        deals(desk, "Kolos", same={"Kolos": "Nobody"})


def test_tickets_are_counted_for_customers_that_have_no_figure_of_their_own(desk, customers):
    table = "id,customer\n1,Žabka Polska\n2,Zabka Polska\n3,Kolos\n".encode()

    report = import_tickets("tickets.csv", table, desk=desk)

    tickets = {c.account: c.metrics.get("support_tickets") for c in desk.accounts.customers(desk.workspace)}
    assert report.doubtful == {"Kolos": ("Kolos Logistik",)}
    assert tickets == {"Žabka Polska": 2.0, "Kolos Logistik": None, "Нова Пошта": 0.0, "远禾科技": 0.0}


def test_tickets_without_a_company_are_refused(desk, customers):
    with pytest.raises(Rejected, match="table-no-name"):
        import_tickets("tickets.csv", b"id,subject\n1,help\n", desk=desk)


def test_what_a_table_would_say_is_told_without_keeping_it(desk):
    told = looked_over("customers.csv", CUSTOMERS.encode(), desk=desk)

    assert told.rows == 4
    assert desk.accounts.customers(desk.workspace) == []


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
def test_everything_to_look_at_is_said_in_every_language(desk, language):
    rows = "account,segment,employees,lifetime_value\n" + "".join(
        f"Firma {n} x{n},Technology,5,1\n" for n in range(9)
    )
    table = rows + "Nova Trans,technolgy,-5,\nNova Trans a.s.,Technology,many,2\n"
    done = import_table("customers.csv", table.encode(), desk=desk)
    done = done.model_copy(update={"joined": (deals(desk, "Nova", "Pelikan"),)})

    told = "\n".join(table_lines(done, desk=desk, language=language))

    for word in ("segment", "lifetime_value 1 (10%)", "Nova Trans a.s.", "technolgy → Technology", "-5", "many",
                 "Nova → Nova Trans", "Pelikan"):  # fmt: skip
        assert word in told
