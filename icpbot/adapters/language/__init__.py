"""Fuzzy matching, language detection and masking: small libraries behind our words."""
