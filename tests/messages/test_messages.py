"""What the bot says: complete, used, correct in number and in the reader's language."""

import ast
import re
from collections import Counter
from functools import cache

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from icpbot.domain.accounts import FactOrigin
from icpbot.domain.backtest import Group
from icpbot.domain.decisions import Deed
from icpbot.domain.fit import BandName, Verdict
from icpbot.domain.forms import FormName
from icpbot.domain.insights import InsightKind
from icpbot.domain.links import Gone
from icpbot.domain.lint import Problem
from icpbot.domain.moves import Move, understand
from icpbot.domain.profile import ProfileStatus
from icpbot.domain.proposals import Section, Step
from icpbot.domain.reminders import Why
from icpbot.domain.renewal import RenewalKind
from icpbot.domain.review import Department, Opinion
from icpbot.domain.roles import Role
from icpbot.domain.routing import Intent
from icpbot.domain.sources import Kind, SpeakerRole
from icpbot.messages.voice import FOLDER, FluentVoice, languages
from icpbot.usecases.checking import Trouble
from icpbot.usecases.feedback import BAD, GOOD, REASONS
from icpbot.usecases.forms.criterion import BANDS

CODE = FOLDER.parent
COUNTS = (0, 1, 2, 5, 21, 22, 25)
TRANSLATED = ("cs", "pl", "uk", "zh")
LONGEST = 300


def dashed(enum):
    return {value.replace("_", "-").replace(" ", "-") for value in enum}


FAMILIES = {
    "as-": set(Intent)
    - {
        Intent.ADMIN,
        Intent.CRITERIA,
        Intent.CRM,
        Intent.DEFINITION,
        Intent.LETTER,
        Intent.LINK,
        Intent.MANAGE,
        Intent.UNLINK,
    },
    "asked-": {"pain", "job", "trigger", "alternative", "reason_to_buy"},
    "band-": set(BandName),
    "audience-": {"all", "here"},
    "chart-group-": set(Group),
    "bad-": set(REASONS),
    "button-": {"all", "skip", "back", "submit", "review", "approve", "reject", GOOD, BAD},
    "crm-skip-": {"no-name", "duplicate", "no-organisation", "unreadable"},
    "decision-": set(Deed),
    "department-": {*set(Department), "product", "executives"},
    "diff-": {"disqualifiers", "parent", "thresholds"},
    "draft-ask-": dashed(Step),
    "draft-why-": dashed(Section),
    "field-": {
        *BANDS,
        "account",
        "attribute",
        "audience",
        "deal-breaker",
        "department",
        "kind",
        "names",
        "opinion",
        "reason",
        "theme-apart",
        "theme-counts",
        "theme-name",
        "theme-reason",
        "theme-with",
        "value",
        "weight",
        "words",
    },
    "form-": set(FormName),
    "finding-": set(Trouble),
    "fit-column-": {"account", "verdict", "range", "because"},
    "gap-": {"assumption", "thin"},
    "heading-": set(InsightKind),
    "help-": {"ask", "draft", "fit", "files", "more"},
    "insight-": set(InsightKind),
    "kind-": set(Kind),
    "link-": set(Gone),
    "lint-": set(Problem),
    "opinion-": set(Opinion) - {Opinion.AGREE},
    "origin-": set(FactOrigin),
    "propose-": set(RenewalKind),
    "quote-from-": {*languages(), "other"},
    "rank-": set(Role),
    "remind-": set(Why),
    "role-": set(SpeakerRole),
    "section-": dashed(Section),
    "side-": {"before", "since", "won", "lost", "best", "rest"},
    "status-": dashed(ProfileStatus),
    "value-": {"yes", "no"},
    "verdict-": set(Verdict),
}
"""Keys put together from a prefix and a value; `profile-` has its own, see `problems`."""

ERRORS = {
    "Conflict", "InUse", "ModelUnavailable", "NotAllowed", "NotFound", "Rejected", "Unavailable", "UsageError",
}  # fmt: skip


