"""What can be done to a turn, and to a promise."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.reception.access import DECIDE, EDIT
from thenchot.reception.actions.sessions import page_of_visit, told_code
from thenchot.reception.enums import DirectionState, VisitState
from thenchot.reception.forms import visits as forms
from thenchot.reception.forms.sessions import ReasonForm
from thenchot.reception.labels import GROUND
from thenchot.reception.queries.policy import answer_clock, refusal_clock
from thenchot.reception.queries.visits import get_direction, get_visit
from thenchot.reception.services import promises
from thenchot.reception.services import visits as services

IN_BOOK = (VisitState.RECEIVED, VisitState.ANSWERED, VisitState.CLOSED)
OPEN = (DirectionState.OPEN, DirectionState.REOPENED)


def back_of(visit) -> str:
    return page_of_visit(visit) if visit else reverse("citizen_visit_list")


def _in(permission: str, *states: str, also=lambda visit: True):
    def may(actor, visit):
        if visit.state not in states or not also(visit):
            return False
        return actor.may(permission, visit.unit.path)

    return may


def _is_here(visit) -> bool:
    return visit.slot is None or visit.slot.on <= today()


def _asks_notice(visit) -> bool:
    return visit.is_written and not visit.refusal_on


def _is_again(visit) -> bool:
    return visit.before_id is None and bool(visit.identity_no)


def known(_actor, visit) -> dict:
    """What the citizen wrote when booking."""
    names = ("full_name", "address", "phone", "identity_no", "summary")
    return {name: getattr(visit, name) for name in names}


VISIT = Actions(
    code="citizen_visit",
    get=get_visit,
    back=back_of,
    above=lambda visit: visit or _("Sổ tiếp công dân"),
    actions=(
        Action(
            name="walk_in",
            title=_("Ghi lượt tiếp"),
            submit=_("Ghi vào sổ"),
            form=forms.WalkInForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.walk_in(actor, **data),
            done=told_code,
            to=lambda _none, result: page_of_visit(result[0]),
            on_thing=False,
        ),
        Action(
            name="receive",
            title=_("Tiếp"),
            heading=lambda visit: visit,
            submit=_("Ghi vào sổ"),
            form=forms.BookForm,
            initial=known,
            may=_in(EDIT, VisitState.BOOKED, VisitState.ABSENT, also=_is_here),
            run=lambda actor, visit, data: services.receive_visit(actor, visit_id=visit.pk, **data),
            done=_("Đã ghi vào sổ tiếp công dân."),
            tone="go",
        ),
        Action(
            name="answer",
            title=_("Trả lời"),
            heading=lambda visit: visit,
            submit=_("Ghi trả lời"),
            form=forms.AnswerForm,
            note=lambda visit: answer_clock(visit).arithmetic,
            may=_in(EDIT, VisitState.RECEIVED),
            run=lambda actor, visit, data: services.answer_visit(actor, visit_id=visit.pk, **data),
            done=_("Đã ghi trả lời; công dân đọc được bằng mã."),
            tone="go",
        ),
        Action(
            name="promise",
            title=_("Hứa, giao việc"),
            heading=lambda visit: visit,
            submit=_("Ghi"),
            form=forms.PromiseForm,
            takes=("actor",),
            may=_in(EDIT, *IN_BOOK),
            run=lambda actor, visit, data: promises.promise_for_visit(
                actor, visit_id=visit.pk, **data
            ),
            done=_("Đã giao việc, công dân theo dõi được bằng mã."),
        ),
        Action(
            name="tie",
            title=_("Cùng việc với lượt trước"),
            heading=lambda visit: visit,
            submit=_("Gắn"),
            form=forms.TieForm,
            takes=("visit",),
            may=_in(EDIT, *IN_BOOK, also=_is_again),
            run=lambda actor, visit, data: services.tie_visit(actor, visit_id=visit.pk, **data),
            done=_("Đã gắn với lượt tiếp trước."),
            tone="quiet",
        ),
        Action(
            name="refuse",
            title=_("Từ chối tiếp"),
            heading=lambda visit: visit,
            submit=_("Ghi từ chối"),
            form=forms.RefuseForm,
            note=_("Mỗi lần từ chối lưu căn cứ, người ghi, giờ ghi; không dùng để né việc."),
            may=_in(EDIT, VisitState.BOOKED, VisitState.RECEIVED, also=_is_here),
            run=lambda actor, visit, data: services.refuse_visit(actor, visit_id=visit.pk, **data),
            done=lambda visit, result: (
                _("Đã ghi. Ra thông báo 01/TCD: %s") % refusal_clock(result).arithmetic
                if result.is_written
                else _("Đã ghi; giải thích trực tiếp, không phải ra văn bản.")
            ),
            tone="quiet",
        ),
        Action(
            name="sign",
            title=_("Ghi thông báo 01/TCD đã ký"),
            heading=lambda visit: GROUND[visit.ground],
            submit=_("Ghi"),
            form=forms.SignForm,
            note=lambda visit: refusal_clock(visit).arithmetic,
            may=_in(DECIDE, VisitState.REFUSED, also=_asks_notice),
            run=lambda actor, visit, data: services.sign_refusal(actor, visit_id=visit.pk, **data),
            done=_("Đã ghi thông báo từ chối."),
            tone="go",
        ),
    ),
)


def _open(permission: str):
    def may(actor, one):
        return one.state in OPEN and actor.may(permission, one.unit.path)

    return may


DIRECTION = Actions(
    code="citizen_direction",
    get=get_direction,
    back=lambda one: reverse("citizen_direction_list"),
    above=lambda one: _("Việc đã hứa với dân"),
    actions=(
        Action(
            name="keep",
            title=_("Đã xong"),
            heading=lambda one: one,
            submit=_("Ghi kết quả"),
            form=forms.KeepForm,
            may=lambda actor, one: promises.may_keep(actor, one) if one.state in OPEN else False,
            run=lambda actor, one, data: promises.keep_promise(actor, direction_id=one.pk, **data),
            done=_("Đã ghi kết quả; công dân xác nhận bằng mã."),
            tone="go",
        ),
        Action(
            name="cancel",
            title=_("Hủy"),
            heading=lambda one: one,
            form=ReasonForm,
            may=_open(DECIDE),
            run=lambda actor, one, data: promises.cancel_promise(
                actor, direction_id=one.pk, **data
            ),
            done=_("Đã hủy, có lý do."),
            tone="quiet",
        ),
    ),
)
