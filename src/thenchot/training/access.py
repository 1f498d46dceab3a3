"""Permissions of the room and the roles that hold them."""

from thenchot.platform.scope.roles import Role, declare

SEE = declare(
    "training.see",
    Role.OFFICER,
    Role.LEADER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
    Role.INSPECTOR,
)  # subjects, plans, classes, without names
SEE_NAMES = declare(
    "training.see_names", Role.OFFICER, Role.LEADER, Role.HEAD, Role.INSPECTOR
)  # who needs what, who was sent, who has not been trained
SEE_GROWTH = declare(
    "training.see_growth", Role.OFFICER, Role.LEADER, Role.INSPECTOR
)  # who is planned or young, with study and practice
EDIT = declare("training.edit", Role.OFFICER)  # subjects, plans, classes, decisions to send
PROPOSE = declare("training.propose", Role.OFFICER, Role.HEAD)  # a need, a person of the own unit
APPROVE = declare("training.approve", Role.LEADER)  # the plan
RECORD = declare("training.record", Role.OFFICER, Role.HEAD)  # who was present, how the class ended
VERIFY = declare(
    "training.verify", Role.OFFICER, Role.LEADER, Role.HEAD
)  # a second person looks at the certificate: the file follows
LEARN = declare(
    "training.learn",
    Role.OFFICER,
    Role.LEADER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
    Role.INSPECTOR,
)  # one's own learning alone
EXPORT = declare(
    "training.export", Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.INSPECTOR
)
