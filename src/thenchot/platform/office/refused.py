"""A file that is not taken."""


class BadFile(ValueError):
    """The file is not taken. `message_vi` says what to do about it."""

    def __init__(self, message_vi: str) -> None:
        self.message_vi = message_vi
        super().__init__(message_vi)
