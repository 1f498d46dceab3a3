"""One document."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.documents import queries
from thenchot.documents.access import SEE
from thenchot.documents.actions import DIRECTIVE
from thenchot.kernel.decision import Decision, Refused
from thenchot.platform.scope.actor import missing


@require_safe
def directive_detail(request, pk):
    directive = queries.get_directive(request.actor, pk)
    if not queries.may_read(request.actor, directive):
        raise Refused(Decision.no(missing(SEE)))
    context = {
        "directive": directive,
        "links": queries.list_links(request.actor, directive),
        "citing": queries.list_citing(request.actor, directive),
        "offers": DIRECTIVE.offers(request.actor, directive),
    }
    return render(request, "documents/directive_detail.html", context)
