"""Proposals to replace somebody, as a letter."""

from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.rating.quarters.prints import replacements
from thenchot.rating.quarters.queries import reviews
from thenchot.worklog.access import SEE


@require_safe
def replacement_print(request):
    """Who is named there is read."""
    require_somewhere(request.actor, SEE)
    found = list(reviews(request.actor))
    request.actor.reads.extend(review.person for review in found)
    return attachment(replacements(found, today()), "de-xuat-xem-xet-thay-the.docx", DOCX)