class Text:
    """What a message is made of: its variables, its selectors with their variants, its own words."""

    def __init__(self, message):
        parts = list(walk(message.value))
        self.variables = {p.id.name for p in parts if isinstance(p, ftl.VariableReference)}
        self.words = [p.value for p in parts if isinstance(p, ftl.TextElement)]
        self.selectors = [
            (p.selector.id.name, {v.key.name for v in p.variants if isinstance(v.key, ftl.Identifier)})
            for p in parts
            if isinstance(p, ftl.SelectExpression)
        ]


def walk(node):
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ftl.BaseNode):
                yield from walk(child)


@cache
def messages(language):
    parsed = FluentParser().parse((FOLDER / f"{language}.ftl").read_text(encoding="utf-8"))
    assert not [e for e in parsed.body if isinstance(e, ftl.Junk)]
    found = [(e.id.name, e) for e in parsed.body if isinstance(e, ftl.Message)]
    assert [key for key, n in Counter(key for key, _ in found).items() if n > 1] == []
    return {key: Text(message) for key, message in found}


KEYS = sorted(messages("en"))


@cache
def nodes():
    modules = [path for path in CODE.rglob("*.py") if "playground" not in path.relative_to(CODE).parts]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules]
    return [node for tree in trees for node in ast.walk(tree)]


def literals(node):
    """The strings an expression may be: of a constant, or of either branch of a choice."""
    if isinstance(node, ast.IfExp):
        return literals(node.body) | literals(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def called(node):
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def of_the_draft(node):
    """`drafting.say` speaks to the draft, not to the voice."""
    return isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "drafting"


@cache
def problems():
    """What `InvalidProfile` names: the rest of a `profile-` key."""
    calls = [n for n in nodes() if isinstance(n, ast.Call) and called(n) == "InvalidProfile"]
    passed = {n.id for c in calls for n in c.args[:1] if isinstance(n, ast.Name)}
    named = set().union(*(literals(c.args[0]) for c in calls if c.args))
    for node in nodes():
        if isinstance(node, ast.Assign) and passed & {getattr(t, "id", "") for t in node.targets}:
            named |= literals(node.value)
    return named


@cache
def named_in_code():
    """Keys that stand in the code where a key is expected."""
    found = set()
    for node in nodes():
        if isinstance(node, ast.Call):
            if node.args and (called(node) in ERRORS or (called(node) == "say" and not of_the_draft(node))):
                found |= literals(node.args[0])
            if called(node) == "Line":
                found |= set().union(*(literals(k.value) for k in node.keywords if k.arg == "key"))
        if isinstance(node, ast.Assign) and "key" in {getattr(t, "id", "") for t in node.targets}:
            found |= {text for text in literals(node.value) if re.fullmatch(r"[a-z]+(-[a-z]+)+", text)}
        if isinstance(node, ast.Constant) and re.fullmatch(r"read-[a-z]+(-[a-z]+)+", str(node.value)):
            found.add(node.value)
    return found


@cache
def prefixes_in_code():
    """What stands before the first value of an f-string, when keys begin so."""
    starts = {
        node.values[0].value
        for node in nodes()
        if isinstance(node, ast.JoinedStr) and len(node.values) == 2 and isinstance(node.values[0], ast.Constant)
    }  # fmt: skip
    return {s for s in starts if re.fullmatch(r"([a-z]+-)+", s) and any(key.startswith(s) for key in KEYS)}


def family_keys():
    made = {prefix + value for prefix, values in FAMILIES.items() for value in values}
    return made | {f"profile-{problem}" for problem in problems()}


def said(key, language, count):
    """The message with the count in every selector and a name in every other variable."""
    counted = {name for code in languages() for name, _ in messages(code)[key].selectors}
    values = {v: count if v in counted else "Kolos" for v in messages("en")[key].variables}
    return FluentVoice().say(key, language, **values)


def test_the_languages_are_those_we_promise():
    assert languages() == ["cs", "en", "pl", "uk", "zh"]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_language_has_the_keys_and_variables_of_english(language):
    english = {key: text.variables for key, text in messages("en").items()}

    assert {key: text.variables for key, text in messages(language).items()} == english


@pytest.mark.parametrize("language", TRANSLATED)
def test_keys_stand_in_the_order_of_english(language):
    assert list(messages(language)) == list(messages("en"))


def test_every_key_named_in_the_code_exists():
    assert named_in_code() - set(KEYS) == set()


def test_every_family_of_keys_is_known_and_complete():
    assert prefixes_in_code() == {*FAMILIES, "profile-"}
    assert family_keys() - set(KEYS) == set()


def test_no_key_is_unused():
    spoken = {n.value for n in nodes() if isinstance(n, ast.Constant) and isinstance(n.value, str)}

    assert set(KEYS) - spoken - family_keys() == set()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("count", COUNTS)
def test_every_message_is_said_in_one_short_clean_line(language, count):
    for key in KEYS:
        text = said(key, language, count)

        assert 0 < len(text) <= LONGEST, (key, len(text))
        assert not re.search(r"[{}\n#]|  | [,.;:!?]|\.\.", text), (key, text)


@pytest.mark.parametrize("language", languages())
def test_every_plural_has_the_forms_of_its_language(language):
    forms = Locale(language).plural_form.tags | {"other"}

    wrong = [k for k, t in messages(language).items() for _, given in t.selectors if given != forms]

    assert wrong == []


@pytest.mark.parametrize("language", ["cs", "pl", "uk"])
def test_what_is_plural_in_english_is_plural_in_slavic_languages(language):
    for key, text in messages("en").items():
        assert {n for n, _ in text.selectors} <= {n for n, _ in messages(language)[key].selectors}, key


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {1: "One persona:", 2: "2 personas:", 21: "21 personas:"}),
        ("pl", {1: "1 persona:", 2: "2 persony:", 5: "5 person:", 12: "12 person:", 22: "22 persony:"}),
        ("cs", {1: "1 persona:", 2: "2 persony:", 5: "5 person:", 21: "21 person:", 22: "22 person:"}),
        ("uk", {1: "1 персона:", 2: "2 персони:", 5: "5 персон:", 11: "11 персон:", 21: "21 персона:"}),
        ("zh", {1: "1个角色：", 2: "2个角色：", 21: "21个角色："}),
    ],
)
def test_personas_agree_with_their_number(language, forms):
    spoken = {n: FluentVoice().say("personas-headline", language, n=n) for n in forms}

    assert all(spoken[n].startswith(form) for n, form in forms.items()), spoken


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("pl", {1: "1 źródło", 2: "2 źródła", 5: "5 źródeł", 12: "12 źródeł", 21: "21 źródeł", 22: "22 źródła"}),
        ("cs", {1: "1 zdroj", 2: "2 zdroje", 5: "5 zdrojů", 21: "21 zdrojů", 22: "22 zdrojů"}),
        ("uk", {1: "1 джерело", 2: "2 джерела", 5: "5 джерел", 11: "11 джерел", 21: "21 джерело"}),
        ("zh", {1: "1个来源", 2: "2个来源", 5: "5个来源", 21: "21个来源"}),
    ],
)  # fmt: skip
def test_sources_agree_with_their_number(language, forms):
    for n, form in forms.items():
        text = FluentVoice().say("answer-nothing", language, sources=n, interviews=n)
        assert re.search(rf"(?<!\d){form}(?![^\W\d_])", text) or language == "zh", text
        assert form in text


