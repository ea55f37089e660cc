"""Showing: results of the use cases as replies, in the reader's language; one module a kind of thing."""
