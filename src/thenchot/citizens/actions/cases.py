"""What can be done to a case and to an outage."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.citizens.access import CONFIRM, EDIT
from thenchot.citizens.enums import OutageState
from thenchot.citizens.forms import cases as forms
from thenchot.citizens.queries.cases import get_case, get_outage
from thenchot.citizens.services import apologies, outages
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions


def page_of_case(case) -> str:
    return reverse("onestop_case", args=[case.pk]) if case else reverse("onestop_case_list")


def may_write(actor, case):
    if not actor.may(EDIT, case.unit.path).allowed:
        return actor.may(EDIT, case.unit.path)
    return apologies.may_apologise(case, today())


CASE = Actions(
    code="onestop_case",
    get=get_case,
    back=page_of_case,
    above=lambda case: case or _("Hồ sơ một cửa"),
    actions=(
        Action(
            name="apologise",
            title=_("Thư xin lỗi, hẹn lại"),
            heading=lambda case: case,
            submit=_("Ghi thư xin lỗi"),
            form=forms.ApologyForm,
            may=may_write,
            run=lambda actor, case, data: apologies.apologise(actor, case_id=case.pk, **data),
            done=_("Đã ghi; tải thư ở trang hồ sơ để ký, gửi."),
        ),
    ),
)


def undecided(actor, one):
    """By somebody else than reported it."""
    if one.state != OutageState.REPORTED or one.made_by_id == actor.account_id:
        return False
    return actor.may(CONFIRM, one.unit.path)


OUTAGE = Actions(
    code="onestop_outage",
    get=get_outage,
    back=lambda one: reverse("onestop_outage_list"),
    above=lambda one: _("Sự cố hệ thống"),
    actions=(
        Action(
            name="new",
            title=_("Báo sự cố"),
            submit=_("Ghi"),
            form=forms.OutageForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: outages.report_outage(actor, **data),
            done=_("Đã ghi; lãnh đạo xác nhận thì hồ sơ trễ trong thời gian này được miễn tính."),
            on_thing=False,
        ),
        Action(
            name="confirm",
            title=_("Xác nhận"),
            may=undecided,
            run=lambda actor, one, data: outages.confirm_outage(actor, outage_id=one.pk),
            done=_("Đã xác nhận; hạn hồ sơ đang được tính lại."),
            ask=_("Hồ sơ trễ trong thời gian này sẽ không tính lỗi cho người xử lý. Xác nhận?"),
            tone="go",
        ),
        Action(
            name="refuse",
            title=_("Không xác nhận"),
            heading=lambda one: one,
            form=forms.RefuseForm,
            may=undecided,
            run=lambda actor, one, data: outages.refuse_outage(actor, outage_id=one.pk, **data),
            done=_("Đã ghi, có lý do."),
            tone="quiet",
        ),
    ),
)
