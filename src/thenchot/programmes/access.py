"""Permissions of the room, in prose, and the roles that hold them."""

from thenchot.platform.scope.roles import Role, declare

READERS = (Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.STAFF, Role.INSPECTOR, Role.GUEST)

SEE_TASKS = declare("programmes.see_tasks", *READERS)
SEE_BOARD = declare(
    "programmes.see_board", Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.INSPECTOR
)
IMPORT = declare("programmes.import", Role.OFFICER, Role.CLERK)
AMEND = declare("programmes.amend", Role.OFFICER)  # lead, text, cancellation, dates by document
GIVE = declare(
    "programmes.give", Role.OFFICER, Role.LEADER, Role.CLERK
)  # a task out of a conclusion, a promise
ACCEPT = declare("programmes.accept", Role.HEAD)  # on behalf of a lead unit
REPORT = declare("programmes.report", Role.HEAD, Role.STAFF)  # for a lead or coordinating unit
ASK_EXTENSION = declare("programmes.ask_extension", Role.HEAD)
DECIDE_EXTENSION = declare(
    "programmes.decide_extension", Role.LEADER
)  # over the issuing unit or its delegate
RAISE_DIFFICULTY = declare("programmes.raise_difficulty", Role.HEAD, Role.STAFF)
ANSWER_DIFFICULTY = declare("programmes.answer_difficulty", Role.HEAD, Role.LEADER, Role.OFFICER)
APPROVE = declare("programmes.approve", Role.LEADER)  # over the approving body
COMMENT = declare(
    "programmes.comment", Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.STAFF
)
READ_TARGET = declare(
    "programmes.read_target", Role.OFFICER, Role.CLERK
)  # enter the value of a target
