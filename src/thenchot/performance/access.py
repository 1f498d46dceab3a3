"""Permissions of the room and the roles that hold them. The own sheet needs none; nobody scores the
own sheet (Đ10).
"""

from thenchot.platform.scope.roles import Role, declare

SEE = declare(
    "performance.see", Role.OFFICER, Role.LEADER, Role.HEAD, Role.INSPECTOR
)  # sheets and scores of the branch
SEE_CATALOGUE = declare(
    "performance.see_catalogue",
    Role.OFFICER,
    Role.LEADER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
    Role.INSPECTOR,
)
SCORE = declare(
    "performance.score", Role.LEADER, Role.HEAD
)  # confirm counts, mark faults, close months
OPEN = declare(
    "performance.open", Role.OFFICER, Role.LEADER, Role.HEAD
)  # open months, practice too
CONFIRM_CAUSE = declare(
    "performance.confirm_cause", Role.LEADER, Role.HEAD
)  # objective causes (Đ14.2)
EDIT_CATALOGUE = declare("performance.edit_catalogue", Role.OFFICER, Role.CLERK)
APPROVE_CATALOGUE = declare("performance.approve_catalogue", Role.LEADER)
ASSIGN = declare(
    "performance.assign", Role.OFFICER, Role.LEADER, Role.HEAD
)  # templates: a month's work to many at once
TAKE_IN = declare(
    "performance.take_in", Role.OFFICER, Role.CLERK
)  # lists of the ward's other systems
EXPORT = declare("performance.export", Role.OFFICER, Role.LEADER, Role.INSPECTOR)
KEEP_YEAR = declare(
    "performance.keep_year", Role.OFFICER
)  # the year's round: who is in it, papers, minutes, the proposal
PROPOSE_YEAR = declare(
    "performance.propose_year", Role.OFFICER, Role.HEAD
)  # of the own unit: absences, outer months, the level
RECORD_MEETING = declare(
    "performance.record_meeting", Role.OFFICER, Role.HEAD
)  # minutes with votes of a unit
DECIDE_YEAR = declare(
    "performance.decide_year", Role.LEADER
)  # the competent level: decides, settles complaints, locks, reopens
DECIDE_QUARTER = declare(
    "performance.decide_quarter", Role.LEADER
)  # the Party's rating of a quarter, replacement
SEE_SIDES = declare(
    "performance.see_sides", Role.OFFICER, Role.LEADER, Role.HEAD
)  # many-sided results of the branch, one person at a time
KEEP_SIDES = declare(
    "performance.keep_sides", Role.OFFICER
)  # rounds of many-sided rating: open, prolong, close; the unit's result
EDIT_CRITERIA = declare("performance.edit_criteria", Role.OFFICER)  # sets of criteria as drafts
ISSUE_CRITERIA = declare("performance.issue_criteria", Role.LEADER)
SEE_MIRRORS = declare(
    "performance.see_mirrors", Role.LEADER, Role.OFFICER
)  # how raters score, after they saw it themselves
SEE_LOG = declare(
    "performance.see_log",
    Role.OFFICER,
    Role.LEADER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
    Role.INSPECTOR,
)  # load, hard tasks, outings: own or of the branch
KEEP_HARD = declare(
    "performance.keep_hard", Role.OFFICER, Role.LEADER, Role.HEAD
)  # hard tasks: who answers for each, until when, how it ended
ASK_OPINION = declare(
    "performance.ask_opinion", Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.STAFF
)  # quick opinions, of the own commune
ANSWER_OPINION = declare(
    "performance.answer_opinion", Role.LEADER, Role.HEAD
)  # for the unit that is asked; a person asked by name needs none
