"""Permissions of the room: narrow, and never over oneself."""

from thenchot.platform.scope.roles import Role, declare

SEE = declare(
    "discipline.see", Role.OFFICER, Role.LEADER, Role.INSPECTOR
)  # cases with names, steps, votes
EDIT = declare("discipline.edit", Role.OFFICER, Role.INSPECTOR)  # cases, steps, councils
DECIDE = declare("discipline.decide", Role.LEADER)  # the decision, the outcome of the screening
SEE_BREACHES = declare(
    "discipline.see_breaches", Role.OFFICER, Role.LEADER, Role.INSPECTOR, Role.HEAD
)  # breaches of discipline at work
RECORD = declare(
    "discipline.record", Role.OFFICER, Role.INSPECTOR, Role.HEAD
)  # a breach in a unit, what came of it
EXPORT = declare("discipline.export", Role.OFFICER, Role.LEADER, Role.INSPECTOR)
