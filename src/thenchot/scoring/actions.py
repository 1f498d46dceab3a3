"""What can be done to a sheet, its lines, faults, causes and objections: by its person, and by
whoever scores it.
"""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.queries.products import products_for
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import over
from thenchot.platform.ui.actions import Action, Actions
from thenchot.scoring import forms
from thenchot.scoring.access import CONFIRM_CAUSE
from thenchot.scoring.queries import lines
from thenchot.scoring.services import causes, closing, marking, objecting, self_reporting
from thenchot.worklog.access import is_own, may_score
from thenchot.worklog.enums import CauseState
from thenchot.worklog.forms.fields import ReasonForm
from thenchot.worklog.queries.assessments import get_assessment
from thenchot.worklog.queries.periods import key_of

# Where one comes from, and goes back to


def own_page(assessment) -> str:
    return reverse("my_month") + f"?assessment={assessment.pk}"


def page_of(assessment) -> str:
    return reverse("assessment_detail", args=[assessment.pk])


def unit_page(assessment) -> str:
    practice = "&practice=1" if assessment.is_practice else ""
    page = reverse("unit_month", args=[assessment.unit_id])
    return f"{page}?period={key_of(assessment.span)}{practice}"


def page_of_line(line) -> str:
    return page_of(line.sheet)


# Who may, and when


def may_mark(actor, assessment):
    """Whoever scores the sheet, while it is open."""
    decision = may_score(actor, assessment)
    return decision if not decision else not assessment.is_closed


def may_reopen(actor, assessment):
    decision = may_score(actor, assessment)
    return decision if not decision else assessment.is_closed


def may_mark_line(actor, line):
    return may_score(actor, line.sheet)


def may_write(actor, assessment) -> bool:
    return is_own(actor, assessment) and not assessment.is_closed


def may_drop(actor, work) -> bool:
    """Only what one wrote oneself; what was given is given back."""
    return work.source == "own"


def may_give_back(actor, work) -> bool:
    return work.source != "own" and work.done < work.assigned


def may_report(actor, work) -> bool:
    return work.source != "own"


def may_note_fault(actor, work):
    decision = may_mark_line(actor, work)
    return decision if not decision else bool(work.done or work.added)


ASSESSMENT = Actions(
    code="assessment",
    get=get_assessment,
    back=page_of,
    above=str,
    actions=(
        Action(
            name="unscored",
            title=_("Không chấm kỳ này"),
            heading=lambda assessment: _("Không chấm điểm kỳ này"),
            submit=_("Ghi"),
            form=forms.UnscoredForm,
            initial=lambda actor, assessment: {"reason": assessment.not_scored},
            may=may_mark,
            run=lambda actor, assessment, data: marking.leave_unscored(
                actor, assessment_id=assessment.pk, **data
            ),
            done="",
        ),
        Action(
            name="close",
            title=_("Chốt"),
            may=may_mark,
            run=lambda actor, assessment, data: closing.close_assessment(
                actor, assessment_id=assessment.pk
            ),
            done=lambda assessment, result: (
                gettext("Đã chốt phiếu của %s.") % assessment.person.full_name
            ),
            to=lambda assessment, result: unit_page(assessment),
            tone="go",
        ),
        Action(
            name="reopen",
            title=_("Mở lại"),
            heading=lambda assessment: _("Mở lại kỳ đã chốt"),
            form=ReasonForm,
            may=may_reopen,
            run=lambda actor, assessment, data: closing.reopen_assessment(
                actor, assessment_id=assessment.pk, **data
            ),
            done=_("Đã mở lại; kết quả cũ được giữ kèm lý do."),
        ),
    ),
)


def _propose_cause(actor, assessment, data):
    """What kept the work of the unit of this sheet back; a head confirms it for everybody."""
    return causes.propose_cause(actor, unit_id=assessment.unit_id, **data)


CAUSE_OF_SHEET = Actions(
    code="cause",
    get=get_assessment,
    back=page_of,
    above=lambda assessment: assessment.span.label_vi(),
    actions=(
        Action(
            name="new",
            title=_("Nêu nguyên nhân khách quan"),
            heading=lambda assessment: _("Nguyên nhân khách quan"),
            submit=_("Nêu"),
            form=forms.CauseForm,
            initial=lambda actor, assessment: {"starts_on": today()},
            run=_propose_cause,
            done=_("Đã nêu nguyên nhân; chờ người có thẩm quyền xác nhận."),
            to=lambda assessment, cause: page_of(assessment),
            address="cause/",
        ),
    ),
)


def _add_work(actor, assessment, data):
    product = data.pop("product_found", None)
    data.pop("product", None)
    return self_reporting.add_work(
        actor, assessment_id=assessment.pk, product_id=product and product.pk, **data
    )


