"""What a model is asked for is bounded: no key beyond those named, and no list without an end."""

import importlib
import pkgutil
from pathlib import Path

import pytest

import icpbot.usecases
from icpbot.adapters.llm.prompts import load
from icpbot.domain.model import Model

PROMPTS = Path(__file__).parents[3] / "prompts"


def models(base=Model):
    for found in base.__subclasses__():
        yield found
        yield from models(found)


@pytest.fixture(scope="module")
def replies():
    for module in pkgutil.iter_modules(icpbot.usecases.__path__, "icpbot.usecases."):
        importlib.import_module(module.name)
    return {model.__name__: model for model in models()}


def parts(schema):
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(inner, dict | list):
            yield from parts(inner)


TYPED = {
    path.stem: reply
    for path in PROMPTS.glob("*.md")
    if (reply := load(PROMPTS, path.stem).reply).isidentifier()
}


@pytest.mark.parametrize("task", sorted(TYPED))
def test_the_reply_to_every_prompt_that_asks_for_one_is_a_strict_and_bounded_form(task, replies):
    schema = replies[TYPED[task]].model_json_schema()

    for part in parts(schema):
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
        if part.get("type") == "array":
            assert "maxItems" in part
