from thenchot.platform.scope.roles import Role, declare

SEE = declare(
    "policies.see",
    Role.ADMIN,
    Role.OFFICER,
    Role.LEADER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
    Role.INSPECTOR,
)
ENTER = declare("policies.enter", Role.OFFICER, Role.CLERK)
CONFIRM = declare(
    "policies.confirm", Role.LEADER, Role.OFFICER
)  # never the one who entered the value
