"""The playground in a real browser, with the real bot: from the first upload to a list of verdicts.

Pictures of the stations are written to the folder that `PLAYGROUND_PICTURES` names.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from icpbot.playground import LoopbackSlack

SAMPLE = Path(__file__).parents[2] / "knowledge" / "sample"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
LONG = 60_000
"""Milliseconds that the bot may take for an answer on a busy machine."""
DRAFT = ["all", "all", "1 and 2", "1, 2 and 3", "1", "1", "1 and 2", "1", "1 and 2", "1 and 2", "all", "Gambling", "yes",
         "all", "yes"]  # fmt: skip


@pytest.fixture
def address(icpbot, tmp_path):
    """The page of `icpbot playground`, in a process of its own that Ctrl-C ends in order."""
    log = tmp_path / "log.txt"
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "icpbot", "playground", "--home", icpbot.home, "--port", "0", "--no-browser"],
            stdout=subprocess.PIPE, stderr=errors, text=True,
        )  # fmt: skip
        kept, ready = process.stdout.readline(), process.stdout.readline()
        try:
            assert str(icpbot.home) in kept
            assert "http://127.0.0.1:" in ready, log.read_text()
            yield re.search(r"http://\S+", ready)[0]
        finally:
            process.send_signal(signal.SIGINT)
            code = process.wait(60)
            process.stdout.close()
    assert code == 0
    assert log.read_text() == ""


@pytest.fixture
def visit(address):
    """Somebody in front of the page; what the browser complains of fails the test."""
    playwright = pytest.importorskip("playwright.sync_api")
    trouble = []
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on(
            "console", lambda said: trouble.append(said.text) if said.type in {"error", "warning"} else None
        )
        page.on(
            "request", lambda asked: trouble.append(asked.url) if not asked.url.startswith(address) else None
        )
        yield Visit(page, address, playwright.expect)
        browser.close()
    assert trouble == []


class Visit:
    def __init__(self, page, address, expect):
        self.page, self.address, self.expect = page, address, expect

    def become(self, who):
        self.page.goto(f"{self.address}as/{who}")

    def enter(self, name):
        self.page.get_by_role("navigation").get_by_role("link", name=name, exact=True).first.click()
        self.expect(self.page.get_by_role("heading", level=1)).to_have_text(name)

    def say(self, text, form="#write"):
        box = self.page.locator(f"{form} textarea")
        box.fill(text)
        box.press("Enter")

    def sample(self, name):
        self.page.get_by_label("Add a file").first.click()
        self.page.locator("#write").get_by_role("button", name=name).click()

    def answers(self, where="#messages"):
        return self.page.locator(f"{where} article[aria-label^='icpbot']")

    def told(self, text, where="#messages", number=-1):
        found = self.answers(where).last if number < 0 else self.answers(where).nth(number)
        self.expect(found).to_contain_text(text, timeout=LONG)
        return found

    def press(self, label, within=None):
        (within or self.page).get_by_role("button", name=label).last.click()

    def picture(self, name):
        folder = os.environ.get("PLAYGROUND_PICTURES")
        if folder:
            self.page.mouse.move(640, 1)
            self.page.wait_for_timeout(400)
            self.page.screenshot(path=f"{folder}/{name}.png")


@pytest.mark.timeout(400)
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
def test_the_tour(visit):
    research(visit)
    questions(visit)
    draft(visit)
    approve(visit)
    fit(visit)
    home(visit)
    assert visit.page.locator("html").get_attribute("lang") == "en"


def research(visit):
    visit.become("rada")
    visit.page.locator("#write input[type=file]").set_input_files(SAMPLE / "notes" / _first(SAMPLE / "notes"))
    visit.say("z rozmowy w poniedziałek")
    visit.expect(visit.answers("#thread")).to_have_count(1, timeout=LONG)
    visit.sample("2026-03-12 Kolos Logistik – Ing. Veselá.vtt")
    visit.told("63 turns", "#thread")
    visit.picture("receipt")
    visit.press("Correct")
    visit.expect(visit.page.get_by_label("Company")).to_have_value("Kolos Logistik")
    visit.picture("correct")
    visit.page.keyboard.press("Escape")
    visit.expect(visit.page.get_by_role("dialog")).to_have_count(0)
    visit.expect(visit.page.get_by_role("button", name="Correct").last).to_be_focused()
    visit.sample(re.compile("All 14 at once"))
    visit.told("Yuanhe Auto Parts", "#thread", 0)
    visit.sample("customers.csv")
    visit.told("60", "#thread")


def _first(folder):
    return min(path.name for path in folder.iterdir())


def questions(visit):
    visit.become("marta")
    visit.enter("general")
    visit.say("@icpbot why are invoices late?")
    answer = visit.told("[1]", "#thread")
    visit.expect(answer.locator("blockquote").first).to_be_visible()
    visit.picture("question")
    cited = answer.get_by_role("link", name="[1]")
    visit.expect(cited).to_have_attribute("href", re.compile("^/as/marta/(files|in)/"))
    assert visit.page.request.get(visit.address + cited.get_attribute("href").removeprefix("/")).ok
    visit.say("@icpbot dlaczego faktury się spóźniają?")
    visit.expect(visit.page.locator("#thread-messages article").first).to_contain_text(
        "faktury się spóźniają"
    )
    visit.expect(visit.told("[1]", "#thread").locator("blockquote").first).to_be_visible()


def draft(visit):
    visit.become("marta")
    visit.enter("icpbot")
    visit.say("draft")
    visit.told("1 of 9")
    for number, line in enumerate(DRAFT, 1):
        if number == 2:
            visit.picture("draft")
            visit.press("All", visit.answers().last)
        else:
            visit.say(line)
        visit.expect(visit.answers()).to_have_count(number + 1, timeout=LONG)
    visit.told("Saved")


def approve(visit):
    visit.say("profile")
    visit.told("draft")
    visit.press("Submit for approval")
    visit.told("in review")
    visit.press("Approve")
    visit.expect(visit.page.get_by_role("dialog")).to_contain_text("Approve")
    visit.page.get_by_label("Reason").fill("zgodnie z rozmowami")
    visit.picture("approve")
    visit.press("Save", visit.page.get_by_role("dialog"))
    visit.told("Approved")


def fit(visit):
    visit.become("jonas")
    visit.expect(visit.page.get_by_role("navigation")).not_to_contain_text("icp-board")
    visit.enter("sales")
    visit.sample("prospects.csv")
    visit.told("14", "#thread")
    visit.page.get_by_label("Close thread").click()
    visit.say("/icp fit Moldavan Cargo")
    visit.told("Moldavan Cargo")
    visit.expect(visit.answers().last).to_contain_text("Only you see this")
    visit.say(
        "@icpbot fit Moldavan Cargo, Lucky Orbit Games, Weidenkorb Lebensmittel, Zelenec Dairy Distribution, Сула Трейд"
    )
    visit.expect(visit.told("5 ", "#thread").get_by_role("table")).to_contain_text("Lucky Orbit Games")
    visit.picture("list")


def home(visit):
    visit.become("marta")
    visit.page.get_by_role("link", name="icpbot home").click()
    visit.expect(visit.page.locator("#home")).to_contain_text("Ideal customer", timeout=LONG)
    visit.picture("home")
    visit.page.set_viewport_size({"width": 390, "height": 780})
    visit.page.emulate_media(color_scheme="dark")
    visit.page.get_by_role("button", name="Conversations").click()
    visit.enter("general")
    visit.page.locator(".replies").first.click()
    visit.expect(visit.answers("#thread").first).to_be_visible()
    visit.picture("phone")
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_taken_address_is_said_in_a_sentence(process):
    with LoopbackSlack() as other:
        port = other.context.base.rpartition(":")[2]
        ran = process("playground", "--port", port, "--no-browser")

    assert ran.code == 2
    assert f"127.0.0.1:{port} is taken" in ran.err


def test_a_missing_part_is_said_with_the_command_that_brings_it(icpbot, monkeypatch):
    monkeypatch.setitem(sys.modules, "icpbot.playground", None)

    ran = icpbot("playground", "--no-browser")

    assert ran.code == 2
    assert "pip install 'icpbot[playground]'" in ran.err
