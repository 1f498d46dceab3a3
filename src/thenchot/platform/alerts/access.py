from thenchot.platform.alerts.registry import SEE
from thenchot.platform.scope.roles import Role, declare

BUSINESS = (Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.STAFF, Role.INSPECTOR)

declare(
    SEE, *BUSINESS
)  # alerts of the branch; the administrator sees only those that tell the administrator
DECIDE = declare(
    "alerts.decide", Role.OFFICER, Role.LEADER, Role.HEAD
)  # acknowledge, exempt with a reason
