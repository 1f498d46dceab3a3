"""The Party's quarter: the decision about one person, and what failed quarters lead to."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.forms import attempt, sent
from thenchot.rating.access import DECIDE_QUARTER
from thenchot.rating.forms import quarters as rating_quarters
from thenchot.rating.models import ReplacementReview
from thenchot.rating.prints.replacements import replacements
from thenchot.rating.queries.quarters import failed_by_decree, reviews
from thenchot.rating.services import quarters
from thenchot.worklog.access import SEE
from thenchot.worklog.models import Assessment
from thenchot.worklog.queries.assessments import get_assessment, with_work

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def quarter_decide(request, pk):
    """The level as the competent level decided it, beside what the rules propose and why."""
    assessment = get_assessment(request.actor, pk)
    require(request.actor, DECIDE_QUARTER, assessment.unit.path)
    proposal = quarters.propose(with_work(Assessment.objects.filter(pk=pk)).get())
    form = rating_quarters.QuarterForm(sent(request), initial={"level": proposal.level})
    if form.is_valid() and attempt(
        form, lambda: quarters.decide_quarter(request.actor, assessment_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã ghi quyết định xếp loại quý."))
        return redirect("assessment_detail", pk)
    context = {
        "form": form,
        "assessment": assessment,
        "proposal": proposal,
        "back": reverse("assessment_detail", args=[pk]),
    }
    return render(request, "rating/quarter_decide.html", context)


@require_safe
def replacement_list(request):
    """Proposals of the Party's rule; under the decree failed quarters are only shown."""
    require_somewhere(request.actor, SEE)
    context = {
        "reviews": _reviews(request.actor),
        "shown": failed_by_decree(request.actor, today()),
        "may_decide": request.actor.has(DECIDE_QUARTER),
    }
    return render(request, "rating/replacements.html", context)


@form_page
def replacement_decide(request, pk):
    review = (
        ReplacementReview.objects.visible_to(request.actor, SEE)
        .select_related("person", "unit")
        .filter(pk=pk)
        .first()
    )
    if review is None:
        raise NotVisible(f"review {pk}")
    require(request.actor, DECIDE_QUARTER, review.unit.path)
    form = rating_quarters.ReplacementForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: quarters.decide_replacement(request.actor, review_id=pk, **form.answer())
    ):
        messages.success(request, _("Đã ghi ý kiến."))
        return redirect("replacement_list")
    context = {
        "form": form,
        "title": _("Xem xét thay thế") + f": {review.person.full_name}",
        "submit": _("Ghi"),
        "back": reverse("replacement_list"),
        "above": _("Đề xuất xem xét thay thế"),
        "note": ", ".join(review.quarters),
    }
    return render(request, "ui/form_page.html", context)


@require_safe
def replacement_print(request):
    require_somewhere(request.actor, SEE)
    return attachment(
        replacements(_reviews(request.actor), today()), "de-xuat-xem-xet-thay-the.docx", DOCX
    )


def _reviews(actor) -> list[ReplacementReview]:
    """Who is named there is read, on the page and on paper."""
    found = list(reviews(actor))
    actor.reads.extend(review.person for review in found)
    return found
