"""Permissions of the room and the roles that hold them. Whoever is asked needs none."""

from thenchot.feedback.enums import CriteriaState
from thenchot.feedback.rules.criteria import may_edit
from thenchot.platform.scope.roles import Role, declare

SEE_FEEDBACK = declare(
    "feedback.see", Role.OFFICER, Role.LEADER, Role.HEAD
)  # many-sided results of the branch, one person at a time
KEEP_FEEDBACK = declare(
    "feedback.keep", Role.OFFICER
)  # rounds of many-sided rating: open, prolong, close; the unit's result
EDIT_CRITERIA = declare("feedback.edit_criteria", Role.OFFICER)  # sets of criteria as drafts
ISSUE_CRITERIA = declare("feedback.issue_criteria", Role.LEADER)


def may_edit_set(actor, found):
    """A draft, by whoever draws up sets of its unit."""
    return actor.may(EDIT_CRITERIA, found.unit.path) & may_edit(found.state)


def may_edit_criterion(actor, row):
    return may_edit_set(actor, row.set)


def may_revise_set(actor, found):
    """The set in force: its next version."""
    decision = actor.may(EDIT_CRITERIA, found.unit.path)
    return decision if not decision else found.state == CriteriaState.ISSUED


def may_issue_set(actor, found):
    return actor.may(ISSUE_CRITERIA, found.unit.path) & may_edit(found.state)


def may_keep(actor, found):
    """A round that still takes answers, by whoever keeps the rounds of its unit."""
    decision = actor.may(KEEP_FEEDBACK, found.unit.path)
    return decision if not decision else not found.is_closed
