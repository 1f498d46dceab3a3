"""What can be done to an alert."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.alerts import queries, services
from thenchot.platform.alerts.access import DECIDE
from thenchot.platform.alerts.forms import ExemptForm
from thenchot.platform.alerts.rules import may_move
from thenchot.platform.ui.actions import Action, Actions


def may(move: str):
    """Whoever decides about alerts here, in a state from which the move leads on."""

    def decide(actor, alert):
        role = actor.may(DECIDE, alert.unit_path)
        return role if not role else may_move(alert.state, move)

    return decide


ALERT = Actions(
    code="alert",
    get=queries.get_alert,
    back=lambda alert: reverse("alert_list"),
    above=lambda alert: _("Cảnh báo"),
    actions=(
        Action(
            name="acknowledge",
            title=_("Đã nhận"),
            may=may("acknowledge"),
            run=lambda actor, alert, data: services.acknowledge(actor, alert_id=alert.pk),
            done=_("Đã ghi."),
            together=True,
        ),
        Action(
            name="exempt",
            title=_("Gác lại"),
            submit=_("Ghi"),
            heading=lambda alert: alert.message if alert else _("Gác lại"),
            form=ExemptForm,
            may=may("exempt"),
            run=lambda actor, alert, data: services.exempt(actor, alert_id=alert.pk, **data),
            done=_("Đã ghi."),
            tone="quiet",
            together=True,
        ),
        Action(
            name="reopen",
            title=_("Mở lại"),
            may=may("reopen"),
            run=lambda actor, alert, data: services.reopen(actor, alert_id=alert.pk),
            done=_("Đã ghi."),
            together=True,
        ),
    ),
)
