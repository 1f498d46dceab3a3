"""Who may read a kept file: the rooms that attached it answer, and nobody else."""

_checks: list = []


def register_owner(check) -> None:
    """`check(actor, file) -> bool`: true when the actor may read a file that this room attached.
    Register once, in `apps.ready`; it must cost at most one query.
    """
    if check not in _checks:
        _checks.append(check)


def may_read(actor, file) -> bool:
    return any(check(actor, file) for check in _checks)
