"""The profile as a document: Markdown, HTML, Word, JSON, YAML, CSV."""
