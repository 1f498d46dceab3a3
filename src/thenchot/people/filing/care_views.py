"""Pledges, requests about own data, the register of breaches, the privacy notice."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.people.access import EDIT, KEEP_DATA_RIGHTS, SEE_PRIVATE
from thenchot.people.filing import caring, forms, pledging
from thenchot.people.filing.prints import pledge as pledge_print
from thenchot.people.filing.views import PER_PAGE, is_own, kept_or_own, readable_person
from thenchot.people.services import place_of

form_page = require_http_methods(["GET", "HEAD", "POST"])
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.forms import attempt, sent


@require_safe
def pledge_list(request):
    """Who has pledged this year and who has not, in the units the actor reads (S4-034)."""
    require_somewhere(request.actor, SEE_PRIVATE)
    year = request.GET.get("year", "")
    year = int(year) if year.isdigit() and 2000 <= int(year) <= 2100 else today().year
    missing = request.GET.get("missing") == "1"
    page = Paginator(
        pledging.list_pledges(request.actor, year=year, missing=missing), PER_PAGE
    ).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "year": year,
        "missing": missing,
        "count": pledging.count_pledges(request.actor, year=year),
    }
    return render(request, "people/pledges.html", context)


@form_page
def pledge_new(request, pk):
    person = kept_or_own(request, pk)
    form = forms.PledgeForm(
        sent(request), request.FILES or None, initial={"content": pledging.PROPOSED}
    )
    if form.is_valid() and attempt(
        form, lambda: caring.sign_pledge(request.actor, person_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã ghi bản cam kết."))
        return redirect("person_pledges", pk)
    return form_of(request, form, person, _("Bản cam kết rèn luyện, nêu gương"), _("Ghi"))


@require_safe
def person_pledges(request, pk):
    person = readable_person(request, pk)
    context = {
        "person": person,
        "pledges": pledging.pledges_of(person),
        "may_write": is_own(request.actor, person)
        or bool(request.actor.may(EDIT, place_of(person))),
    }
    return render(request, "people/person_pledges.html", context)


@form_page
def pledge_review(request, pk):
    pledge = pledging.get_pledge(pk)
    person = kept_or_own(request, pledge.person_id)
    form = forms.ReviewForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: caring.review_pledge(request.actor, pledge_id=pledge.pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã ghi kết quả thực hiện cam kết."))
        return redirect("person_pledges", person.pk)
    return form_of(
        request, form, person, _("Nhìn lại cam kết năm %(year)s") % {"year": pledge.year}, _("Ghi")
    )


@require_safe
def pledge_docx(request, pk):
    pledge = pledging.get_pledge(pk)
    person = readable_person(request, pledge.person_id)
    return attachment(
        pledge_print.write(person, pledge), f"cam-ket-{pledge.year}-{person.full_name}.docx", DOCX
    )


def form_of(request, form, person, title, submit):
    back = reverse("person_pledges", args=[person.pk])
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "back": back,
        "above": person.full_name,
    }
    return render(request, "ui/form_page.html", context)


# Rights over the own data


@form_page
def my_data(request):
    """Requests about the own data with the day by which they are answered, and a form for a new
    one.
    """
    form = forms.RequestForm(sent(request))
    if form.is_valid() and attempt(form, lambda: caring.ask(request.actor, **form.cleaned_data)):
        messages.success(request, _("Đã gửi yêu cầu."))
        return redirect("my_data")
    return render(
        request,
        "people/my_data.html",
        {"form": form, "requests": caring.own_requests(request.actor)[:100]},
    )


@require_safe
def data_request_list(request):
    require_somewhere(request.actor, KEEP_DATA_RIGHTS)
    page = Paginator(caring.list_requests(request.actor), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "people/data_requests.html", {"page": page, "on": today()})


@form_page
def data_request_answer(request, pk):
    require_somewhere(request.actor, KEEP_DATA_RIGHTS)
    asked = caring.get_request(request.actor, pk)
    form = forms.AnswerForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: caring.answer(request.actor, request_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã trả lời."))
        return redirect("data_request_list")
    return render(request, "people/data_request.html", {"form": form, "asked": asked})


# Register of breaches


@require_safe
def breach_list(request):
    require_somewhere(request.actor, KEEP_DATA_RIGHTS)
    page = Paginator(caring.list_breaches(request.actor), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "people/breaches.html", {"page": page})


@form_page
def breach_new(request):
    require_somewhere(request.actor, KEEP_DATA_RIGHTS)
    form = forms.BreachForm(sent(request), actor=request.actor)
    if form.is_valid():
        fields = {**form.cleaned_data, "unit_id": form.cleaned_data["unit"].pk}
        fields.pop("unit")
        if attempt(form, lambda: caring.note_breach(request.actor, **fields)):
            messages.success(request, _("Đã vào sổ sự cố."))
            return redirect("breach_list")
    return breach_form(request, form, _("Ghi sự cố dữ liệu cá nhân"))


@form_page
def breach_edit(request, pk):
    require_somewhere(request.actor, KEEP_DATA_RIGHTS)
    breach = caring.get_breach(request.actor, pk)
    values = {name: getattr(breach, name) for name in ("measures", "notified_at", "closed_on")}
    form = forms.FollowForm(sent(request), initial=values)
    if form.is_valid() and attempt(
        form, lambda: caring.follow_breach(request.actor, breach_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã ghi."))
        return redirect("breach_list")
    return breach_form(request, form, _("Theo dõi sự cố") + f" {breach.found_at:%d/%m/%Y}")


def breach_form(request, form, title):
    context = {
        "form": form,
        "title": title,
        "submit": _("Ghi"),
        "back": reverse("breach_list"),
        "above": _("Sổ sự cố"),
    }
    return render(request, "ui/form_page.html", context)


@form_page
def privacy_notice(request):
    """What is kept of a person, why, who reads it, which rights there are; shown at the first
    sign-in.
    """
    if request.method == "POST":
        caring.read_notice(request.actor)
        return redirect("desk")
    return render(
        request, "people/privacy_notice.html", {"has_read": caring.has_read_notice(request.actor)}
    )


@require_safe
def welcome(request):
    """Where signing in leads: the notice once, then the desk."""
    return redirect("desk" if caring.has_read_notice(request.actor) else "privacy_notice")
