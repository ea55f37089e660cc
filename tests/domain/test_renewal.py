"""What new research would change, taken or left one by one."""

from icpbot.domain.clusters import alike
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Insight, InsightKind, Stance
from icpbot.domain.profile import Basis, Claim, ClaimStatus, Counts, Profile
from icpbot.domain.renewal import RenewalKind, renewals, renewed
from icpbot.domain.themes import build


def said(number, stance=Stance.SUPPORTS, text="přepisujeme"):
    quote = Quote(source_id=f"s{number}", start=0, end=9, text=text)
    return Insight(
        id=f"i{number}", workspace="w", source_id=f"s{number}", kind=InsightKind.PAIN, text=text, quote=quote,
        audience="workspace", account=f"A{number}", stance=stance,
    )  # fmt: skip


def theme(*insights):
    pairs = [(a, b, 1.0) for a in range(len(insights)) for b in range(a)]
    [found] = build(InsightKind.PAIN, insights, alike(len(insights), pairs), asked=[], of_accounts=12)
    return found


def claim(text, number, accounts=1, **rest):
    return Claim(kind="pain", text=text, basis=Basis.EVIDENCE, counts=Counts(accounts=accounts, of=9),
                 quotes=(said(number).quote,), **rest)  # fmt: skip


GROWN = theme(said(1), said(2))
DENIED = theme(said(3), said(4, Stance.CONTRADICTS))
FRESH = theme(said(5, text="faktury"), said(6, text="faktury"), said(7, text="faktury"))
RARE = theme(said(8), said(9))
PROFILE = Profile(name="P", claims=(claim("Roste", 1), claim("Popřeno", 3), claim("Jinde", 99)))


def test_denied_claims_come_first_then_new_themes_then_counts_and_an_anecdote_is_none():
    found = renewals(PROFILE, [GROWN, DENIED, FRESH, RARE])

    assert [(r.kind, r.claim.text) for r in found] == [
        (RenewalKind.CONTRADICTED, "Popřeno"), (RenewalKind.NEW, "faktury"), (RenewalKind.MOVED, "Roste"),
    ]  # fmt: skip


def test_what_is_taken_changes_the_profile_and_is_not_proposed_again():
    themes = [GROWN, DENIED, FRESH]
    found = renewals(PROFILE, themes)

    made = renewed(PROFILE, found)

    assert [c.status for c in made.claims] == [
        ClaimStatus.ACCEPTED, ClaimStatus.REJECTED, ClaimStatus.ACCEPTED, ClaimStatus.ACCEPTED,
    ]  # fmt: skip
    assert made.claims[0].counts.accounts == 2
    assert len(made.claims[3].quotes) == 3
    assert renewals(made, themes) == []


def test_what_is_left_stays_as_it_is_and_keeps_its_name():
    _, new, moved = renewals(PROFILE, [GROWN, DENIED, FRESH])

    made = renewed(PROFILE, [moved])

    assert [c.text for c in made.claims] == ["Roste", "Popřeno", "Jinde"]
    assert new.id in {r.id for r in renewals(made, [GROWN, DENIED, FRESH])}
