class BadBackup(ValueError):
    """Not a backup, or damaged, or sealed with a key that this ring does not hold."""


class CannotCopy(RuntimeError):
    """The database cannot be copied now: a tool is missing or refused, or somebody holds it."""


class Damaged(CannotCopy):
    """What was to be copied is not whole; nothing was written and nothing old was removed."""
