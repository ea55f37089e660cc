"""What new research would change in a profile; a person takes or leaves each change."""

from collections.abc import Sequence
from enum import StrEnum

from icpbot.domain.model import Model
from icpbot.domain.movement import Moved, counts_of, moved, supporting, theme_of
from icpbot.domain.profile import Basis, Claim, ClaimStatus, Counts, Profile
from icpbot.domain.sources import content_hash
from icpbot.domain.themes import Theme


class RenewalKind(StrEnum):
    CONTRADICTED = "contradicted"
    NEW = "new"
    MOVED = "moved"


class Renewal(Model):
    """A change of one claim: `before` is what the profile says, `after` what it would say; one of them may be
    missing.
    """

    kind: RenewalKind
    before: Claim | None = None
    after: Claim | None = None
    now: Counts

    @property
    def claim(self) -> Claim:
        found = self.after or self.before
        assert found is not None, "a renewal is about a claim"
        return found

    @property
    def id(self) -> str:
        """The same for as long as the change means the same, whatever its number in the list."""
        return content_hash(f"{self.kind}\n{self.claim.kind}\n{self.claim.text}".encode())[:12]


def renewals(profile: Profile, themes: Sequence[Theme]) -> list[Renewal]:
    """Claims that at least as many accounts contradict as support and did not before; themes that the profile
    does not have and that are more than an anecdote; claims whose counts moved. In this order, the most
    accounts first.
    """
    shifted = moved(profile, themes)
    against = [each for each in shifted if each.disagree and each.now.contradicting >= each.now.accounts]
    removed = [Renewal(kind=RenewalKind.CONTRADICTED, before=each.claim, now=each.now) for each in against]
    taken = {theme.id for claim in profile.claims if (theme := theme_of(claim, themes))}
    worded = {(claim.kind, claim.text) for claim in profile.claims}
    added = [
        Renewal(kind=RenewalKind.NEW, after=_claim(theme), now=counts_of(theme)) for theme in themes
        if theme.id not in taken and not theme.is_anecdote and (theme.kind, theme.label) not in worded
    ]  # fmt: skip
    counted = [_counted(each) for each in shifted if each not in against]
    parts = (removed, added, counted)
    return [each for part in parts for each in sorted(part, key=lambda r: -r.now.accounts)]


def _claim(theme: Theme) -> Claim:
    return Claim(
        kind=theme.kind, text=theme.label, status=ClaimStatus.ACCEPTED, basis=Basis.EVIDENCE,
        counts=counts_of(theme), quotes=supporting(theme),
    )  # fmt: skip


def _counted(each: Moved) -> Renewal:
    after = each.claim.model_copy(
        update={"counts": each.now, "quotes": supporting(each.theme), "flagged": False}
    )
    return Renewal(kind=RenewalKind.MOVED, before=each.claim, after=after, now=each.now)


def renewed(profile: Profile, taken: Sequence[Renewal]) -> Profile:
    """The profile with these changes; a contradicted claim stays as a rejected one, so that it does not come
    back as new.
    """
    claims = list(profile.claims)
    for each in taken:
        if each.before is None:
            claims.append(each.claim)
            continue
        rejected = each.before.model_copy(update={"status": ClaimStatus.REJECTED, "counts": each.now})
        claims[claims.index(each.before)] = each.after or rejected
    return profile.model_copy(update={"claims": tuple(claims)})
