"""What can be done to a class, and to somebody who is sent to it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.decision import Decision
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.policy.parameters import TrainingPolicy
from thenchot.training.access import EDIT, PROPOSE, RECORD, VERIFY
from thenchot.training.enums import ClassState
from thenchot.training.enums import EnrolmentState as State
from thenchot.training.forms import classes as forms
from thenchot.training.forms.curricula import OpinionForm
from thenchot.training.queries.classes import get_class, get_enrolment
from thenchot.training.queries.opinions import own_place
from thenchot.training.rules import enrolling as rules
from thenchot.training.rules.rating import may_rate
from thenchot.training.services import classes as services
from thenchot.training.services import enrolling
from thenchot.training.services.opinions import say_opinion


def page_of(held_in) -> str:
    return (
        reverse("training_class", args=[held_in.pk]) if held_in else reverse("training_class_list")
    )


def _open_to(permission: str):
    def may(actor, held_in) -> bool:
        path = held_in.kept_at if permission == RECORD else held_in.unit.path
        return held_in.is_open and bool(actor.may(permission, path))

    return may


def _may_propose(actor, held_in) -> bool:
    return held_in.is_open and actor.has(PROPOSE)


def _may_close(actor, held_in) -> Decision | bool:
    if not _open_to(EDIT)(actor, held_in):
        return False
    return rules.may_close(held_in.ends_on, today(), held_in.waiting)


def _may_rate(actor, held_in) -> Decision | bool:
    """Offered to participants alone."""
    place = own_place(actor, held_in)
    if place is None or held_in.state == ClassState.CANCELLED:
        return False
    policy = policies.in_force(TrainingPolicy, path=held_in.unit.path, on=today())
    return may_rate(
        is_present=True,
        has_rated=place.has_rated,
        ends_on=held_in.ends_on,
        on=today(),
        within_days=policy.opinion_days,
    )


CLASS = Actions(
    code="training_class",
    get=get_class,
    back=page_of,
    above=lambda held_in: held_in or _("Lớp đào tạo, bồi dưỡng"),
    actions=(
        Action(
            name="new",
            title=_("Mở lớp ngoài kế hoạch"),
            submit=_("Mở lớp"),
            form=forms.NewClassForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.open_class(actor, **data),
            done=_("Đã mở lớp."),
            to=lambda _none, held_in: page_of(held_in),
            on_thing=False,
        ),
        Action(
            name="propose",
            title=_("Đề nghị cử người"),
            heading=lambda held_in: _("Đề nghị cử người đi học"),
            submit=_("Đề nghị"),
            form=forms.ProposeForm,
            takes=("actor", "held_in"),
            may=_may_propose,
            run=lambda actor, held_in, data: enrolling.propose_person(
                actor, class_id=held_in.pk, **data
            ),
            done=_("Đã ghi đề nghị."),
        ),
        Action(
            name="session",
            title=_("Thêm buổi học"),
            heading=lambda held_in: _("Thêm buổi học"),
            submit=_("Thêm"),
            form=forms.SessionForm,
            initial=lambda actor, held_in: {"on": held_in.starts_on},
            may=_open_to(RECORD),
            run=lambda actor, held_in, data: services.add_session(
                actor, class_id=held_in.pk, **data
            ),
            done=_("Đã thêm buổi học."),
        ),
        Action(
            name="opinion",
            title=_("Góp ý về lớp"),
            heading=lambda held_in: _("Góp ý về lớp") + f": {held_in}",
            note=_("1 là rất không tốt, 5 là rất tốt. Góp ý không ghi tên."),
            submit=_("Gửi góp ý"),
            form=OpinionForm,
            may=_may_rate,
            run=lambda actor, held_in, data: say_opinion(actor, class_id=held_in.pk, **data),
            done=_("Cảm ơn ông (bà) đã góp ý."),
            tone="go",
        ),
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda held_in: _("Sửa lớp"),
            submit=_("Ghi"),
            form=forms.ClassForm,
            takes=("actor",),
            initial=lambda actor, held_in: forms.ClassForm.values_of(held_in),
            may=_open_to(EDIT),
            run=lambda actor, held_in, data: services.change_class(
                actor, class_id=held_in.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="close",
            title=_("Kết thúc lớp"),
            may=_may_close,
            run=lambda actor, held_in, data: services.close_class(actor, class_id=held_in.pk),
            done=_("Đã kết thúc lớp."),
            ask=_("Kết thúc lớp? Sau đó không ghi thêm được."),
            tone="quiet",
        ),
        Action(
            name="cancel",
            title=_("Hủy lớp"),
            heading=lambda held_in: _("Hủy lớp"),
            submit=_("Hủy lớp"),
            form=forms.NoteForm,
            may=_open_to(EDIT),
            run=lambda actor, held_in, data: services.cancel_class(
                actor, class_id=held_in.pk, **data
            ),
            done=_("Đã hủy lớp."),
            tone="quiet",
        ),
    ),
)


def _step(permission: str, to: State):
    """For whoever holds the permission over the person, while the class is open."""

    def may(actor, enrolment) -> Decision | bool:
        held_in = enrolment.held_in
        keeps = permission == RECORD and actor.may(RECORD, held_in.kept_at)
        if not held_in.is_open or not (keeps or actor.may(permission, enrolment.unit.path)):
            return False
        return rules.may_step(enrolment.state, to)

    return may


def _may_withdraw(actor, enrolment) -> Decision | bool:
    permission = EDIT if enrolment.state == State.NOMINATED else PROPOSE
    return _step(permission, State.WITHDRAWN)(actor, enrolment)


def _may_verify(actor, enrolment) -> Decision | bool:
    if not enrolment.held_in.is_open or not actor.may(VERIFY, enrolment.unit.path):
        return False
    return rules.may_verify(
        enrolment.state,
        enrolment.recorded_by_id,
        enrolment.person.account_id,
        actor.account_id,
    )


def _may_return(actor, enrolment) -> bool:
    return enrolment.state == State.COMPLETED and bool(_may_verify(actor, enrolment))


ENROLMENT = Actions(
    code="enrolment",
    get=get_enrolment,
    back=lambda enrolment: page_of(enrolment.held_in if enrolment else None),
    above=lambda enrolment: enrolment.held_in if enrolment else _("Lớp đào tạo, bồi dưỡng"),
    actions=(
        Action(
            name="send",
            title=_("Cử đi học"),
            heading=lambda row: _("Quyết định cử đi học") + (f": {row.person}" if row else ""),
            submit=_("Ghi quyết định"),
            form=forms.SendForm,
            may=_step(EDIT, State.NOMINATED),
            run=lambda actor, row, data: enrolling.send_person(actor, enrolment_id=row.pk, **data),
            done=_("Đã ghi quyết định cử đi học."),
            together=True,
        ),
        Action(
            name="result",
            title=_("Ghi kết quả"),
            heading=lambda row: _("Kết quả học tập") + (f": {row.person}" if row else ""),
            submit=_("Ghi"),
            form=forms.ResultForm,
            initial=lambda actor, row: row and {"completed_on": row.held_in.ends_on},
            may=_step(RECORD, State.COMPLETED),
            run=lambda actor, row, data: enrolling.record_result(
                actor, enrolment_id=row.pk, **data
            ),
            done=_("Đã ghi kết quả; chờ người thứ hai xác nhận."),
            together=True,
        ),
        Action(
            name="verify",
            title=_("Xác nhận"),
            may=_may_verify,
            run=lambda actor, row, data: enrolling.verify_result(actor, enrolment_id=row.pk),
            done=_("Đã xác nhận; văn bằng, chứng chỉ đã vào hồ sơ."),
            together=True,
            tone="go",
        ),
        Action(
            name="return",
            title=_("Trả lại"),
            heading=lambda row: _("Kết quả cần sửa") + f": {row.person}",
            submit=_("Trả lại"),
            form=forms.ReasonForm,
            may=_may_return,
            run=lambda actor, row, data: enrolling.return_result(
                actor, enrolment_id=row.pk, **data
            ),
            done=_("Đã trả lại để ghi lại kết quả."),
            tone="quiet",
        ),
        Action(
            name="fail",
            title=_("Không hoàn thành"),
            heading=lambda row: _("Không hoàn thành") + f": {row.person}",
            submit=_("Ghi"),
            form=forms.ReasonForm,
            may=_step(RECORD, State.FAILED),
            run=lambda actor, row, data: enrolling.record_failure(
                actor, enrolment_id=row.pk, **data
            ),
            done=_("Đã ghi."),
            tone="quiet",
        ),
        Action(
            name="withdraw",
            title=_("Rút"),
            heading=lambda row: _("Rút khỏi lớp") + f": {row.person}",
            submit=_("Rút"),
            form=forms.ReasonForm,
            may=_may_withdraw,
            run=lambda actor, row, data: enrolling.withdraw_person(
                actor, enrolment_id=row.pk, **data
            ),
            done=_("Đã ghi rút khỏi lớp."),
            tone="quiet",
        ),
    ),
)
