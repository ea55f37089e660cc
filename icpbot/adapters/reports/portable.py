"""The page as a PDF: tagged for screen readers, its fonts inside."""

from pathlib import Path

from icpbot.usecases.page import Page

_TEMPLATE = Path(__file__).parent / "profile.typ"


def pdf(page: Page) -> bytes:
    """Laid out as PDF/UA-1; the words go in as data, so that nothing in them is markup."""
    import noto_cjk_sans_otc
    import typst

    return typst.compile(
        _TEMPLATE, font_paths=[Path(str(noto_cjk_sans_otc.FONT_PATH)).parent], ignore_system_fonts=True,
        format="pdf", sys_inputs={"page": page.model_dump_json()}, pdf_standards="ua-1",
    )  # fmt: skip
