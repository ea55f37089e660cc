"""The team of the playground: three colleagues and a guest, who share a bot."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from icpbot.playground.state import Workspace

if TYPE_CHECKING:
    from icpbot.playground.records import User


def company() -> Workspace:
    """Kvitano, the invented vendor of the sample research. The ids of its people never change."""
    team = Workspace("Kvitano", domain="kvitano")
    rada = _titled(team.add_user("rada", real_name="Rada Novák"), "Researcher")
    marta = _titled(team.add_user("marta", real_name="Marta Zielińska", admin=True), "Marketer, admin")
    jonas = _titled(team.add_user("jonas", real_name="Jonas Berg"), "Sales rep")
    guest = _titled(team.add_user("vera", real_name="Věra Malá", guest=True), "Guest from an agency")
    everyone = [rada, marta, jonas]
    for name, private, people, topic in (
        ("research", False, [*everyone, guest], "Interviews, notes and surveys: drop files here"),
        ("sales", False, everyone, "Does this account fit us?"),
        ("general", False, everyone, "The whole team"),
        ("icp-board", True, [rada, marta], "Who our ideal customer is, before it is told"),
    ):
        team.add_channel(name, private=private, members=people, with_bot=True, topic=topic)
    for person in (*everyone, guest):
        team.direct(person)
    for one, other in ((rada, marta), (rada, jonas), (marta, jonas)):
        team.between(one, other)
    # What the bot keeps outlives this process: later ids must not be those of an earlier evening.
    team.count_from(int(time.time() * 10))
    return team


def _titled(user: User, title: str) -> User:
    user.title = title
    return user
