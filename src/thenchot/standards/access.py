"""Permissions of the room and the roles that hold them."""

from thenchot.platform.scope.roles import Role, declare

SEE = declare(
    "standards.see", Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.STAFF, Role.INSPECTOR
)  # the sets
SEE_BOARD = declare(
    "standards.see_board", Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.INSPECTOR
)  # figures
SEE_GAPS = declare(
    "standards.see_gaps", Role.OFFICER, Role.LEADER, Role.HEAD, Role.INSPECTOR
)  # who lacks what
EDIT = declare("standards.edit", Role.OFFICER)  # drafts of sets, counting on demand
ISSUE = declare("standards.issue", Role.OFFICER)  # the personnel body puts a decided set in force
EXEMPT = declare("standards.exempt", Role.OFFICER, Role.LEADER)  # record a decided exemption
