"""Forms that people fill in: one module each, and the dialogs that open, check and apply them."""
