"""Readers: files that people upload become `SourceText`; one small module per format."""

from icpbot.adapters.readers.files import Files

__all__ = ["Files"]
