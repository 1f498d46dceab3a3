"""What must hold before work begins that nobody watches: a room below the commands says what stands
in the way, and the worker and the schedules begin nothing while it does.
"""

from collections.abc import Callable

from django.core.management.base import CommandError

Complaint = Callable[[], str]
_complaints: list[Complaint] = []


def ask_first(complaint: Complaint) -> None:
    """`complaint` answers with a sentence for whoever runs the machine, or with nothing."""
    if complaint not in _complaints:
        _complaints.append(complaint)


def refuse_unready() -> None:
    """Raises CommandError with the first sentence."""
    for complaint in _complaints:
        if words := complaint():
            raise CommandError(words)