@pytest.mark.parametrize(
    ("language", "accounts", "text"),
    [
        ("pl", 1, "2 cytaty z 1 firmy:"),
        ("pl", 2, "2 cytaty z 2 firm:"),
        ("cs", 1, "2 citáty od 1 firmy:"),
        ("cs", 2, "2 citáty od 2 firem:"),
        ("uk", 21, "2 цитати від 21 компанії:"),
        ("uk", 22, "2 цитати від 22 компаній:"),
        ("zh", 2, "2家企业的2条引语："),
        ("en", 1, "2 quotes from one account:"),
    ],
)
def test_the_case_after_a_preposition_follows_the_number(language, accounts, text):
    assert FluentVoice().say("evidence", language, quotes=2, accounts=accounts) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "(2 z 3 firm)"),
        ("cs", "(2 ze 3 firem)"),
        ("uk", "(2 із 3 компаній)"),
        ("en", "(2 of 3 accounts)"),
    ],
)
def test_shares_name_their_base(language, text):
    assert FluentVoice().say("proposal-count", language, accounts=2, of=3) == text


NAMES = {
    "canvas", "canvases", "csv", "crm", "excel", "html", "https", "icp", "json", "markdown", "md", "mb", "write", "mp", "pdf", "readme", "slack", "srt", "utf", "vtt",
    "word", "yaml", "nps", "p", "acme", "settings",
    "zip", "backup", "chroma",
}  # fmt: skip
COMMANDS = {
    "account", "avoid", "best", "column", "customers", "deals", "draft", "file", "fit", "forget", "gaps", "icpbot",
    "admin", "ana", "auto", "export", "format", "icpbota", "language", "link", "off", "owner", "researcher",
    "connect", "hubspot", "pipedrive", "sync", "status", "full", "url", "token", "themes", "pain",
    "agree", "all", "by", "comment", "department", "object", "section", "guide", "rollback",
    "pl", "retention", "uk", "unlink", "upload", "utc", "workspaces", "zh",
    "id", "ideal", "ignored", "import", "list", "local", "map", "name", "ok", "out", "profile", "playbook", "requests", "same", "satisfaction", "sources",
    "speaker", "survey", "text", "traits", "v", "key", "reindex", "replace", "rotate", "allow", "removals",
}  # fmt: skip
SHARED = {
    "cs": {"disk", "index", "interval", "respondent", "lift", "limit", "mail", "marketing", "min", "model", "persona", "playbook", "prompt",
           "role", "server", "to", "token", "web"},
    "pl": {"folder", "lift", "limit", "mail", "marketing", "min", "model", "persona", "problem", "prompt", "role",
           "same", "to", "token"},
    "uk": set(),
    "zh": set(),
}  # fmt: skip
"""Words that are written alike in English and in the language."""


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_english_is_left_in_other_languages(language):
    allowed = NAMES | COMMANDS | SHARED[language]
    for key, text in messages(language).items():
        words = re.sub(r"[A-Z]+(_[A-Z]+)+(=local)?", "", " ".join(text.words)).lower()
        if language in {"cs", "pl"}:
            english = set(re.findall(r"[a-z]{2,}", " ".join(messages("en")[key].words).lower()))
            left = english & set(re.findall(r"[^\W\d_]+", words))
        else:
            left = set(re.findall(r"[a-z]+", words))
        assert left <= allowed, (key, left - allowed)


