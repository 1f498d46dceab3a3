from thenchot.platform.scope.roles import Role, declare

ADMINISTER = declare("accounts.administer", Role.ADMIN, Role.OFFICER)  # each within `rules.GIVES`
SEE_PROPOSALS = declare("accounts.see_proposals", Role.ADMIN, Role.OFFICER, Role.LEADER)
CONFIRM = declare("accounts.confirm", Role.ADMIN, Role.LEADER)  # `rules.CONFIRMS`; never the own
