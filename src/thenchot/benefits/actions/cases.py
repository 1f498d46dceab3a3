"""What can be done to a case."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.benefits.access import APPROVE, COUNT, EDIT
from thenchot.benefits.enums import CaseState
from thenchot.benefits.forms import cases as forms
from thenchot.benefits.forms.policies import HomeForm
from thenchot.benefits.queries.cases import get_case
from thenchot.benefits.rules import running as rules
from thenchot.benefits.services import cases as services
from thenchot.platform import jobs
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions

CASES = _("Hồ sơ chế độ, chính sách")


def page_of(case) -> str:
    return reverse("benefit_case", args=[case.pk]) if case else reverse("benefit_case_list")


def _held(permission: str, then):
    """Whoever holds the permission and whose case it is not, when `then` allows too."""

    def may(actor, case):
        role = actor.may(permission, case.unit.path)
        if not role:
            return role
        own = rules.may_act(case.person.account_id, actor.account_id)
        return then(actor, case) if own else own

    return may


def _approving(actor, case):
    return rules.may_approve(case.state, case.submitted_by_id, actor.account_id)


def _submitting(actor, case):
    return rules.may_submit(case.state, case.group, case.once, case.monthly)


def _repaying(actor, case):
    return bool(case.repay) and case.repaid_on is None


@transaction.atomic
def _find(actor, unit_id: int):
    """Over everybody of the place: in a job."""
    home = HomeForm({"unit": unit_id}, actor=actor)
    home.is_valid()
    return jobs.start(
        actor,
        "thenchot.benefits.jobs.find",
        label=str(_("Tìm người được hưởng chế độ")),
        unit_path=home.cleaned_data["unit"].path,
        home_id=unit_id,
    )


CASE = Actions(
    code="benefit_case",
    get=get_case,
    back=page_of,
    above=lambda case: case or CASES,
    actions=(
        Action(
            name="find",
            title=_("Tìm người được hưởng"),
            submit=_("Tìm"),
            form=HomeForm,
            takes=("actor",),
            note=_("Hệ thống tự tìm mỗi đêm; bấm ở đây để tìm ngay, trong một việc nền."),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: _find(actor, **data),
            done="",
            to=lambda _none, job: reverse("job_detail", args=[job.pk]),
            on_thing=False,
        ),
        Action(
            name="new",
            title=_("Lập hồ sơ chế độ"),
            submit=_("Lập"),
            form=forms.NewCaseForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.open_case(actor, **data),
            done=_("Đã lập hồ sơ và tính mức hưởng."),
            to=lambda _none, case: page_of(case),
            on_thing=False,
        ),
        Action(
            name="talent",
            title=_("Lập hồ sơ thu hút người có tài năng"),
            submit=_("Lập"),
            form=forms.TalentForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.open_case(actor, **data),
            done=_("Đã lập hồ sơ và tính mức hưởng."),
            to=lambda _none, case: page_of(case),
            on_thing=False,
        ),
        Action(
            name="prepare",
            title=_("Số liệu tính"),
            heading=lambda case: _("Số liệu để tính mức hưởng"),
            submit=_("Tính"),
            form=forms.PrepareForm,
            takes=("case",),
            initial=lambda actor, case: forms.PrepareForm.values_of(case),
            may=_held(COUNT, lambda actor, case: rules.may_prepare(case.state)),
            run=lambda actor, case, data: services.prepare_case(actor, case_id=case.pk, **data),
            done=_("Đã tính mức hưởng."),
        ),
        Action(
            name="override",
            title=_("Ghi mức hưởng"),
            heading=lambda case: _("Ghi mức hưởng kèm căn cứ"),
            submit=_("Ghi"),
            form=forms.OverrideForm,
            initial=lambda actor, case: forms.OverrideForm.values_of(case),
            note=_("Thay cho mức hệ thống tính; các dòng tính vẫn được giữ bên cạnh."),
            may=_held(COUNT, lambda actor, case: case.state == CaseState.PREPARED),
            run=lambda actor, case, data: services.override_amount(actor, case_id=case.pk, **data),
            done=_("Đã ghi mức hưởng."),
            tone="quiet",
        ),
        Action(
            name="submit",
            title=_("Trình duyệt"),
            may=_held(EDIT, _submitting),
            run=lambda actor, case, data: services.submit_case(actor, case_id=case.pk),
            done=_("Đã trình."),
            ask=_("Trình hồ sơ? Sau khi trình thì không sửa được số liệu."),
            tone="go",
            together=True,
        ),
        Action(
            name="approve",
            title=_("Duyệt"),
            heading=lambda case: _("Duyệt hồ sơ chế độ"),
            submit=_("Duyệt"),
            form=forms.ApproveForm,
            may=_held(APPROVE, _approving),
            run=lambda actor, case, data: services.approve_case(actor, case_id=case.pk, **data),
            done=_("Đã duyệt; khoản này vào danh sách chi trả kế tiếp."),
            tone="go",
            together=True,
        ),
        Action(
            name="return",
            title=_("Trả lại"),
            heading=lambda case: _("Trả lại hồ sơ"),
            submit=_("Trả lại"),
            form=forms.ReasonForm,
            may=_held(APPROVE, _approving),
            run=lambda actor, case, data: services.return_case(actor, case_id=case.pk, **data),
            done=_("Đã trả lại hồ sơ."),
            tone="quiet",
        ),
        Action(
            name="refuse",
            title=_("Không được hưởng"),
            heading=lambda case: _("Không được hưởng, lý do"),
            submit=_("Ghi"),
            form=forms.ReasonForm,
            may=_held(APPROVE, _approving),
            run=lambda actor, case, data: services.refuse_case(actor, case_id=case.pk, **data),
            done=_("Đã ghi lý do không được hưởng."),
            tone="quiet",
        ),
        Action(
            name="withdraw",
            title=_("Rút hồ sơ"),
            heading=lambda case: _("Rút hồ sơ"),
            submit=_("Rút"),
            form=forms.ReasonForm,
            may=_held(EDIT, lambda actor, case: rules.may_withdraw(case.state)),
            run=lambda actor, case, data: services.withdraw_case(actor, case_id=case.pk, **data),
            done=_("Đã rút hồ sơ."),
            tone="quiet",
        ),
        Action(
            name="left",
            title=_("Nghỉ trước hạn cam kết"),
            heading=lambda case: _("Nghỉ trước hạn cam kết"),
            submit=_("Tính hoàn trả"),
            form=forms.LeftForm,
            may=_held(EDIT, lambda actor, case: services.may_note_left(case)),
            run=lambda actor, case, data: services.note_left(actor, case_id=case.pk, **data),
            done=_("Đã ghi và tính số phải hoàn trả."),
            tone="quiet",
        ),
        Action(
            name="repaid",
            title=_("Đã hoàn trả"),
            heading=lambda case: _("Đã hoàn trả"),
            submit=_("Ghi"),
            form=forms.RepaidForm,
            may=_held(COUNT, _repaying),
            run=lambda actor, case, data: services.note_repaid(actor, case_id=case.pk, **data),
            done=_("Đã ghi hoàn trả."),
        ),
    ),
)
