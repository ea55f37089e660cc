"""The page as one HTML file that asks nothing of the network and runs no script."""

import hashlib
from base64 import b64encode
from pathlib import Path

from icpbot.usecases.page import Page

_FOLDER = Path(__file__).parent


def html(page: Page) -> bytes:
    """The style alone is let in by the content policy, by its hash."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    css = (_FOLDER / "profile.css").read_text(encoding="utf-8")
    digest = b64encode(hashlib.sha256(css.encode()).digest()).decode()
    template = environment.get_template("profile.html.jinja")
    return template.render(page=page, css=Markup(css), digest=digest).encode()  # noqa: S704 - our own file