OWN = Actions(
    code="own",
    get=lines.get_own,
    back=own_page,
    above=lambda assessment: assessment.span.label_vi(),
    actions=(
        Action(
            name="work",
            title=_("+ Việc phát sinh"),
            heading=lambda assessment: _("Việc phát sinh"),
            submit=_("Ghi"),
            form=forms.WorkForm,
            takes=("assessment",),
            may=may_write,
            run=_add_work,
            done=_("Đã ghi việc phát sinh."),
            tone="go",
            template="catalogue/product_form.html",
            more=lambda actor, assessment: {
                "products": products_for(assessment.unit, assessment.ends_on)
            },
            route="work_new",
            address="work/new/",
        ),
        Action(
            name="object",
            title=_("Gửi kiến nghị"),
            heading=lambda assessment: _("Kiến nghị về kết quả"),
            submit=_("Gửi"),
            form=forms.ObjectionForm,
            run=lambda actor, assessment, data: objecting.object_to(
                actor, assessment_id=assessment.pk, **data
            ),
            done=_("Đã gửi kiến nghị."),
            route="objection_new",
            address="objection/",
            is_offered=False,
        ),
    ),
)
OWN_WORK = Actions(
    code="work",
    get=lines.get_own_work,
    back=lambda work: own_page(work.sheet),
    above=lambda work: work.sheet.span.label_vi(),
    actions=(
        Action(
            name="drop",
            title=_("Bỏ dòng"),
            may=may_drop,
            run=lambda actor, work, data: self_reporting.drop_own_work(actor, work_id=work.pk),
            done=_("Đã bỏ dòng ghi nhầm."),
            tone="quiet",
        ),
        Action(
            name="done",
            title=_("Báo kết quả"),
            heading=lambda work: f"{gettext('Báo kết quả')}: {work.name}",
            submit=_("Ghi"),
            form=forms.DoneForm,
            initial=lambda actor, work: forms.done_so_far(work),
            may=may_report,
            run=lambda actor, work, data: self_reporting.report_done(
                actor, work_id=work.pk, **data
            ),
            done=_("Đã ghi kết quả."),
        ),
        Action(
            name="give_back",
            title=_("Trả lại"),
            heading=lambda work: f"{gettext('Trả lại việc không làm được')}: {work.name}",
            form=forms.GiveBackForm,
            initial=lambda actor, work: {"quantity": work.assigned - work.returned - work.done},
            may=may_give_back,
            run=lambda actor, work, data: self_reporting.give_back(actor, work_id=work.pk, **data),
            done=_("Đã trả lại; phần trả lại vẫn tính là được giao."),
            tone="quiet",
            address="back/",
        ),
    ),
)
WORK = Actions(
    code="work",
    get=lines.get_work,
    back=page_of_line,
    above=lambda work: str(work.sheet),
    actions=(
        Action(
            name="fault",
            title=_("Ghi lỗi"),
            heading=lambda work: f"{gettext('Ghi lỗi')}: {work.name}",
            submit=_("Ghi"),
            form=forms.FaultForm,
            may=may_note_fault,
            run=lambda actor, work, data: marking.note_fault(actor, work_id=work.pk, **data),
            done=_("Đã ghi lỗi."),
            route="fault_new",
        ),
        Action(
            name="split",
            title=_("Chia"),
            heading=lambda work: f"{gettext('Chia sản phẩm chung')}: {work.name}",
            form=forms.SplitForm,
            takes=("actor", "work"),
            may=may_note_fault,
            run=lambda actor, work, data: marking.split_work(actor, work_id=work.pk, shares=data),
            done=_("Đã chia sản phẩm."),
            tone="quiet",
        ),
    ),
)
FAULT = Actions(
    code="fault",
    get=lines.get_fault,
    back=page_of_line,
    above=lambda fault: str(fault.sheet),
    actions=(
        Action(
            name="withdraw",
            title=_("bỏ"),
            heading=lambda fault: _("Bỏ lỗi đã ghi"),
            submit=_("Bỏ"),
            form=ReasonForm,
            may=may_mark_line,
            run=lambda actor, fault, data: marking.withdraw_fault(actor, fault_id=fault.pk, **data),
            done="",
        ),
    ),
)
OBJECTION = Actions(
    code="objection",
    get=lines.get_objection,
    back=page_of_line,
    above=lambda objection: str(objection.sheet),
    actions=(
        Action(
            name="settle",
            title=_("Giải quyết"),
            heading=lambda objection: _("Giải quyết kiến nghị"),
            submit=_("Trả lời"),
            form=forms.SettleForm,
            may=may_mark_line,
            run=lambda actor, objection, data: objecting.settle_objection(
                actor, objection_id=objection.pk, **data
            ),
            done=_("Đã trả lời kiến nghị."),
        ),
    ),
)


def _page_of_unit(cause) -> str:
    return reverse("unit_month", args=[cause.unit_id])


def _may_decide(actor, cause):
    """Whoever confirms causes of the place, once."""
    decision = over(CONFIRM_CAUSE)(actor, cause)
    return decision if not decision else cause.state == CauseState.PROPOSED


def _decide(is_confirmed: bool):
    return lambda actor, cause, data: causes.decide_cause(
        actor, cause_id=cause.pk, is_confirmed=is_confirmed
    )


CAUSE = Actions(
    code="cause",
    get=lines.get_cause,
    back=_page_of_unit,
    above=str,
    actions=(
        Action(
            name="confirm",
            title=_("Xác nhận cho mọi người bị ảnh hưởng"),
            may=_may_decide,
            run=_decide(True),
            done=_("Đã xác nhận cho mọi người bị ảnh hưởng."),
        ),
        Action(
            name="refuse",
            title=_("Không chấp nhận"),
            may=_may_decide,
            run=_decide(False),
            done=_("Đã ghi không chấp nhận."),
            tone="quiet",
        ),
    ),
)
