"""The language model: prompts as files, typed replies, failures as one error."""
