"""Fuzzy matching by rapidfuzz."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from icpbot.domain.names import Match, key_of


def align(needle: str, haystack: str) -> tuple[float, int, int]:
    """The best place for `needle` in `haystack`: score 0..100, start and end."""
    found = fuzz.partial_ratio_alignment(needle, haystack)
    if found is None:
        return 0.0, 0, 0
    return found.score, found.dest_start, found.dest_end


class FuzzyNames:
    """Implements `CompanyNames`."""

    def matches(self, asked: str, names: Sequence[str]) -> list[Match]:
        keys = [key_of(name) for name in names]
        found = process.extract(key_of(asked), keys, scorer=fuzz.WRatio, limit=10, score_cutoff=60)
        ranked = [Match(name=names[index], score=score) for _, score, index in found]
        starting = [
            n for n, key in zip(names, keys, strict=True) if f"{key} ".startswith(f"{key_of(asked)} ")
        ]
        listed = {match.name for match in ranked}
        return ranked + [Match(name=n, score=0) for n in starting if n not in listed]
