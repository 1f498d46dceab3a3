from thenchot.platform.scope.roles import Role, declare

ADMINISTER = declare("accounts.administer", Role.ADMIN, Role.OFFICER)  # each within `rules.GIVES`
