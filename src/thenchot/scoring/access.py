"""Permissions of the room and the roles that hold them. Who sees and who scores a sheet stands with
the sheet (`worklog.access`).
"""

from thenchot.platform.scope.roles import Role, declare

CONFIRM_CAUSE = declare("scoring.confirm_cause", Role.LEADER, Role.HEAD)  # objective causes (Đ14.2)
COMPARE_RATERS = declare(
    "scoring.compare_raters", Role.LEADER, Role.OFFICER
)  # how raters score, after they saw it themselves
