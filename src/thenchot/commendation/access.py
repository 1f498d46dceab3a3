"""Permissions of the room."""

from thenchot.platform.scope.roles import Role, declare

SEE = declare(
    "commendation.see",
    Role.OFFICER,
    Role.LEADER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
    Role.INSPECTOR,
)  # movements, initiatives, who was commended
SUGGEST = declare(
    "commendation.suggest", Role.STAFF, Role.HEAD, Role.OFFICER
)  # an own initiative, or that of the unit
PROPOSE = declare(
    "commendation.propose", Role.HEAD, Role.OFFICER
)  # registrations and awards of the unit
EDIT = declare("commendation.edit", Role.OFFICER)  # movements, votes, scores of initiatives
DECIDE = declare("commendation.decide", Role.LEADER)  # allows initiatives, decides awards
EXPORT = declare("commendation.export", Role.OFFICER, Role.LEADER, Role.INSPECTOR)
