"""Every sentence the bot itself says, by language (Fluent)."""
