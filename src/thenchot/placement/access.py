"""Permissions of the room."""

from thenchot.platform.scope.roles import Role, declare

SEE = declare(
    "placement.see", Role.OFFICER, Role.LEADER, Role.INSPECTOR
)  # vacancies, procedures with names, papers, votes
SEE_CALENDAR = declare(
    "placement.see_calendar",
    Role.OFFICER,
    Role.LEADER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
    Role.INSPECTOR,
)  # the public steps, without names before the decision
EDIT = declare("placement.edit", Role.OFFICER)  # vacancies, steps, papers
DECIDE = declare("placement.decide", Role.LEADER)  # the decision that changes the post
EXPORT = declare("placement.export", Role.OFFICER, Role.LEADER, Role.INSPECTOR)
