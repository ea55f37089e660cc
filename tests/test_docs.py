"""Docs cannot go stale: every command, setting and prompt stands in them."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from icpbot.adapters.llm.prompts import load
from icpbot.cli.app import app
from icpbot.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_in_the_readme():
    names = {field.alias for field in Settings.model_fields.values()}

    missing = {name for name in names if f"`{name}`" not in README}

    assert missing == set()


def test_every_command_is_in_the_readme():
    commands = set(get_command(app).commands)

    missing = {name for name in commands if not re.search(rf"`icpbot [^|]*\b{name}\b", README)}

    assert missing == set()


@pytest.mark.parametrize("path", sorted((ROOT / "prompts").glob("*.md")), ids=lambda p: p.stem)
def test_every_prompt_has_a_header_that_fits_its_text(path):
    prompt = load(ROOT / "prompts", path.stem)

    assert prompt.purpose.endswith(".")


def test_links_between_documents_lead_somewhere():
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"
