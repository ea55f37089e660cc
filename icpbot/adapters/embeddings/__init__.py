"""Meaning as vectors: local by default, OpenAI by setting."""
