"""What can be done to a set of standards, a requirement of a draft, an exemption."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.decision import Decision
from thenchot.people.queries import get_person, place_of
from thenchot.platform import jobs
from thenchot.platform.clock import today
from thenchot.platform.ui.actions import Action, Actions
from thenchot.standards import forms
from thenchot.standards.access import EDIT, EXEMPT, ISSUE
from thenchot.standards.queries import persons, sets
from thenchot.standards.rules.issuing import may_edit, may_revise
from thenchot.standards.services import drafting, issuing

ADDRESSED = _(
    "Chỉ điền những ô mà loại yêu cầu đã chọn cần đến. Phần “áp dụng cho” ở dưới: chọn nhiều "
    "điều kiện thì phải đủ tất cả; "
    "không chọn gì thì áp dụng cho mọi người."
)
ISSUED = _(
    "Đã ban hành. Bấm “Tính lại” trên trang Tiêu chuẩn để có số liệu ngay, hoặc chờ đến đêm."
)


# Who may, and when


def may_draft(actor, found) -> Decision:
    role = actor.may(EDIT, found.place)
    return may_edit(found.state) if role else role


def may_issue(actor, found) -> Decision:
    role = actor.may(ISSUE, found.place)
    return may_draft(actor, found) if role else role


def may_draw_up_anew(actor, found) -> Decision:
    role = actor.may(EDIT, found.place)
    return may_revise(found.state) if role else role


def may_exempt(actor, person) -> Decision:
    return actor.may(EXEMPT, place_of(person))


# What is done


@transaction.atomic
def _foresee(actor, draft, data):
    """Who would fall short: counted in a job, never in the request."""
    label = str(_("Xem trước ai sẽ thiếu chuẩn: %s")) % draft
    return jobs.start(
        actor,
        "thenchot.standards.jobs.foresee_draft",
        label=label[:200],
        unit_path=draft.place,
        set_id=draft.pk,
    )


def page_of_set(found) -> str:
    return reverse("set_detail", args=[found.pk])


def gaps_of(person) -> str:
    return reverse("person_gaps", args=[person.pk])


SET = Actions(
    code="set",
    get=sets.get_set,
    back=page_of_set,
    above=str,
    actions=(
        Action(
            name="revise",
            title=_("Soạn lần mới"),
            may=may_draw_up_anew,
            run=lambda actor, found, data: drafting.revise(actor, set_id=found.pk),
            done=_("Đã soạn dự thảo lần mới từ bộ đang áp dụng."),
            to=lambda found, draft: page_of_set(draft),
        ),
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda found: _("Sửa bộ tiêu chuẩn"),
            submit=_("Ghi"),
            form=forms.SetForm,
            initial=lambda actor, found: {name: getattr(found, name) for name in drafting.HEAD},
            may=may_draft,
            run=lambda actor, found, data: drafting.change_set(actor, set_id=found.pk, **data),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="requirement",
            route="requirement_new",
            address="requirements/new/",
            title=_("Thêm yêu cầu"),
            submit=_("Thêm"),
            note=ADDRESSED,
            form=forms.RequirementForm,
            takes=("owner",),
            may=may_draft,
            run=lambda actor, found, data: drafting.add_requirement(actor, set_id=found.pk, **data),
            done=_("Đã thêm yêu cầu."),
        ),
        Action(
            name="foresee",
            title=_("Xem trước ai sẽ thiếu"),
            may=may_draft,
            run=_foresee,
            done="",
            to=lambda found, job: reverse("job_detail", args=[job.pk]),
        ),
        Action(
            name="issue",
            title=_("Ban hành"),
            heading=lambda found: _("Ban hành bộ tiêu chuẩn"),
            form=forms.IssueForm,
            initial=lambda actor, found: {"basis": found.basis, "valid_from": today()},
            may=may_issue,
            run=lambda actor, found, data: issuing.issue(actor, set_id=found.pk, **data),
            done=ISSUED,
            tone="go",
        ),
    ),
)
REQUIREMENT = Actions(
    code="requirement",
    get=sets.get_requirement,
    back=lambda row: page_of_set(row.set),
    above=lambda row: str(row.set),
    actions=(
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda row: _("Sửa yêu cầu"),
            submit=_("Ghi"),
            note=ADDRESSED,
            form=forms.RequirementForm,
            takes=("row",),
            may=lambda actor, row: may_draft(actor, row.set),
            run=lambda actor, row, data: drafting.change_requirement(
                actor, requirement_id=row.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="drop",
            title=_("Bỏ"),
            may=lambda actor, row: may_draft(actor, row.set),
            run=lambda actor, row, data: drafting.drop_requirement(actor, requirement_id=row.pk),
            done=_("Dự thảo không còn yêu cầu này."),
            tone="quiet",
        ),
    ),
)
EXEMPTING = Actions(
    code="exemption",
    get=get_person,
    back=gaps_of,
    above=lambda person: person.full_name,
    actions=(
        Action(
            name="new",
            address="standards/exempt/",
            title=_("Miễn tiêu chuẩn"),
            submit=_("Ghi"),
            form=forms.ExemptionForm,
            takes=("person",),
            may=may_exempt,
            run=lambda actor, person, data: issuing.exempt(actor, person_id=person.pk, **data),
            done=_("Đã ghi miễn tiêu chuẩn."),
        ),
    ),
)
EXEMPTION = Actions(
    code="exemption",
    get=persons.get_exemption,
    back=lambda exemption: gaps_of(exemption.person),
    above=lambda exemption: exemption.person.full_name,
    actions=(
        Action(
            name="end",
            title=_("Kết thúc miễn"),
            heading=lambda exemption: f"{_('Kết thúc miễn')}: {exemption.requirement.name}",
            submit=_("Kết thúc"),
            form=forms.EndForm,
            may=lambda actor, exemption: may_exempt(actor, exemption.person),
            run=lambda actor, exemption, data: issuing.end_exemption(
                actor, exemption_id=exemption.pk, **data
            ),
            done=_("Đã kết thúc miễn tiêu chuẩn."),
        ),
    ),
)
