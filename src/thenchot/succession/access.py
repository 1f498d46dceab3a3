"""Permissions of the room: planning is confidential until it is approved."""

from thenchot.platform.scope.roles import Role, declare

SEE = declare(
    "succession.see", Role.OFFICER, Role.LEADER, Role.INSPECTOR
)  # lists with names, conferences, votes
EDIT = declare("succession.edit", Role.OFFICER)  # posts, candidates, conferences, roadmaps
APPROVE = declare("succession.approve", Role.LEADER)  # the list that somebody else submitted
REFER = declare(
    "succession.refer", Role.OFFICER, Role.LEADER, Role.HEAD
)  # point to a promising person
EXPORT = declare("succession.export", Role.OFFICER, Role.LEADER, Role.INSPECTOR)
