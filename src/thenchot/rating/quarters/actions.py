"""What can be done to the Party's quarter of a sheet, and to a proposal to replace somebody."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.actions import Action, Actions
from thenchot.rating.quarters import access, services
from thenchot.rating.quarters.forms import QuarterForm, ReplacementForm
from thenchot.rating.quarters.queries import get_review
from thenchot.worklog.labels import name_of_period
from thenchot.worklog.models import Assessment
from thenchot.worklog.queries.assessments import get_assessment, with_work


def _decision_form(*args, assessment, **more):
    proposal = services.propose(with_work(Assessment.objects.filter(pk=assessment.pk)).get())
    return QuarterForm(*args, proposal=proposal, **more)


QUARTER = Actions(
    code="quarter",
    get=get_assessment,
    back=lambda assessment: reverse("assessment_detail", args=[assessment.pk]),
    above=lambda assessment: f"{assessment.person.full_name}, {name_of_period(assessment.span)}",
    actions=(
        Action(
            name="decide",
            title=_("Ghi quyết định"),
            heading=lambda assessment: _("Quyết định xếp loại quý"),
            form=_decision_form,
            takes=("assessment",),
            may=access.may_decide_quarter,
            run=lambda actor, assessment, data: services.decide_quarter(
                actor, assessment_id=assessment.pk, **data
            ),
            done=_("Đã ghi quyết định xếp loại quý."),
            template="rating/quarter_decide.html",
            address="quarter/",
        ),
    ),
)
REPLACEMENT = Actions(
    code="replacement",
    get=get_review,
    back=lambda review: reverse("replacement_list"),
    above=lambda review: _("Đề xuất xem xét thay thế"),
    at="",  # the form is the page of the proposal
    actions=(
        Action(
            name="decide",
            title=_("Ghi ý kiến"),
            heading=lambda review: f"{gettext('Xem xét thay thế')}: {review.person.full_name}",
            submit=_("Ghi"),
            note=lambda review: ", ".join(review.quarters),
            form=ReplacementForm,
            may=access.may_decide_replacement,
            run=lambda actor, review, data: services.decide_replacement(
                actor, review_id=review.pk, **data
            ),
            done=_("Đã ghi ý kiến."),
            address="<int:pk>/",
        ),
    ),
)
