"""Permissions of the room and the roles that hold them."""

from thenchot.platform.scope.roles import Role, declare

READERS = (Role.ADMIN, Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.STAFF, Role.INSPECTOR)

SEE = declare("people.see", *READERS)  # who sits where: name, title, unit
SEE_PRIVATE = declare("people.see_private", Role.OFFICER, Role.LEADER, Role.INSPECTOR)  # birth, address of mail
EDIT = declare("people.edit", Role.OFFICER)
LINK_ACCOUNT = declare("people.link_account", Role.ADMIN, Role.OFFICER)
EXPORT = declare("people.export", Role.OFFICER, Role.LEADER, Role.CLERK, Role.INSPECTOR)
