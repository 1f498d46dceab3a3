"""What can be done to a list of reception, and to somebody on it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.recruitment.access import DECIDE, EDIT
from thenchot.recruitment.enums import CaseState, ReceptionState
from thenchot.recruitment.forms import receptions as forms
from thenchot.recruitment.forms.applicants import GroundForm
from thenchot.recruitment.queries.receptions import get_case, get_reception
from thenchot.recruitment.rules.receiving import groups, may_receive
from thenchot.recruitment.services import receptions as services


def page_of(reception) -> str:
    if reception is None:
        return reverse("reception_list")
    return reverse("reception", args=[reception.pk])


def is_open(reception) -> bool:
    """Neither closed nor, of a one-off group, past its day."""
    if reception.state == ReceptionState.CLOSED:
        return False
    return bool(may_receive(groups()[reception.group], today(), reception.last_on))


def _may(actor, reception):
    return actor.may(EDIT, reception.unit.path) if is_open(reception) else False


def _may_close(actor, reception):
    if reception.state == ReceptionState.CLOSED:
        return False
    return actor.may(EDIT, reception.unit.path)


RECEPTION = Actions(
    code="reception",
    get=get_reception,
    back=page_of,
    above=lambda reception: reception or _("Tiếp nhận"),
    actions=(
        Action(
            name="new",
            title=_("Lập danh sách tiếp nhận"),
            submit=_("Lập"),
            form=forms.ReceptionForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.open_reception(actor, **data),
            done=_("Đã lập danh sách."),
            to=lambda _none, reception: page_of(reception),
            on_thing=False,
        ),
        Action(
            name="add",
            title=_("Thêm người"),
            heading=lambda reception: reception.name,
            submit=_("Thêm"),
            form=forms.CaseForm,
            takes=("actor",),
            may=_may,
            run=lambda actor, reception, data: services.put_on_list(
                actor, reception_id=reception.pk, **data
            ),
            done=_("Đã đưa vào danh sách."),
            tone="go",
        ),
        Action(
            name="close",
            title=_("Đóng danh sách"),
            may=_may_close,
            run=lambda actor, reception, data: services.close_reception(
                actor, reception_id=reception.pk
            ),
            done=_("Đã đóng danh sách."),
            ask=_("Danh sách đã đóng không mở lại. Đóng?"),
            tone="quiet",
        ),
    ),
)


def _in(permission: str, *states: str):
    def may(actor, case):
        if case.state not in states or not is_open(case.reception):
            return False
        return actor.may(permission, case.reception.unit.path)

    return may


CASE = Actions(
    code="reception_case",
    get=get_case,
    back=lambda case: page_of(case and case.reception),
    above=lambda case: case.reception,
    actions=(
        Action(
            name="accept",
            title=_("Đủ điều kiện"),
            may=_in(EDIT, CaseState.PROPOSED),
            run=lambda actor, case, data: services.accept_case(actor, case_id=case.pk),
            done=_("Đã ghi đủ điều kiện."),
            tone="go",
        ),
        Action(
            name="refuse",
            title=_("Không tiếp nhận"),
            heading=lambda case: case,
            submit=_("Ghi"),
            form=GroundForm,
            may=_in(EDIT, CaseState.PROPOSED, CaseState.ELIGIBLE),
            run=lambda actor, case, data: services.refuse_case(actor, case_id=case.pk, **data),
            done=_("Đã ghi không tiếp nhận với lý do."),
            tone="quiet",
        ),
        Action(
            name="decide",
            title=_("Ghi quyết định tiếp nhận"),
            heading=lambda case: case,
            submit=_("Ghi quyết định"),
            form=forms.DecideForm,
            may=_in(DECIDE, CaseState.ELIGIBLE),
            run=lambda actor, case, data: services.decide_case(actor, case_id=case.pk, **data),
            done=_("Đã ghi quyết định; vị trí trong hồ sơ đã có."),
            tone="go",
        ),
    ),
)
