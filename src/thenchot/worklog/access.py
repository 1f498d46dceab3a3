"""Permissions of the room and the roles that hold them; who scores whose sheet. The own sheet needs
none; nobody scores the own sheet (Đ10).
"""

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.scope.actor import missing
from thenchot.platform.scope.roles import Role, declare
from thenchot.worklog.enums import Capacity
from thenchot.worklog.models import Assessment, HardTask

SEE = declare(
    "worklog.see", Role.OFFICER, Role.LEADER, Role.HEAD, Role.INSPECTOR
)  # sheets and scores of the branch
SCORE = declare(
    "worklog.score", Role.LEADER, Role.HEAD
)  # confirm counts, mark faults, close months
OPEN = declare("worklog.open", Role.OFFICER, Role.LEADER, Role.HEAD)  # open months, practice too
ASSIGN = declare(
    "worklog.assign", Role.OFFICER, Role.LEADER, Role.HEAD
)  # templates: a month's work to many at once
IMPORT_LISTS = declare(
    "worklog.import_lists", Role.OFFICER, Role.CLERK
)  # lists of the ward's other systems
EXPORT = declare("worklog.export", Role.OFFICER, Role.LEADER, Role.INSPECTOR)
SEE_LOG = declare(
    "worklog.see_log",
    Role.OFFICER,
    Role.LEADER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
    Role.INSPECTOR,
)  # load, hard tasks, field visits: own or of the branch
KEEP_HARD = declare(
    "worklog.keep_hard", Role.OFFICER, Role.LEADER, Role.HEAD
)  # hard tasks: who answers for each, until when, how it ended
ASK_OPINION = declare(
    "worklog.ask_opinion", Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.STAFF
)  # quick opinions, of the own commune
ANSWER_OPINION = declare(
    "worklog.answer_opinion", Role.LEADER, Role.HEAD
)  # for the unit that is asked; a person asked by name needs none


def is_own(actor, assessment: Assessment) -> bool:
    return actor.account_id is not None and assessment.person.account_id == actor.account_id


def may_score(actor, assessment: Assessment) -> Decision:
    """Heads score their deputies and staff; a head is scored from above; nobody the own sheet
    (Đ10).
    """
    if is_own(actor, assessment):
        return Decision.no(
            Reason(
                "sheet.own_score",
                "Không ai chấm điểm, chốt phiếu của chính mình.",
                "NĐ 335/2025, Điều 10",
            )
        )
    paths = actor.paths_for(SCORE)
    if not any(assessment.unit.path.startswith(path) for path in paths):
        return Decision.no(missing(SCORE))
    if (
        assessment.kind == Capacity.HEAD
        and not any(
            assessment.unit.path.startswith(path) and path != assessment.unit.path for path in paths
        )
        and not _from_top(actor, assessment)
    ):
        return Decision.no(
            Reason(
                "sheet.head_from_above",
                "Người đứng đầu do cấp trên trực tiếp chấm điểm.",
                "NĐ 335/2025, Điều 10",
            )
        )
    return Decision.yes()


def may_keep_hard(actor, hard: HardTask) -> Decision:
    """Whoever keeps the catalogue of its unit, as long as it is open."""
    ended = Decision.no(Reason("hard.ended", "Việc này đã kết thúc."))
    return actor.may(KEEP_HARD, hard.unit.path) & (Decision.yes() if hard.is_open else ended)


def _from_top(actor, assessment: Assessment) -> bool:
    """A leader of the place scores the heads of the place's own bodies; a head never scores one's
    own seat.
    """
    return any(
        grant.role == "leader" and assessment.unit.path.startswith(grant.path)
        for grant in actor.grants
    )
