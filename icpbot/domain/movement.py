"""How the evidence of a profile's claims has moved since they were written down."""

from collections.abc import Iterable, Sequence

from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Stance
from icpbot.domain.model import Model
from icpbot.domain.profile import Basis, Claim, ClaimStatus, Counts, Profile
from icpbot.domain.themes import Theme


class Shift(Model):
    """A claim that more, fewer or other accounts speak for or against than when it was written down."""

    claim: Claim
    before: Counts
    now: Counts

    @property
    def disagree(self) -> int:
        """Accounts that contradict it now and did not before."""
        return max(0, self.now.contradicting - self.before.contradicting)


class Moved(Shift):
    """With the theme that counts otherwise now."""

    theme: Theme


def moved(profile: Profile, themes: Sequence[Theme]) -> list[Moved]:
    """Claims with evidence whose theme counts otherwise now, in the profile's order. What cannot be found
    again, and a larger base alone, is no movement.
    """
    found = [_moved(claim, themes) for claim in profile.claims if claim.status is not ClaimStatus.REJECTED]
    return [each for each in found if each is not None]


def _moved(claim: Claim, themes: Sequence[Theme]) -> Moved | None:
    theme = theme_of(claim, themes) if claim.basis is Basis.EVIDENCE and claim.counts else None
    if theme is None or claim.counts is None:
        return None
    now = counts_of(theme)
    same = (now.accounts, now.contradicting) == (claim.counts.accounts, claim.counts.contradicting)
    return None if same else Moved(claim=claim, theme=theme, before=claim.counts, now=now)


def theme_of(claim: Claim, themes: Iterable[Theme]) -> Theme | None:
    """The theme of its kind that holds most of the claim's quotes."""
    shared = [(_shared(claim.quotes, theme), theme) for theme in themes if theme.kind is claim.kind]
    most, theme = max(shared, key=lambda pair: pair[0], default=(0, None))
    return theme if most else None


def _shared(quotes: Sequence[Quote], theme: Theme) -> int:
    return sum(any(_overlap(quote, i.quote) for i in theme.insights) for quote in quotes)


def _overlap(one: Quote, other: Quote) -> bool:
    return one.source_id == other.source_id and one.start < other.end and other.start < one.end


def counts_of(theme: Theme) -> Counts:
    return Counts(
        accounts=theme.accounts, of=theme.of_accounts, asked=theme.asked, contradicting=theme.contradicting
    )


def supporting(theme: Theme) -> tuple[Quote, ...]:
    return tuple(i.quote for i in theme.insights if i.stance is Stance.SUPPORTS)
