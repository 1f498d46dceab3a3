"""What can be done to a day among the people: write it down, take back what was a mistake."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.worklog.access import SEE_LOG, may_drop_field_visit
from thenchot.worklog.forms.daily import FieldVisitForm
from thenchot.worklog.queries.field_visits import get_field_visit
from thenchot.worklog.services import field_visits as services

FIELD_VISIT = Actions(
    code="field_visit",
    get=get_field_visit,
    back=lambda visit: reverse("field_visit_list"),
    above=lambda visit: _("Đi cơ sở"),
    actions=(
        Action(
            name="new",
            title=_("Đi cơ sở, cùng dân"),
            submit=_("Ghi"),
            note=_(
                "Để biết ai xuống với dân bao nhiêu lần; không tính vào điểm theo Nghị định "
                "335/2025."
            ),
            form=FieldVisitForm,
            initial=lambda actor, _none: {"happened_on": today()},
            may=somewhere(SEE_LOG),
            run=lambda actor, _none, data: services.enter_field_visit(actor, **data),
            done=_("Đã ghi."),
            on_thing=False,
        ),
        Action(
            name="drop",
            title=_("Bỏ dòng"),
            tone="quiet",
            may=may_drop_field_visit,
            run=lambda actor, visit, data: services.drop_field_visit(actor, visit_id=visit.pk),
            done=_("Đã bỏ dòng ghi nhầm."),
        ),
    ),
)
