"""The page of the loopback Slack, for people: server-rendered, nothing fetched from elsewhere."""

from icpbot.playground.page.routes import Page

__all__ = ["Page"]
