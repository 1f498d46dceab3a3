"""Permissions of the room."""

from thenchot.platform.scope.roles import Role, declare

SEE = declare("scenarios.see", Role.OFFICER, Role.LEADER, Role.INSPECTOR)  # proposals, with names
MAKE = declare("scenarios.make", Role.OFFICER)  # work out a proposal, draft the impact report
APPROVE = declare("scenarios.approve", Role.LEADER)  # the impact report, before any proposal
EXPORT = declare("scenarios.export", Role.OFFICER, Role.LEADER, Role.INSPECTOR)
