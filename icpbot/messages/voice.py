"""Implements `Voice`: sentences from the `.ftl` files beside this module."""

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).parent
FALLBACK = "en"


def languages() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.ftl"))


class FluentVoice:
    def say(self, key: str, language: str, **values: str | float) -> str:
        """The sentence in the language, else in English; an unknown key is a bug and raises."""
        for code in (language.split("-", maxsplit=1)[0], FALLBACK):
            bundle = _bundle(code)
            if bundle is None or not bundle.has_message(key):
                continue
            pattern = bundle.get_message(key).value
            assert pattern is not None, key
            text, errors = bundle.format_pattern(pattern, values)
            if errors:
                raise errors[0]
            return str(text)
        raise KeyError(key)


@cache
def _bundle(language: str) -> FluentBundle | None:
    path = FOLDER / f"{language}.ftl"
    if not path.is_file():
        return None
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
