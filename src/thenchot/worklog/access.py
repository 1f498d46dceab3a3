"""Permissions of the room and the roles that hold them; who scores whose sheet. The own sheet needs
none; nobody scores the own sheet (Đ10).
"""

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.scope.actor import missing
from thenchot.platform.scope.roles import Role, declare
from thenchot.worklog.enums import Capacity, OpinionState, PlanState
from thenchot.worklog.models import (
    Assessment,
    FieldVisit,
    HardTask,
    OpinionRequest,
    PlanLine,
    Template,
    TemplateLine,
)

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


def may_answer_opinion(actor, opinion: OpinionRequest) -> Decision:
    """Whom it asks, or the head or leader over the unit; never who asked; as long as it waits."""
    if opinion.state != OpinionState.SENT:
        return Decision.no(Reason("opinion.answered", "Đã có trả lời, hoặc đã quyết định."))
    return Decision.yes() if is_asked(actor, opinion) else Decision.no(missing(ANSWER_OPINION))


def is_asked(actor, opinion: OpinionRequest) -> bool:
    if actor.account_id is None or opinion.asked_by_id == actor.account_id:
        return False
    by_name = opinion.person is not None and opinion.person.account_id == actor.account_id
    return by_name or bool(actor.may(ANSWER_OPINION, opinion.unit.path))


def may_decide_opinion(actor, opinion: OpinionRequest) -> Decision:
    """By who asked; without an answer only when the time for it is up."""
    if opinion.asked_by_id != actor.account_id:
        message = "Với vai trò của bạn chưa quyết định được: người xin ý kiến quyết định."
        return Decision.no(Reason("opinion.asker", message, "S0-086"))
    if opinion.state == OpinionState.ANSWERED or opinion.is_late:
        return Decision.yes()
    message = (
        "Chờ trả lời hoặc chờ hết hạn trả lời rồi mới quyết định; việc đã quyết định thì thôi."
    )
    return Decision.no(Reason("opinion.waits", message))


def may_drop_field_visit(actor, visit: FieldVisit) -> Decision:
    if visit.person.account_id == actor.account_id:
        return Decision.yes()
    message = "Với vai trò của bạn chỉ xem được: ai ghi thì người ấy bỏ."
    return Decision.no(Reason("field_visit.own", message))


CLOSED = "Kỳ này đã chốt. Nếu không đồng ý với kết quả, gửi kiến nghị."
CLOSED_TO_SCORE = "Kỳ này đã chốt. Muốn sửa phải mở lại, có ghi lý do."
DECIDED = Decision.no(Reason("plan.decided", "Việc này đã được xử lý hoặc đã rút."))


def may_plan(actor, assessment: Assessment) -> Decision:
    """More work in the own plan, until the sheet is closed."""
    if assessment.is_closed:
        return Decision.no(Reason("sheet.closed", CLOSED, "NĐ 335/2025, Điều 22"))
    return Decision.yes()


def may_review_plan(actor, assessment: Assessment) -> Decision:
    """Whoever scores the sheet, until it is closed."""
    if assessment.is_closed:
        return may_score(actor, assessment) & Decision.no(Reason("sheet.closed", CLOSED_TO_SCORE))
    return may_score(actor, assessment)


def may_answer_line(actor, line: PlanLine) -> Decision:
    waits = Decision.yes() if line.state == PlanState.PROPOSED else DECIDED
    return may_review_plan(actor, line.assessment) & waits


def may_withdraw_line(actor, line: PlanLine) -> Decision:
    waits = Decision.yes() if line.state == PlanState.PROPOSED else DECIDED
    return may_plan(actor, line.assessment) & waits


def may_change_template(actor, template: Template) -> Decision:
    ended = Decision.no(Reason("template.ended", "Mẫu này đã thôi dùng."))
    in_use = ended if template.ended_at else Decision.yes()
    return actor.may(ASSIGN, template.unit.path) & in_use


def may_change_template_line(actor, line: TemplateLine) -> Decision:
    return may_change_template(actor, line.template)


def _from_top(actor, assessment: Assessment) -> bool:
    """A leader of the place scores the heads of the place's own bodies; a head never scores one's
    own seat.
    """
    return any(
        grant.role == "leader" and assessment.unit.path.startswith(grant.path)
        for grant in actor.grants
    )
