"""Rights over the own data: the notice, requests, their answers."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.people.access import KEEP_DATA_RIGHTS
from thenchot.people.filing import data_requests, forms, notices
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.forms import attempt, sent

MOST = 100  # own requests on the page
form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def my_data(request):
    """Requests about the own data with the day by which they are answered, and a form for a new
    one.
    """
    form = forms.RequestForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: data_requests.ask(request.actor, **form.cleaned_data)
    ):
        messages.success(request, _("Đã gửi yêu cầu."))
        return redirect("my_data")
    requests = data_requests.own_requests(request.actor)[:MOST]
    return render(request, "people/my_data.html", {"form": form, "requests": requests})


@form_page
def data_request_answer(request, pk):
    """What was asked, and the answer or the form for it."""
    require_somewhere(request.actor, KEEP_DATA_RIGHTS)
    asked = data_requests.get_request(request.actor, pk)
    form = forms.AnswerForm(sent(request))
    if form.is_valid() and attempt(
        form,
        lambda: data_requests.answer(request.actor, request_id=pk, **form.cleaned_data),
    ):
        messages.success(request, _("Đã trả lời."))
        return redirect("data_request_list")
    return render(request, "people/data_request.html", {"form": form, "asked": asked})


@form_page
def privacy_notice(request):
    """What is kept of a person, why, who reads it, which rights there are; shown at the first
    sign-in.
    """
    if request.method == "POST":
        notices.read_notice(request.actor)
        return redirect("desk")
    has_read = notices.has_read_notice(request.actor)
    return render(request, "people/privacy_notice.html", {"has_read": has_read})


@require_safe
def welcome(request):
    """Where signing in leads: the notice once, then the desk."""
    return redirect("desk" if notices.has_read_notice(request.actor) else "privacy_notice")
