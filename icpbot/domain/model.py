"""The base of every domain model: frozen, and strict about unknown keys."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A value: two with equal fields are equal, and a change makes a new one."""

    model_config = ConfigDict(frozen=True, extra="forbid")
