"""Permissions of the room."""

from thenchot.platform.scope.roles import Role, declare

SEE = declare(
    "cells.see", Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.INSPECTOR
)  # cells, meetings, points, who is in charge
SEE_REVIEWS = declare(
    "cells.see_reviews", Role.OFFICER, Role.LEADER, Role.HEAD, Role.INSPECTOR
)  # what a cell said about its members
RECORD = declare(
    "cells.record", Role.HEAD, Role.OFFICER
)  # meetings, own points, reviews, candidates of the cell
EDIT = declare("cells.edit", Role.OFFICER)  # members, who is in charge, sheets, congresses
CONFIRM = declare(
    "cells.confirm", Role.OFFICER, Role.LEADER
)  # points of the committee above, answers to recommendations
ISSUE = declare("cells.issue", Role.LEADER)  # a scoring sheet
EXPORT = declare("cells.export", Role.OFFICER, Role.LEADER, Role.CLERK, Role.INSPECTOR)
