"""Permissions of the room."""

from thenchot.platform.scope.roles import Role, declare

READERS = (Role.OFFICER, Role.LEADER, Role.CLERK, Role.INSPECTOR)

SEE = declare("reception.see", *READERS)  # calendar, turns, promises, dialogues
SEE_PROMISES = declare(
    "reception.see_promises", *READERS, Role.HEAD
)  # promises; a head those that the unit leads
KEEP = declare("reception.keep", Role.CLERK, Role.OFFICER, Role.HEAD)  # says what was done
EDIT = declare("reception.edit", Role.CLERK, Role.OFFICER)  # rotas, turns, promises kept
DECIDE = declare("reception.decide", Role.LEADER)  # conclusions, refusals in writing, moving a day
EXPORT = declare("reception.export", *READERS)
