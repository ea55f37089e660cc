"""What the bot says of itself."""

from icpbot.domain.reply import Reply
from icpbot.usecases.ports import Desk


def help_reply(*, desk: Desk, language: str) -> Reply:
    say = desk.voice.say
    lines = tuple("• " + say(f"help-{name}", language) for name in ("ask", "draft", "fit", "files", "more"))
    return Reply(headline=say("help-headline", language), lines=lines, language=language)


def welcome_reply(*, desk: Desk, language: str) -> Reply:
    """Said once in a channel, by invitation."""
    say = desk.voice.say
    lines = tuple("• " + say(f"help-{name}", language) for name in ("ask", "fit", "files"))
    return Reply(headline=say("welcome", language), lines=lines, notice=say("welcome-private", language),
                 language=language)  # fmt: skip
