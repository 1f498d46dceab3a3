from thenchot.platform.scope.roles import Role, declare

SEE = declare("insight.see", Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.INSPECTOR)
