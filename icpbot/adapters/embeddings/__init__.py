"""Meaning as vectors: local by default, OpenAI by setting."""

LOCAL_NAME = "local-2"
"""Of the local vectors; changes with them, since vectors of two names are never compared."""
