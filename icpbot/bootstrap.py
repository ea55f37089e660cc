"""The only place that builds objects and hands them to each other.

Nothing heavy happens before it is needed: the store opens when a command reads it, the index and
the embedder when somebody searches, the model when somebody asks.
"""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from icpbot import late
from icpbot.domain.crm import System
from icpbot.domain.disguise import Personal, masked
from icpbot.domain.errors import UsageError
from icpbot.settings import Settings, make_home
from icpbot.usecases.ports import Desk, Labeller

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from icpbot.adapters.embeddings.features import Wording
    from icpbot.adapters.embeddings.likeness import Remembering
    from icpbot.adapters.index.hybrid import HybridIndex
    from icpbot.adapters.index.vectors import ChromaVectors
    from icpbot.adapters.knowledge.folder import KnowledgeFolder
    from icpbot.adapters.llm.chat import ChatModel
    from icpbot.adapters.llm.hearing import Transcriber
    from icpbot.adapters.llm.resilient import Recalling
    from icpbot.adapters.llm.searching import OpenAISearch
    from icpbot.adapters.store.accounts import SqlAccounts
    from icpbot.adapters.store.crm import SqlCrm
    from icpbot.adapters.store.installations import SqlInstallations
    from icpbot.adapters.store.sealing import Ring
    from icpbot.adapters.store.vault import Vault
    from icpbot.usecases.crm import Crm

LOCAL_WORKSPACE = "local"
ADOPTED = "adopted by"

