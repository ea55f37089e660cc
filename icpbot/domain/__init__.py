"""The rules of the business: pure models and functions, no I/O, no clock, no vendor."""
