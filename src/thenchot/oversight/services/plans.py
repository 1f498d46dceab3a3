"""A plan is drawn up, its lines are put in, a second person approves; an addition is a new
version.
"""

from datetime import date

from django.db import transaction
from django.db.models import Max

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import lock_unit
from thenchot.oversight.access import APPROVE, EDIT
from thenchot.oversight.enums import PlanState
from thenchot.oversight.models import Plan, PlanLine
from thenchot.oversight.queries.plans import get_line, get_plan, lines_of
from thenchot.oversight.rules import planning as rules
from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import require

COPIED = (
    "number",
    "form",
    "direction",
    "subject",
    "theme",
    "content",
    "programme",
    "quarter",
    "is_sensitive",
    "is_focus",
    "bodies",
)


@transaction.atomic
def draw_up(
    actor,
    *,
    unit_id: int,
    level: str,
    year_from: int,
    year_to: int,
    name: str,
    basis: str = "",
) -> Plan:
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    rules.may_plan(level, year_from, year_to).or_refuse()
    before = Plan.objects.filter(unit=home, level=level, year_from=year_from)
    if before.exists():
        refuse(
            "oversight.plan_there",
            "Đã có kế hoạch cho thời gian này; mở kế hoạch đó và bấm “Bổ sung, điều chỉnh”.",
        )
    made = Plan.objects.create(
        unit=home,
        level=level,
        year_from=year_from,
        year_to=year_to,
        name=tidy(nfc(name)),
        basis=tidy(nfc(basis)),
        drawn_up_by_id=actor.account_id,
    )
    record(actor, "oversight_plan_drawn_up", subject=made, unit_path=home.path, called=made.name)
    return made


@transaction.atomic
def amend(actor, *, plan_id: int, basis: str) -> Plan:
    """A new version with the lines of the one in force (S4-088)."""
    plan = get_plan(actor, plan_id)
    require(actor, EDIT, plan.unit.path)
    home = lock_unit(actor, plan.unit_id)
    if plan.state != PlanState.APPROVED:
        refuse("oversight.not_in_force", "Chỉ bổ sung vào kế hoạch đang có hiệu lực.")
    same = Plan.objects.filter(unit=home, level=plan.level, year_from=plan.year_from)
    if same.filter(state=PlanState.DRAFT).exists():
        refuse("oversight.draft_there", "Đang có bản dự thảo bổ sung; làm tiếp trên bản đó.")
    made = Plan.objects.create(
        unit=home,
        level=plan.level,
        year_from=plan.year_from,
        year_to=plan.year_to,
        name=plan.name,
        basis=tidy(nfc(basis)),
        version=plan.version + 1,
        former=plan,
        drawn_up_by_id=actor.account_id,
    )
    PlanLine.objects.bulk_create(
        PlanLine(plan=made, **{name: getattr(line, name) for name in COPIED})
        for line in lines_of(plan)
    )
    record(actor, "oversight_plan_amended", subject=made, unit_path=home.path, called=made.name)
    return made


@transaction.atomic
def add_line(
    actor,
    *,
    plan_id: int,
    form: str,
    direction: str,
    subject,
    theme: str,
    content: str,
    programme=None,
    quarter: int = 0,
    is_sensitive: bool = False,
    is_focus: bool = False,
    bodies: str = "",
) -> PlanLine:
    plan = _draft(actor, plan_id)
    last = plan.lines.aggregate(last=Max("number"))["last"] or 0
    made = PlanLine.objects.create(
        plan=plan,
        number=last + 1,
        form=form,
        direction=direction,
        subject=subject,
        theme=theme,
        content=tidy(nfc(content)),
        programme=programme,
        quarter=quarter,
        is_sensitive=is_sensitive,
        is_focus=is_focus,
        bodies=tidy(nfc(bodies)),
    )
    record(
        actor,
        "oversight_line_added",
        subject=made,
        unit_path=plan.unit.path,
        called=str(made),
    )
    return made


@transaction.atomic
def drop_line(actor, *, line_id: int) -> Plan:
    line = get_line(actor, line_id)
    plan = _draft(actor, line.plan_id)
    record(
        actor,
        "oversight_line_dropped",
        subject=plan,
        unit_path=plan.unit.path,
        called=str(line),
    )
    line.is_dropped = True
    line.save(update_fields=["is_dropped"])
    return plan


@transaction.atomic
def approve(actor, *, plan_id: int, decision: str, decided_on: date) -> Plan:
    """By somebody other than who drew it up; takes the place of the version before."""
    plan = get_plan(actor, plan_id)
    require(actor, APPROVE, plan.unit.path)
    plan = Plan.objects.select_for_update(of=("self",)).select_related("unit").get(pk=plan.pk)
    if plan.state != PlanState.DRAFT:
        refuse("oversight.decided", "Kế hoạch này đã được phê duyệt.")
    if plan.drawn_up_by_id == actor.account_id:
        refuse("oversight.second_person", "Người lập kế hoạch không tự phê duyệt.")
    if not plan.lines.filter(is_dropped=False).exists():
        refuse("oversight.empty", "Kế hoạch chưa có nội dung nào; thêm trước khi phê duyệt.")
    same = Plan.objects.filter(unit=plan.unit, level=plan.level, year_from=plan.year_from)
    same.filter(state=PlanState.APPROVED).update(state=PlanState.REPLACED)
    plan.state, plan.decision, plan.decided_on = (
        PlanState.APPROVED,
        tidy(nfc(decision)),
        decided_on,
    )
    plan.approved_by_id = actor.account_id
    plan.save(update_fields=["state", "decision", "decided_on", "approved_by"])
    record(actor, "oversight_plan_approved", subject=plan, unit_path=plan.unit.path)
    return plan


def _draft(actor, plan_id: int) -> Plan:
    plan = get_plan(actor, plan_id)
    require(actor, EDIT, plan.unit.path)
    if plan.state != PlanState.DRAFT:
        refuse(
            "oversight.not_draft",
            "Kế hoạch đã phê duyệt không sửa được; bấm “Bổ sung, điều chỉnh”.",
        )
    return plan
