"""Everything that can go wrong, as people would name it.

    IcpbotError
    ├── UsageError            wrong command, argument or setting      exit 2
    │   └── InvalidProfile    a profile entry that cannot be used
    ├── Rejected              a file we could not take in             exit 1
    ├── NotFound              no such source, account, profile        exit 1
    ├── NotAllowed            the person lacks the right              exit 1
    ├── Conflict              somebody changed it meanwhile           exit 1
    ├── InUse                 the index belongs to another process    exit 3
    └── Unavailable           a needed service does not answer        exit 4
        └── ModelUnavailable  the language model; never reaches people as an error
            └── TooLong       it answers, but not to so much at once

An error carries the key of a sentence in `icpbot/messages` and the values that go into it, so the
person reads it in their own language. Adapters raise these `from` the vendor's error.
"""


class IcpbotError(Exception):
    """One thing that went wrong, with its sentence (`key`) and the sentence's values."""

    exit_code = 1

    def __init__(self, key: str, **values: str | float) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.key}({details})"


class UsageError(IcpbotError):
    exit_code = 2


class InvalidProfile(UsageError):
    """A profile entry that cannot be used; `path` says where, `problem` is a message key."""

    def __init__(self, problem: str, *, path: str, **values: str | float) -> None:
        super().__init__(f"profile-{problem}", path=path, **values)
        self.path = path


class Rejected(IcpbotError):
    pass


class NotFound(IcpbotError):
    pass


class NotAllowed(IcpbotError):
    pass


class Conflict(IcpbotError):
    pass


class InUse(IcpbotError):
    exit_code = 3


class Unavailable(IcpbotError):
    exit_code = 4


class ModelUnavailable(Unavailable):
    pass


class TooLong(ModelUnavailable):
    pass