QUOTES = {"cs": "„“", "en": "“”", "pl": "„”", "uk": "«»", "zh": "“”"}


@pytest.mark.parametrize("language", languages())
def test_quotation_marks_are_those_of_the_language_and_come_in_pairs(language):
    opening, closing = QUOTES[language]
    for key in KEYS:
        if key == "query-form":
            continue  # shows JSON, whose quotes are straight
        marks = re.findall(r"[\"“”„«»「」]", said(key, language, 2))
        assert marks == [opening, closing] * (len(marks) // 2), (key, marks)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["all", "skip", "back", "why", "later", "done", "undo"]),
        ("pl", ["wszystkie", "pomiń", "wstecz", "dlaczego", "później", "gotowe", "cofnij"]),
        ("cs", ["všechny", "přeskočit", "zpět", "proč", "později", "hotovo", "vrátit"]),
        ("uk", ["усі", "пропустити", "назад", "чому", "пізніше", "готово", "скасувати"]),
        ("zh", ["全部", "跳过", "返回", "为什么", "稍后", "完成", "撤销"]),
    ],
)
def test_the_draft_understands_the_words_it_suggests(language, words):
    moves = [Move.ALL, Move.SKIP, Move.BACK, Move.WHY, Move.LATER, Move.DONE, Move.UNDO]
    suggested = " ".join(said(key, language, 2) for key in ("draft-how", "draft-restarted"))

    assert [word for word in words if word not in suggested] == []
    assert [understand(word, 4).move for word in words] == moves


def test_a_language_we_do_not_speak_is_answered_in_english():
    assert FluentVoice().say("diff-none", "de") == FluentVoice().say("diff-none", "en")


def test_a_region_speaks_its_language():
    assert FluentVoice().say("diff-none", "zh-CN") == FluentVoice().say("diff-none", "zh")


def test_an_unknown_key_is_a_bug():
    with pytest.raises(KeyError):
        FluentVoice().say("no-such-key", "pl")
