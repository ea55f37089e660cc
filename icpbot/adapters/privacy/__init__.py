"""Names, places and numbers of people, found by presidio (the extra `presidio`)."""

ANY = "*"
"""The pipeline for every language that has none of its own."""
BLANK = "blank"
"""A pipeline that only parts words: numbers are found, names and places are not."""
