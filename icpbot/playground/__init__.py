"""A strict loopback Slack: Web API, files, Events API and Socket Mode on 127.0.0.1.

Point any Slack client at `LoopbackSlack().api_url`; `people` are the colleagues who talk to the
app, `faults` make Slack misbehave, `violations` list what Slack tolerates and we do not.
"""

from icpbot.playground.company import company
from icpbot.playground.context import Violation
from icpbot.playground.delivery import Attempt, Reply
from icpbot.playground.errors import SlackError, UnknownPersonError
from icpbot.playground.faults import SLACK_RATE_LIMITS, RateLimit
from icpbot.playground.records import Channel, Ephemeral, File, Message, User, View
from icpbot.playground.server import LoopbackSlack
from icpbot.playground.state import Workspace, sample_workspace

__all__ = [
    "SLACK_RATE_LIMITS",
    "Attempt",
    "Channel",
    "Ephemeral",
    "File",
    "LoopbackSlack",
    "Message",
    "RateLimit",
    "Reply",
    "SlackError",
    "UnknownPersonError",
    "User",
    "View",
    "Violation",
    "Workspace",
    "company",
    "sample_workspace",
]