# The encoder's BLAS threads fight each other; this must stand before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@dataclass(frozen=True)
class Parts:
    """Parts of one process, each built at first use.

    With `follows` an index that is behind is brought up to date before it is used; a server does that
    beside its work.
    """

    settings: Settings
    follows: bool = True

    @cached_property
    def ring(self) -> "Ring":
        from icpbot.adapters.store.sealing import Ring

        return Ring(self.settings.secret_keys)

    @cached_property
    def engine(self) -> "Engine":
        from icpbot.adapters.store.engine import open_database

        if not self.settings.database_url:
            make_home(self.settings)
        return open_database(self.settings.database, ring=self.ring)

    @cached_property
    def workspace(self) -> str:
        """The tenant of this process.

        Without a token it is the local one, which the first Slack team adopts; a token seen before is
        known by its hash, so that no command has to ask Slack.
        """
        token = self.settings.slack_bot_token
        if token is None:
            return LOCAL_WORKSPACE
        team = self._settings_of_all.setting(LOCAL_WORKSPACE, _token_key(token.get_secret_value()))
        return self._tenant_of(str(team)) if team else LOCAL_WORKSPACE

    def tenant_of_installed(self, team: str) -> str:
        """A team that came by itself never adopts what is there; one that did before finds it again."""
        return LOCAL_WORKSPACE if self._settings_of_all.setting(LOCAL_WORKSPACE, ADOPTED) == team else team

    def adopted_by(self) -> str | None:
        """The team that works in the local workspace."""
        team = self._settings_of_all.setting(LOCAL_WORKSPACE, ADOPTED)
        return str(team) if team else None

    def _tenant_of(self, team: str) -> str:
        adopted_by = self._settings_of_all.setting(LOCAL_WORKSPACE, ADOPTED)
        return LOCAL_WORKSPACE if adopted_by in {None, team} else team

    def adopt(self, team: str, token: str) -> str:
        """Remember which team a token belongs to; the first one adopts what is already there."""
        if self._settings_of_all.setting(LOCAL_WORKSPACE, ADOPTED) is None:
            self._settings_of_all.save_setting(LOCAL_WORKSPACE, ADOPTED, team)
        self._settings_of_all.save_setting(LOCAL_WORKSPACE, _token_key(token), team)
        self.__dict__.pop("workspace", None)
        return self.workspace

    @property
    def _settings_of_all(self) -> "SqlAccounts":
        from icpbot.adapters.store.accounts import SqlAccounts

        return SqlAccounts(self.engine)

    @property
    def _embeddings(self) -> str:
        """The encoder's name; vectors under another name are never mixed with its own."""
        if self.settings.embeddings != "local":
            return self.settings.embeddings
        from icpbot.adapters.embeddings import LOCAL_NAME

        return LOCAL_NAME

    @cached_property
    def encoder(self) -> "Remembering":
        from icpbot.adapters.embeddings.likeness import Remembering

        return Remembering(self._embeddings, self._encoder)

    def _encoder(self) -> Any:
        if self.settings.embeddings == "local":
            from icpbot.adapters.embeddings.local import LocalEmbeddings

            return LocalEmbeddings(self.settings.knowledge_folder / "bridges")
        from icpbot.adapters.embeddings.remote import openai_embeddings

        return openai_embeddings(
            self.settings.embeddings.removeprefix("openai:"), lambda text: masked(text, self.personal)
        )

    @cached_property
    def personal(self) -> Personal:
        """What is hidden from a model and an embedding service."""
        from icpbot.adapters.language.detect import LanguageDetector

        return late.personal_details(self.settings.pipelines, LanguageDetector())

    @cached_property
    def vectors(self) -> "ChromaVectors":
        from icpbot.adapters.index.vectors import ChromaVectors, embedded, server

        url = self.settings.chroma_url
        client = server(url) if url else embedded(self.settings.home / "chroma")
        name = "passages-" + "".join(c if c.isalnum() else "-" for c in self._embeddings).strip("-")
        return ChromaVectors(client, name)

    @cached_property
    def index(self) -> "HybridIndex":
        from icpbot.adapters.index.hybrid import HybridIndex
        from icpbot.adapters.knowledge.folder import KnowledgeFolder
        from icpbot.adapters.store.sources import SqlSources
        from icpbot.adapters.store.words import open_words

        words = open_words(self.engine)
        asking = KnowledgeFolder(self.settings.knowledge_folder).asking
        index = HybridIndex(self.vectors, words, self.encoder.encode, SqlSources(self.engine), asking)
        if self.follows:
            self._bring_up_to_date(index)
        return index

    def bring_up_to_date(self) -> None:
        """Fill the index with what an earlier embedder or version had filled another one with."""
        self._bring_up_to_date(self.index)

    def _bring_up_to_date(self, index: "HybridIndex") -> None:
        from icpbot.usecases.reindexing import catch_up, is_behind

        if is_behind(index, self._settings_of_all):
            catch_up(index, self.desk.sources, self._settings_of_all)

    @cached_property
    def model(self) -> "Recalling | None":
        from icpbot.adapters.llm.resilient import Breaker, Fallbacks, Recalling

        name = self.settings.model_name
        if name is None:
            return None
        chosen = {"ICPBOT_MODEL": name, "ICPBOT_MODEL_FALLBACK": self.settings.fallback}
        models = [Breaker(self._chat(of, because)) for because, of in chosen.items() if of]
        return Recalling(Fallbacks(models))

    def _chat(self, name: str, because: str) -> "ChatModel":
        from icpbot.adapters.llm.chat import open_chat

        if name.startswith("openai:") and self.settings.openai_key is None:
            raise UsageError("setting-missing", name="OPENAI_API_KEY", because=because)
        key = self.settings.openai_key
        return open_chat(
            name,
            self.settings.prompts_folder,
            key=key.get_secret_value() if key else None,
            url=self.settings.openai_url,
        )

    @cached_property
    def hearing(self) -> "Transcriber | None":
        """Recordings go to the service whose key is set, unless models were ruled out altogether."""
        from icpbot.adapters.llm.hearing import Transcriber

        key = self.settings.openai_key
        if key is None or self.settings.model_name is None:
            return None
        return Transcriber(key.get_secret_value(), url=self.settings.openai_url)

    @cached_property
    def web(self) -> "OpenAISearch | None":
        return late.web_search(self.settings)

    @cached_property
    def desk(self) -> Desk:
        """Everything the use cases need."""
        from icpbot.adapters.embeddings.likeness import VectorLikeness
        from icpbot.adapters.knowledge.folder import KnowledgeFolder
        from icpbot.adapters.language.detect import LanguageDetector
        from icpbot.adapters.language.fuzzy import FuzzyNames, align
        from icpbot.adapters.readers.encoding import decode
        from icpbot.adapters.readers.files import Files
        from icpbot.adapters.store.accounts import SqlAccounts
        from icpbot.adapters.store.decisions import SqlDecisions
        from icpbot.adapters.store.links import SqlLinks
        from icpbot.adapters.store.profiles import SqlProfiles
        from icpbot.adapters.store.requests import SqlRequests
        from icpbot.adapters.store.roles import SqlRoles
        from icpbot.adapters.store.sources import SqlSources
        from icpbot.messages.voice import FluentVoice

        files = Files()
        sources, profiles = SqlSources(self.engine), SqlProfiles(self.engine)
        knowledge = KnowledgeFolder(self.settings.knowledge_folder)
        return Desk(
            workspace=self.workspace,
            clock=now,
            reader=files,
            sources=sources,
            insights=sources,
            decisions=SqlDecisions(self.engine),
            accounts=SqlAccounts(self.engine),
            profiles=profiles,
            drafts=profiles,
            requests=SqlRequests(self.engine),
            index=late.Index(lambda: self.index),
            insight_labels=self._labeller(knowledge, "insight_examples.jsonl", "kind"),
            question_labels=self._labeller(knowledge, "question_examples.jsonl", "kind"),
            intent_labels=self._labeller(knowledge, "intents.jsonl", "intent"),
            likeness=VectorLikeness(self.encoder),
            knowledge=knowledge,
            voice=FluentVoice(),
            names=FuzzyNames(),
            lists=late.Lists(files, decode),
            surveys=late.Surveys(files, decode),
            charts=late.Charts(),
            documents=late.Documents(),
            align=align,
            language_of=LanguageDetector(),
            personal=self.personal,
            leavings=LateLeavings(self),
            links=SqlLinks(self.engine),
            roles=SqlRoles(self.engine),
            crm=self.crm_store,
            seal=lambda: self.vault,
            model=self.model,
            budget=(self.settings.tokens_per_person, self.settings.tokens_per_day),
            hearing=self.hearing,
            forced_language=self.settings.language,
            pseudonyms=self.settings.pseudonyms or bool(self.settings.pipelines),
            reranking=self.settings.rerank,
            web=self.web,
            public_url=self.settings.public_url,
        )

    @cached_property
    def vault(self) -> "Vault":
        """Under the keys of the setting, else under one of its own that the home folder keeps."""
        from icpbot.adapters.store.vault import Vault, kept_key

        if self.settings.secret_keys:
            return Vault(self.settings.secret_keys)
        make_home(self.settings)
        return Vault([kept_key(self.settings.home / "link.key")])

    @cached_property
    def installations(self) -> "SqlInstallations":
        from icpbot.adapters.store.installations import SqlInstallations

        return SqlInstallations(self.engine, self.vault, self.tenant_of_installed)

    @cached_property
    def crm_store(self) -> "SqlCrm":
        from icpbot.adapters.store.crm import SqlCrm

        return SqlCrm(self.engine, self.settings.secret_keys)

    def open_crm(self, system: System, token: str, url: str | None) -> "Crm":
        """A CRM system at its own address, or at another one."""
        from icpbot.adapters.crm import hubspot, pipedrive

        if system is System.PIPEDRIVE:
            return pipedrive.Pipedrive(token, url or pipedrive.URL)
        return hubspot.HubSpot(token, url or hubspot.URL)

    def connected_crm(self, desk: Desk, token: str | None = None) -> "Crm":
        """The CRM of the desk's workspace, with the token given, else that of the setting, else the one kept.

        The setting is for a process that works for one team; raises `NotFound` and `UsageError`.
        """
        from icpbot.usecases.crm import connected

        connection = connected(desk)
        given = self.settings.crm_token if not self.settings.slack_client_id else None
        token = token or (given.get_secret_value() if given else None) or desk.crm.token(desk.workspace)
        if not token:
            raise UsageError("crm-token-missing")
        return self.open_crm(connection.system, token, connection.url)

    def close(self) -> None:
        """Let go of files and locks; for tests and orderly ends."""
        if "vectors" in self.__dict__:
            self.vectors.close()
        if self.__dict__.get("model"):
            self.__dict__["model"].close()
        for name in ("hearing", "web"):
            if self.__dict__.get(name):
                self.__dict__[name].close()
        if "engine" in self.__dict__:
            self.engine.dispose()

    def slack_identity(self) -> str:
        """Who the bot is in Slack; raises `Unavailable` when Slack does not answer or know the token."""
        from slack_sdk import WebClient
        from slack_sdk.errors import SlackApiError

        from icpbot.domain.errors import Unavailable

        token = self.settings.slack_bot_token
        client = WebClient(
            token.get_secret_value() if token else None, base_url=self.settings.slack_api_url, timeout=10
        )
        try:
            found = client.auth_test()
        except (SlackApiError, OSError) as error:
            raise Unavailable("slack-not-answering") from error
        return f"{found['user']} in {found['team']}"

    def _labeller(self, knowledge: "KnowledgeFolder", name: str, label: str) -> Labeller:
        from icpbot.adapters.embeddings.examples import ExampleLabeller

        return ExampleLabeller(
            self.encoder,
            lambda: knowledge.examples(name, label),
            lambda: self._wording,
            cache=self.settings.home / "cache",
            shipped=self.settings.knowledge_folder / "trained",
        )

    @cached_property
    def _wording(self) -> "Wording":
        from icpbot.adapters.embeddings.bridge import Bridge
        from icpbot.adapters.embeddings.features import Wording
        from icpbot.adapters.knowledge.folder import KnowledgeFolder

        folder = self.settings.knowledge_folder
        return Wording(Bridge(folder / "bridges"), KnowledgeFolder(folder).sentence_cues())


class LateLeavings:
    """Finished jobs of the running bot; the vectors and the model's replies that this process remembers."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def clear(self) -> dict[str, int]:
        from icpbot.adapters.jobs.leavings import clear_ended

        for name in ("encoder", "model"):
            if self._parts.__dict__.get(name):
                self._parts.__dict__[name].forget()
        return {"jobs": clear_ended(self._parts.settings.jobs)}


def _token_key(token: str) -> str:
    return "token " + sha256(token.encode()).hexdigest()[:16]


def now() -> datetime:
    return datetime.now(UTC)
