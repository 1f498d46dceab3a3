"""The list of people, one person, and the forms that change them."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.kernel.decision import Decision, Refused
from thenchot.people import exports, forms, queries, services
from thenchot.people.access import EDIT, EXPORT, LINK_ACCOUNT, SEE, SEE_PRIVATE, SEE_SENSITIVE
from thenchot.people.filing.reading import readable
from thenchot.people.panels import panels_for
from thenchot.people.services import place_of, require_over
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import missing, require_somewhere
from thenchot.platform.ui.answers import attachment
from thenchot.platform.ui.forms import attempt, sent

PER_PAGE = 50
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def person_list(request):
    _somewhere(request.actor, SEE)
    form = forms.SearchForm(request.GET, actor=request.actor)
    page = queries.people_page(request.actor, request.GET.get("page"), PER_PAGE, **form.filters())
    template = "people/_rows.html" if request.htmx else "people/person_list.html"
    return render(request, template, {"page": page, "form": form})


@require_safe
def person_export(request):
    """Who took the list with it, and how it was filtered, stays in the trail."""
    _somewhere(request.actor, EXPORT)
    filters = forms.SearchForm(request.GET, actor=request.actor).filters()
    services.note_export(request.actor, filters)
    return attachment(exports.people_sheet(request.actor, **filters), "can-bo.xlsx")


@require_safe
def person_export_whole(request):
    """Identity and insurance numbers leave the house: every person in the list is a read, the list
    an event.
    """
    require_somewhere(request.actor, EXPORT)
    require_somewhere(request.actor, SEE_SENSITIVE)
    filters = forms.SearchForm(request.GET, actor=request.actor).filters()
    services.note_export(request.actor, filters, what="whole")
    return attachment(
        exports.people_sheet(request.actor, whole=True, **filters), "ho-so-day-du.xlsx"
    )


@require_safe
def person_listing(request):
    """The official list to print, with both halves of the birth date."""
    require_somewhere(request.actor, EXPORT)
    require_somewhere(request.actor, SEE_PRIVATE)
    filters = forms.SearchForm(request.GET, actor=request.actor).filters()
    services.note_export(request.actor, filters, what="listing")
    return attachment(
        exports.listing_sheet(request.actor, on=today(), **filters), "trich-ngang.xlsx"
    )


@require_safe
def person_template(request):
    return attachment(exports.template(), "mau-can-bo.xlsx")


@require_safe
def person_detail(request, pk):
    person = queries.get_person(request.actor, pk)
    if person.account_id != request.actor.account_id:
        _seen(request.actor, person)
    private = queries.may_see_private(request.actor, person)
    if private and person.born_on:
        request.actor.reads.append(person)
    path = place_of(person)
    context = {
        "person": person,
        "seats": queries.career_of(request.actor, person),
        "private": private,
        "may_read_file": bool(readable(request.actor, person)),
        "may_edit": request.actor.may(EDIT, path),
        "may_link": person.account_id is None and request.actor.may(LINK_ACCOUNT, path),
        "panels": panels_for(request.actor, person),
    }
    return render(request, "people/person_detail.html", context)


@form_page
def person_new(request):
    _somewhere(request.actor, EDIT)
    form = forms.NewPersonForm(
        sent(request), actor=request.actor, initial={"unit": request.GET.get("unit")}
    )
    if form.is_valid():
        person = attempt(
            form, lambda: services.create_person(request.actor, **form.facts(), **form.seat())
        )
        if person:
            return _done(request, person, _("Đã thêm người."))
    return _form(request, form, None, _("Thêm người"), _("Thêm"))


@form_page
def person_edit(request, pk):
    person = _over(request, pk, EDIT)
    request.actor.reads.append(person)
    values = {
        name: getattr(person, name)
        for name in ("full_name", "sex", "email", "code", "identity_no", "born")
    }
    form = forms.PersonForm(sent(request), initial=values)
    if form.is_valid() and attempt(
        form, lambda: services.correct_person(request.actor, person_id=pk, **form.facts())
    ):
        return _done(request, person, _("Đã ghi thay đổi."))
    return _form(request, form, person, _("Sửa thông tin"), _("Ghi"))


@form_page
def person_appoint(request, pk):
    person = _over(request, pk, EDIT)
    form = forms.AppointForm(sent(request), actor=request.actor)
    if form.is_valid() and attempt(form, lambda: _appoint(request.actor, pk, form)):
        return _done(request, person, _("Đã ghi vị trí mới."))
    return _form(request, form, person, _("Vị trí mới"), _("Ghi"))


def _appoint(actor, pk, form):
    if form.cleaned_data["kind"] == "transfer":
        return services.transfer(actor, person_id=pk, **form.seat())
    return services.appoint(actor, person_id=pk, is_primary=False, **form.seat())


@form_page
def appointment_end(request, pk):
    seat = services.get_seat(request.actor, pk)
    form = forms.EndForm(sent(request))
    if form.is_valid():
        fields = {"appointment_id": pk, **form.cleaned_data}
        if attempt(form, lambda: services.end_appointment(request.actor, **fields)):
            return _done(request, seat.person, _("Vị trí đã kết thúc."))
    title = _("Kết thúc vị trí") + f": {seat.title}, {seat.unit}"
    return _form(request, form, seat.person, title, _("Kết thúc"))


@form_page
def person_account(request, pk):
    person = _over(request, pk, LINK_ACCOUNT)
    form = forms.AccountForm(sent(request))
    if form.is_valid():
        fields = {"person_id": pk, "username": form.cleaned_data["username"]}
        if attempt(form, lambda: services.link_username(request.actor, **fields)):
            return _done(request, person, _("Đã gắn tài khoản."))
    return _form(request, form, person, _("Gắn tài khoản"), _("Gắn"))


def _somewhere(actor, permission):
    if not actor.has(permission):
        raise Refused(Decision.no(missing(permission)))


def _seen(actor, person):
    """Visible, and with the permission to read people in a unit where the person sits or sat."""
    if not queries.may_see(actor, person):
        raise Refused(Decision.no(missing(SEE)))


def _over(request, pk, permission):
    person = queries.get_person(request.actor, pk)
    require_over(request.actor, permission, person)
    return person


def _done(request, person, text):
    messages.success(request, text)
    return redirect("person_detail", person.pk)


def _form(request, form, person, title, submit):
    back = reverse("person_detail", args=[person.pk]) if person else reverse("person_list")
    context = {"form": form, "title": title, "submit": submit, "back": back}
    return render(
        request,
        "ui/form_page.html",
        context | {"above": person.full_name if person else _("Con người")},
    )
