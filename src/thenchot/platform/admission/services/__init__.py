from thenchot.platform.admission.services.closing import (
    close_account,
    end_own_sessions,
    reopen_account,
    take_off_factors,
)
from thenchot.platform.admission.services.giving import confirm_grant, drop_proposal
from thenchot.platform.admission.services.grants import (
    add_grant,
    delegate,
    end_delegation,
    end_grant,
)
from thenchot.platform.admission.services.slips import (
    Invited,
    Printed,
    cancel_slip,
    find_slip,
    open_first_administrator,
    print_reset_slip,
    print_slips,
    use_slip,
)

__all__ = [
    "Invited",
    "Printed",
    "add_grant",
    "cancel_slip",
    "close_account",
    "confirm_grant",
    "delegate",
    "drop_proposal",
    "end_delegation",
    "end_grant",
    "end_own_sessions",
    "find_slip",
    "open_first_administrator",
    "print_reset_slip",
    "print_slips",
    "reopen_account",
    "take_off_factors",
    "use_slip",
]
