"""The real catalogue, and sources built from a few words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from icpbot.adapters.knowledge.folder import KnowledgeFolder
from icpbot.domain.sources import Kind, Origin, Source, SpeakerRole, Turn

if TYPE_CHECKING:
    from icpbot.domain.catalogue import Catalogue

settings.register_profile("domain", deadline=None, max_examples=60, database=None)
settings.load_profile("domain")

ROOT = Path(__file__).parents[2]
ROLES = {"Rada": SpeakerRole.INTERVIEWER, "Jana": SpeakerRole.CUSTOMER}

MakeSource = Callable[[Sequence[Turn]], Source]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return KnowledgeFolder(ROOT / "knowledge").catalogue()


@pytest.fixture(scope="session")
def make_source() -> MakeSource:
    """A source of turns; Rada asks and Jana answers."""

    def make(turns: Sequence[Turn]) -> Source:
        return Source(
            id="s1",
            workspace="w",
            path="a.txt",
            kind=Kind.INTERVIEW,
            origin=Origin.FIRST_HAND,
            audience="workspace",
            content_hash="h",
            turns=tuple(turns),
            added_at=datetime(2026, 1, 1, tzinfo=UTC),
            roles=ROLES,
        )

    return make
