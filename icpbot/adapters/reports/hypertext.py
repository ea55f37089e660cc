"""The page as one HTML file that asks nothing of the network and runs no script."""

import hashlib
from base64 import b64encode
from pathlib import Path

from icpbot.adapters.reports.charts import inline
from icpbot.usecases.page import Page

_FOLDER = Path(__file__).parent


def html(page: Page) -> bytes:
    return guarded_html(page)[0]


def guarded_html(page: Page) -> tuple[bytes, str]:
    """The page, and the policy for its header: the style alone is let in, by its hash."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    css = (_FOLDER / "profile.css").read_text(encoding="utf-8")
    digest = b64encode(hashlib.sha256(css.encode()).digest()).decode()
    template = environment.get_template("profile.html.jinja")
    drawing = {  # our own pictures and our own file: nothing in them is anybody's markup
        block.heading: Markup(inline(block.chart)) for block in page.blocks if block.chart  # noqa: S704
    }  # fmt: skip
    content = template.render(page=page, css=Markup(css), digest=digest, drawing=drawing)  # noqa: S704
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return content.encode(), f"{policy}; frame-ancestors 'none'"
