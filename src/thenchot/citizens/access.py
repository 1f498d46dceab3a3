"""Permissions of the room."""

from thenchot.platform.scope.roles import Role, declare

READERS = (Role.OFFICER, Role.LEADER, Role.CLERK, Role.INSPECTOR)

SEE = declare("citizens.see", *READERS, Role.HEAD)  # cases, satisfaction; a head of the own unit
EDIT = declare("citizens.edit", Role.CLERK, Role.OFFICER)  # import, letters, surveys, answers
CONFIRM = declare("citizens.confirm", Role.LEADER)  # the second person: outages, facts, publication
EXPORT = declare("citizens.export", *READERS, Role.HEAD)
