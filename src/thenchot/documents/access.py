"""Permissions of the room and the roles that hold them."""

from thenchot.platform.scope.roles import Role, declare

READERS = (Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.STAFF, Role.INSPECTOR, Role.GUEST)

SEE = declare("documents.see", *READERS)
REGISTER = declare("documents.register", Role.OFFICER, Role.CLERK)
