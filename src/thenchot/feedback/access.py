"""Permissions of the room and the roles that hold them. Whoever is asked needs none."""

from thenchot.platform.scope.roles import Role, declare

SEE_FEEDBACK = declare(
    "feedback.see", Role.OFFICER, Role.LEADER, Role.HEAD
)  # many-sided results of the branch, one person at a time
KEEP_FEEDBACK = declare(
    "feedback.keep", Role.OFFICER
)  # rounds of many-sided rating: open, prolong, close; the unit's result
EDIT_CRITERIA = declare("feedback.edit_criteria", Role.OFFICER)  # sets of criteria as drafts
ISSUE_CRITERIA = declare("feedback.issue_criteria", Role.LEADER)
