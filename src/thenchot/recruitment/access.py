"""Permissions of the room."""

from thenchot.platform.scope.roles import Role, declare

SEE = declare(
    "recruitment.see", Role.OFFICER, Role.LEADER, Role.INSPECTOR
)  # needs, rounds, applicants with their marks, receptions
EDIT = declare("recruitment.edit", Role.OFFICER)  # plans, notices, applicants, marks
DECIDE = declare("recruitment.decide", Role.LEADER)  # plans, results, who is taken
EXPORT = declare("recruitment.export", Role.OFFICER, Role.LEADER, Role.INSPECTOR)
