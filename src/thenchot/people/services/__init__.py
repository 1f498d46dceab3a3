"""People enter, take seats, leave them. Nobody is deleted."""

from thenchot.people.services.appointments import (
    appoint,
    correct_appointment,
    end_appointment,
    get_seat,
    renew_term,
    restore_before,
    transfer,
    withdraw_appointment,
)
from thenchot.people.services.finding import lock_person, own_or_kept, require_over
from thenchot.people.services.persons import (
    PERSONAL,
    correct_person,
    create_person,
    link_account,
    link_username,
    note_export,
)

__all__ = [
    "PERSONAL",
    "appoint",
    "correct_appointment",
    "correct_person",
    "create_person",
    "end_appointment",
    "get_seat",
    "link_account",
    "link_username",
    "lock_person",
    "note_export",
    "own_or_kept",
    "renew_term",
    "require_over",
    "restore_before",
    "transfer",
    "withdraw_appointment",
]
