"""Permissions of the room and the roles that hold them."""

from thenchot.platform.scope.roles import Role, declare

SEE_CATALOGUE = declare(
    "catalogue.see",
    Role.OFFICER,
    Role.LEADER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
    Role.INSPECTOR,
)
EDIT_CATALOGUE = declare("catalogue.edit", Role.OFFICER, Role.CLERK)
SEE_WAITING = declare(
    "catalogue.see_waiting", Role.OFFICER, Role.LEADER, Role.HEAD, Role.INSPECTOR
)  # that proposals of the branch wait too long
APPROVE_CATALOGUE = declare("catalogue.approve", Role.LEADER)
