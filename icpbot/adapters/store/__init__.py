"""The truth: SQLite in the home folder, or PostgreSQL by URL."""
