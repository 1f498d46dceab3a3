"""What can be done to one organisation of a round: its points, its decision."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.ui.actions import Action, Actions
from thenchot.policy.parameters import RatingRoundPolicy
from thenchot.rating.organisations import access, services
from thenchot.rating.organisations.forms import OrganisationDecideForm, OrganisationForm
from thenchot.rating.organisations.queries import get_organisation


def page_of(body) -> str:
    return reverse("organisation_rating", args=[body.pk])


def _points_form(*args, body, **more):
    """Asks what the policy of the year counts."""
    policy = body.round.in_force(RatingRoundPolicy)
    return OrganisationForm(*args, policy=policy, body=body, **more)


def _heading_of_decision(body) -> str:
    title = gettext("Quyết định mức xếp loại")
    if body.is_recognised_above:
        title = gettext("Ghi quyết định của cấp trên")
    return f"{title}: {body.unit.name}"


ORGANISATION = Actions(
    code="organisation",
    get=get_organisation,
    back=page_of,
    above=str,
    actions=(
        Action(
            name="score",
            title=_("Chấm điểm"),
            heading=lambda body: f"{gettext('Chấm điểm')}: {body.unit.name}",
            submit=_("Ghi"),
            note=_("30 điểm tiêu chí chung, 70 điểm kết quả; ô để trống là chưa chấm."),
            form=_points_form,
            takes=("body",),
            may=access.may_score_organisation,
            run=lambda actor, body, data: services.score_organisation(
                actor, body_id=body.pk, **data
            ),
            done=_("Đã ghi điểm, mức đã tính lại."),
            tone="go",
        ),
        Action(
            name="decide",
            title=_("Quyết định"),
            heading=_heading_of_decision,
            submit=lambda body: _("Ghi") if body.is_recognised_above else _("Quyết định"),
            form=OrganisationDecideForm,
            takes=("body",),
            initial=lambda actor, body: {
                "level": body.capped or body.level,
                "decided_on": today(),
            },
            may=access.may_decide_organisation,
            run=lambda actor, body, data: services.decide_organisation(
                actor, body_id=body.pk, **data
            ),
            done=_("Đã quyết định; mức của người đứng đầu được tính lại."),
        ),
    ),
)
