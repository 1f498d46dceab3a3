"""Permissions of the room and the roles that hold them."""

from thenchot.platform.scope.roles import EVERYONE, Role, declare

SEE = declare("organisation.see", *EVERYONE)
EDIT = declare("organisation.edit", Role.ADMIN, Role.OFFICER)
REMEMBER = declare("organisation.remember", Role.ADMIN, Role.OFFICER, Role.CLERK)  # how documents call a body
