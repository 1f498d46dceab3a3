"""Permissions of the room. Figures are of a whole place; names behind a figure are personal
data.
"""

from thenchot.platform.scope.roles import Role, declare

SEE = declare("insight.see", Role.OFFICER, Role.LEADER, Role.CLERK, Role.INSPECTOR)
SEE_NAMES = declare("insight.see_names", Role.OFFICER, Role.LEADER, Role.INSPECTOR)
TIE = declare("insight.tie", Role.OFFICER, Role.CLERK)  # says which indicator measures a target
COUNT = declare("insight.count", Role.OFFICER, Role.LEADER)  # asks for a new count of everybody
REVIEW = declare("insight.review", Role.LEADER)  # says whether a forecast is used
