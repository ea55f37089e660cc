"""How fast events are acknowledged while answers are being made, beside a bare Bolt echo in the same run.

A loopback Slack and the real `icpbot serve` over HTTP, each a process of its own, with the sample research
read; signed events of people asking arrive at a fixed rate. The peer is a Bolt app behind the same web
server that says "ok" to the same events and does nothing else. Slack wants an answer within 3 seconds.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import median, quantiles

import httpx
from results import HERE, arguments, shown, write
from slack_sdk.signature import SignatureVerifier

from icpbot.playground import LoopbackSlack

ROOT = HERE.parent
SECRET = "signing-secret-of-a-measurement"  # noqa: S105 - for loopback alone
ASKED = ("What hurts operations people most?", "Kto podpisuje umowę?", "Co je nejvíc bolí?", "他们最痛的是什么？",
         "Who decides about buying?", "Хто підписує договір?")  # fmt: skip
ECHO = """
import os, sys
from slack_bolt import App
from slack_sdk import WebClient
from slack_bolt.adapter.starlette import SlackRequestHandler
from starlette.applications import Starlette
from starlette.routing import Route
import uvicorn
client = WebClient(os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"])
app = App(client=client, signing_secret=os.environ["SLACK_SIGNING_SECRET"])
app.event("app_mention")(lambda ack: None)
handler = SlackRequestHandler(app)
async def events(request):
    return await handler.handle(request)
print("ready", flush=True)
uvicorn.run(Starlette(routes=[Route("/slack/events", events, methods=["POST"])]), port=int(os.environ["PORT"]), log_level="error")
"""


def event(slack: LoopbackSlack, number: int) -> bytes:
    """Somebody mentions the bot, as Slack sends it."""
    user, channel = slack.workspace.user("ana"), slack.workspace.channel("general")
    said = {"type": "app_mention", "user": user.id, "channel": channel.id, "team": slack.workspace.team_id,
            "ts": f"{int(time.time())}.{number:06d}", "text": f"<@{slack.bot.id}> {ASKED[number % len(ASKED)]}",
            "event_ts": f"{int(time.time())}.{number:06d}", "channel_type": "channel"}  # fmt: skip
    body = {"type": "event_callback", "team_id": slack.workspace.team_id, "api_app_id": "A1", "event": said,
            "event_id": f"Ev{number}", "event_time": int(time.time()),
            "authorizations": [{"team_id": slack.workspace.team_id, "user_id": slack.bot.id, "is_bot": True}]}  # fmt: skip
    return json.dumps(body).encode()


def acked(slack: LoopbackSlack, address: str, rate: int, seconds: int) -> list[float]:
    """Milliseconds until each event was acknowledged; they leave on time, whatever became of earlier ones."""
    verifier = SignatureVerifier(SECRET)
    limits = httpx.Limits(max_connections=200, max_keepalive_connections=200)
    with httpx.Client(timeout=30, limits=limits) as client, ThreadPoolExecutor(100) as pool:

        def send(number: int, due: float) -> float:
            body, stamp = event(slack, number), str(int(time.time()))
            signature = verifier.generate_signature(timestamp=stamp, body=body) or ""
            headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature,
                       "Content-Type": "application/json"}  # fmt: skip
            client.post(address, content=body, headers=headers).raise_for_status()
            return (time.perf_counter() - due) * 1000

        began, waiting = time.perf_counter(), []
        for number in range(rate * seconds):
            due = began + number / rate
            time.sleep(max(0.0, due - time.perf_counter()))
            waiting.append(pool.submit(send, number, due))
        return [one.result() for one in waiting]


def running(command: list[str], environment: dict[str, str], ready: str) -> subprocess.Popen[str]:
    child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT)  # noqa: S603
    assert child.stdout
    for line in child.stdout:
        if ready in line:
            threading.Thread(target=child.stdout.read, daemon=True).start()
            return child
    sys.exit("It did not start.")


def measure(rate: int, seconds: int) -> Iterator[str]:
    yield f"{rate} events a second for {seconds} seconds, all questions."
    yield ""
    yield "| | p50 ms | p99 ms | slowest ms |"
    yield "|:--|--:|--:|--:|"
    figures = {}
    for name, port in (("bare Bolt echo", 4391), ("icpbot serve", 4392)):
        with (
            LoopbackSlack(manifest=ROOT / "deploy/slack/manifest.yaml") as slack,
            tempfile.TemporaryDirectory() as home,
        ):
            shared = os.environ | {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_SIGNING_SECRET": SECRET, "PORT": str(port),
                                   "SLACK_API_URL": slack.api_url, "ICPBOT_HOME": home, "ICPBOT_MODEL": "none"}  # fmt: skip
            if name.startswith("bare"):
                command, ready = [sys.executable, "-c", ECHO], "ready"
            else:
                command, ready = [sys.executable, "-m", "icpbot", "serve"], ""
                read = [
                    sys.executable,
                    "-m",
                    "icpbot",
                    "ingest",
                    str(ROOT / "knowledge/sample/interviews"),
                    "--json",
                ]
                subprocess.run(read, env=shared, check=True, capture_output=True, cwd=ROOT)  # noqa: S603
            child = running(command, shared, ready)
            time.sleep(2)
            try:
                taken = acked(slack, f"http://127.0.0.1:{port}/slack/events", rate, seconds)
            finally:
                child.terminate()
                child.wait(60)
        figures[name] = (median(taken), quantiles(taken, n=100)[98], max(taken))
        yield f"| {name} | {figures[name][0]:.1f} | {figures[name][1]:.1f} | {figures[name][2]:.1f} |"


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--rate", type=int, default=50, help="events a second (default: 50)")
    parser.add_argument("--seconds", type=int, default=20, help="how long (default: 20)")
    chosen = parser.parse_args()
    lines = shown(measure(chosen.rate, chosen.seconds))
    if chosen.write:
        write(lines, ": acknowledging Slack")


if __name__ == "__main__":
    main()
