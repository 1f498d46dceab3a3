from thenchot.platform.scope.roles import Role, declare

SEE = declare("audit.see", Role.ADMIN, Role.INSPECTOR)
