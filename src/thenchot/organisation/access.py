"""Permissions of the room and the roles that hold them."""

from thenchot.platform.scope.roles import EVERYONE, Role, declare

SEE = declare("organisation.see", *EVERYONE)
EDIT = declare("organisation.edit", Role.ADMIN, Role.OFFICER)
REMEMBER = declare(
    "organisation.remember", Role.ADMIN, Role.OFFICER, Role.CLERK
)  # how documents call a body
SEE_POSTS = declare(
    "organisation.see_posts", *(role for role in EVERYONE if role != Role.GUEST)
)  # schemes, quotas
KEEP_POSTS = declare(
    "organisation.keep_posts", Role.OFFICER
)  # titles, schemes, quotas, terms, committees, functions
KEEP_PLACES = declare(
    "organisation.keep_places", Role.ADMIN
)  # the official list of communes, shared by all: `sharing.may_keep`
