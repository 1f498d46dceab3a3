"""Permissions of the room."""

from thenchot.platform.scope.roles import Role, declare

SEE = declare(
    "oversight.see", Role.INSPECTOR, Role.LEADER, Role.OFFICER
)  # plans, inspections with their teams, findings about people
EDIT = declare("oversight.edit", Role.INSPECTOR)  # plans, inspections, findings
APPROVE = declare("oversight.approve", Role.LEADER)  # plans
SEE_REMEDIES = declare(
    "oversight.see_remedies", Role.INSPECTOR, Role.LEADER, Role.OFFICER, Role.HEAD
)  # findings that a unit remedies
REPORT_REMEDY = declare("oversight.report_remedy", Role.HEAD, Role.OFFICER)  # for the own unit
SUPERVISE = declare(
    "oversight.supervise", Role.HEAD, Role.OFFICER, Role.INSPECTOR
)  # social supervision of a body of the Front
SEE_SOCIAL = declare(
    "oversight.see_social",
    Role.INSPECTOR,
    Role.LEADER,
    Role.OFFICER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
)  # supervision and criticism of the Front, with the answers
ANSWER = declare(
    "oversight.answer", Role.HEAD, Role.LEADER, Role.OFFICER
)  # a recommendation, for the unit that is asked
EXPORT = declare("oversight.export", Role.INSPECTOR, Role.LEADER)
