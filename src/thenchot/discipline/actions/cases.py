"""What can be done about a case, its steps and its pauses."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.discipline.access import DECIDE, EDIT
from thenchot.discipline.enums import STATE_SIDES, CaseState
from thenchot.discipline.forms import cases as forms
from thenchot.discipline.queries.cases import get_case, get_pause, get_step
from thenchot.discipline.services import cases as services
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions

CASES = _("Vụ việc kỷ luật")


def page_of(case) -> str:
    return reverse("discipline_case", args=[case.pk]) if case else reverse("discipline_case_list")


def _in_state(permission: str, state: str = CaseState.OPEN):
    def may(actor, case):
        return actor.may(permission, case.home.path) if case.state == state else False

    return may


def _may_seat(actor, case):
    has_council = case.side in STATE_SIDES and not case.former_id
    return _in_state(EDIT)(actor, case) if has_council else False


def _may_lengthen(actor, case):
    is_short = not case.complex_for and not case.former_id
    return _in_state(EDIT)(actor, case) if is_short else False


def _of_case(do):
    return lambda actor, case, data: do(actor, case_id=case.pk, **data)


CASE = Actions(
    code="discipline_case",
    get=get_case,
    back=page_of,
    above=lambda case: case or CASES,
    actions=(
        Action(
            name="new",
            title=_("+ Vụ việc"),
            heading=lambda _none: _("Mở vụ việc"),
            submit=_("Mở"),
            form=forms.CaseForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.open_case(actor, **data),
            done=_("Đã mở vụ việc với các bước và hạn quyết định."),
            to=lambda _none, case: page_of(case),
            on_thing=False,
        ),
        Action(
            name="from_finding",
            title=_("Từ phát hiện được chuyển"),
            heading=lambda _none: _("Mở vụ việc từ phát hiện qua kiểm tra"),
            submit=_("Mở"),
            form=forms.FromFindingForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.open_from_finding(actor, **data),
            done=_("Đã mở vụ việc với các bước và hạn quyết định."),
            to=lambda _none, case: page_of(case),
            on_thing=False,
        ),
        Action(
            name="council",
            title=_("+ Thành viên Hội đồng"),
            submit=_("Ghi"),
            form=forms.CouncilForm,
            takes=("actor",),
            may=_may_seat,
            run=_of_case(services.seat_member),
            done=_("Đã ghi vào Hội đồng."),
        ),
        Action(
            name="decide",
            title=_("Ghi quyết định"),
            heading=lambda case: _("Quyết định kỷ luật"),
            submit=_("Ghi quyết định"),
            form=forms.DecideForm,
            takes=("case",),
            may=_in_state(DECIDE),
            run=_of_case(services.decide),
            done=_("Đã ghi quyết định; hồ sơ cán bộ có dòng kỷ luật theo."),
            tone="go",
        ),
        Action(
            name="end",
            title=_("Kết thúc không kỷ luật"),
            submit=_("Ghi"),
            form=forms.EndForm,
            may=_in_state(DECIDE),
            run=_of_case(services.end_without),
            done=_("Đã kết thúc vụ việc."),
        ),
        Action(
            name="complex",
            title=_("Vụ việc phức tạp"),
            submit=_("Kéo dài thời hạn"),
            form=forms.ComplexForm,
            may=_may_lengthen,
            run=_of_case(services.mark_complex),
            done=_("Đã tính lại hạn quyết định."),
            tone="quiet",
        ),
        Action(
            name="pause",
            title=_("Tạm dừng"),
            submit=_("Tạm dừng"),
            form=forms.PauseForm,
            may=_in_state(EDIT),
            run=_of_case(services.pause),
            done=_("Đã tạm dừng; thời gian này không tính vào thời hạn."),
            tone="quiet",
        ),
        Action(
            name="revoke",
            title=_("Hủy quyết định"),
            submit=_("Hủy"),
            form=forms.RevokeForm,
            may=_in_state(DECIDE, CaseState.DECIDED),
            run=_of_case(services.revoke),
            done=_("Đã hủy; tính hạn công bố cho người bị kỷ luật oan, sai."),
            tone="quiet",
        ),
    ),
)


def _may_finish(actor, step):
    return False if step.done_on else _in_state(EDIT)(actor, step.case)


STEP = Actions(
    code="discipline_step",
    get=get_step,
    back=lambda step: page_of(step.case),
    above=lambda step: step.case,
    actions=(
        Action(
            name="finish",
            title=_("Ghi bước này"),
            heading=lambda step: step.name,
            submit=_("Ghi"),
            form=forms.StepForm,
            takes=("step",),
            may=_may_finish,
            run=lambda actor, step, data: services.finish_step(actor, step_id=step.pk, **data),
            done=_("Đã ghi."),
            tone="go",
        ),
    ),
)


def _may_resume(actor, pause):
    return False if pause.ends_on else _in_state(EDIT)(actor, pause.case)


PAUSE = Actions(
    code="discipline_pause",
    get=get_pause,
    back=lambda pause: page_of(pause.case),
    above=lambda pause: pause.case,
    actions=(
        Action(
            name="resume",
            title=_("Tiếp tục"),
            heading=lambda pause: pause,
            submit=_("Ghi"),
            form=forms.ResumeForm,
            may=_may_resume,
            run=lambda actor, pause, data: services.resume(actor, pause_id=pause.pk, **data),
            done=_("Đã tiếp tục; hạn quyết định lùi theo số ngày tạm dừng."),
        ),
    ),
)
