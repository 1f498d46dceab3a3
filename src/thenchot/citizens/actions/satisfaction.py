"""Giving out slips."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.citizens.access import EDIT
from thenchot.citizens.forms.satisfaction import GiveOutForm
from thenchot.citizens.queries.satisfaction import get_slip
from thenchot.citizens.services import satisfaction as services
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions

SLIPS = _("Phiếu đánh giá")


def _of_today(_none, _made) -> str:
    return reverse("rating_slip_list") + f"?since={today():%d/%m/%Y}&waiting=on"


def _may_give(actor, slip):
    return actor.may(EDIT, slip.home.path) if slip.given_on is None else False


SLIP = Actions(
    code="rating_slip",
    get=get_slip,
    back=lambda _one: reverse("rating_slip_list"),
    above=lambda _one: SLIPS,
    actions=(
        Action(
            name="new",
            title=_("Phát phiếu cho hồ sơ vừa xong"),
            submit=_("Phát phiếu"),
            form=GiveOutForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.give_out(actor, **data),
            done=lambda _none, count: _("Đã phát %s phiếu; in và đưa kèm kết quả.") % count,
            to=_of_today,
            on_thing=False,
        ),
        Action(
            name="give",
            title=_("Đã đưa"),
            may=_may_give,
            run=lambda actor, slip, _data: services.mark_given(actor, slip_id=slip.pk),
            done=_("Đã ghi phiếu đã đưa."),
            together=True,
        ),
    ),
)
