"""The profile as a document: Markdown, HTML, PDF, Word, JSON, YAML, CSV."""
