"""Permissions of the room and the roles that hold them, field by field: `sections` says which table
asks for which.
"""

from thenchot.platform.scope.roles import Role, declare

READERS = (Role.ADMIN, Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.STAFF, Role.INSPECTOR)

SEE = declare("people.see", *READERS)  # who sits where: name, title, unit
SEE_PRIVATE = declare(
    "people.see_private", Role.OFFICER, Role.LEADER, Role.HEAD, Role.INSPECTOR
)  # birth, study, career
SEE_CONDUCT = declare(
    "people.see_conduct", Role.OFFICER, Role.LEADER, Role.INSPECTOR
)  # reward, discipline, Party data
SEE_FAMILY = declare(
    "people.see_family", Role.OFFICER, Role.INSPECTOR
)  # relatives, background, means of the family
SEE_SENSITIVE = declare(
    "people.see_sensitive", Role.OFFICER
)  # identity and insurance numbers, health, scans
EDIT = declare("people.edit", Role.OFFICER)
LINK_ACCOUNT = declare("people.link_account", Role.ADMIN, Role.OFFICER)
EXPORT = declare("people.export", Role.OFFICER, Role.LEADER, Role.CLERK, Role.INSPECTOR)
KEEP_DATA_RIGHTS = declare(
    "people.keep_data_rights", Role.OFFICER
)  # requests of persons, register of breaches


def is_own(actor, person) -> bool:
    return bool(actor.account_id) and person.account_id == actor.account_id
