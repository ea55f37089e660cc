"""Rows that are written as they were read, beside the same rows put together cell by cell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from icpbot.adapters.tables.pieces import _plain, _verbatim
from icpbot.adapters.tables.source import Form
from icpbot.adapters.tables.wording import safe

CELLS = st.text("=+@-1%a. é\u00a0", max_size=6) | st.sampled_from(
    ["-12%", "-12", "+420", "-", "- 1", "-3%%", "  x  ", "@a", "1" * 30]
)


@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=30),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_a_line_is_the_cells_stripped_and_made_safe(rows, end, closed) -> None:
    text = end.join(",".join(("x", *row)) for row in rows) + (end if closed else "")

    plain = _plain(text.encode(), Form(f"name,a,b,c{end}"))
    read = _verbatim(plain, Form(f"name,a,b,c{end}"))

    expected = [["x", *(cell.strip() for cell in row)] for row in rows]
    assert read.lines.to_list() == [",".join(map(safe, row)) for row in expected]
    assert [[cell or "" for cell in row] for row in read.cells.rows()] == expected


def test_a_piece_with_a_stray_return_or_a_quote_is_read_cell_by_cell() -> None:
    form = Form("name,a\n")

    assert _plain(b"x,1\ry\nz,2\n", form) is None
    assert _plain(b"x,1\nz,2\r", form) is None
    assert _plain(b'x,"1"\n', form) is None
    assert _plain(b"x,1\nz\n", form) is None
