"""The knowledge folder, read from YAML and JSON Lines."""
