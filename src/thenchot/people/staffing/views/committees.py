"""Terms, committees and their seats, with who sits there on a day."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.queries import homes_over
from thenchot.organisation.queries.committees import get_committee, get_seat, get_term
from thenchot.organisation.services import committees as services
from thenchot.people.access import SEE
from thenchot.people.staffing import committees as queries
from thenchot.people.staffing import forms, seatings
from thenchot.people.staffing.printing import composition_docx
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require, require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent


@require_safe
def committee_list(request):
    """Terms with their committees and how their seats stand today."""
    terms = queries.list_by_term(request.actor, today())
    for row in terms:
        row.may_keep = bool(request.actor.may(KEEP_POSTS, row.term.unit.path))
    context = {"terms": terms, "may_open": request.actor.has(KEEP_POSTS)}
    return render(request, "people/committee_list.html", context)


@require_safe
def committee_detail(request, pk):
    committee, on = get_committee(request.actor, pk), _day(request)
    reads = request.actor.has(SEE)
    rows = queries.composition(request.actor, committee, on)
    context = {
        "committee": committee,
        "on": on,
        "rows": rows,
        "reads": reads,
        "form": forms.DayForm(initial={"on": on}),
        "history": queries.history_of(committee) if reads else (),
        "filled": sum(row.seating is not None for row in rows),
        "may_keep": bool(request.actor.may(KEEP_POSTS, committee.unit.path)),
    }
    return render(request, "people/committee_detail.html", context)


@require_safe
def committee_print(request, pk):
    committee, on = get_committee(request.actor, pk), _day(request)
    require_somewhere(request.actor, SEE)
    content = composition_docx(committee, queries.composition(request.actor, committee, on), on)
    return attachment(content, f"thanh-phan-{pk}.docx", DOCX)


@form_page
def term_new(request):
    require_somewhere(request.actor, KEEP_POSTS)
    homes = homes_over(request.actor, KEEP_POSTS)
    form = forms.TermForm(sent(request), homes=homes, initial={"unit": homes.first()})
    if form.is_valid() and attempt(form, lambda: services.open_term(request.actor, **form.facts())):
        return done(request, _("Đã mở nhiệm kỳ."), "committee_list")
    return ask(
        request,
        form,
        title=_("Mở nhiệm kỳ"),
        submit=_("Mở"),
        back=reverse("committee_list"),
        above=_("Tập thể"),
    )


@form_page
def committee_new(request, pk):
    term = get_term(request.actor, pk)
    require(request.actor, KEEP_POSTS, term.unit.path)
    form = forms.NewCommitteeForm(sent(request), home=term.unit)
    if form.is_valid():
        committee = attempt(
            form, lambda: services.open_committee(request.actor, term_id=pk, **form.facts())
        )
        if committee:
            return done(
                request,
                _("Đã lập tập thể với các chỗ còn trống."),
                "committee_detail",
                committee.pk,
            )
    title = _("Lập tập thể của nhiệm kỳ") + f" {term}"
    return ask(
        request,
        form,
        title=title,
        submit=_("Lập"),
        back=reverse("committee_list"),
        above=_("Tập thể"),
    )


@form_page
def committee_edit(request, pk):
    committee = _kept(request, pk)
    initial = {name: getattr(committee, name) for name in forms.CommitteeForm.base_fields}
    form = forms.CommitteeForm(sent(request), home=committee.unit, initial=initial)
    if form.is_valid() and attempt(
        form, lambda: services.correct_committee(request.actor, committee_id=pk, **form.facts())
    ):
        return done(request, _("Đã ghi thay đổi."), "committee_detail", pk)
    return _ask(request, committee, form, _("Sửa tập thể"))


@form_page
def seat_new(request, pk):
    committee = _kept(request, pk)
    form = forms.NewSeatForm(sent(request), home=committee.unit)
    if form.is_valid() and attempt(
        form, lambda: services.add_seat(request.actor, committee_id=pk, **form.facts())
    ):
        return done(request, _("Đã thêm chỗ."), "committee_detail", pk)
    return _ask(request, committee, form, _("Thêm chỗ"))


@form_page
def seat_edit(request, pk):
    seat = _seat(request, pk)
    form = forms.SeatNameForm(
        sent(request), home=seat.committee.unit, initial={"name": seat.name, "title": seat.title}
    )
    if form.is_valid() and attempt(
        form, lambda: services.name_seat(request.actor, seat_id=pk, **form.facts())
    ):
        return done(request, _("Đã ghi thay đổi."), "committee_detail", seat.committee_id)
    return _ask(request, seat.committee, form, _("Sửa chỗ") + f" {seat.number}")


@form_page
def seat_fill(request, pk):
    seat = _seat(request, pk)
    form = forms.SeatPersonForm(sent(request), actor=request.actor, home=seat.committee.unit)
    if form.is_valid() and attempt(
        form, lambda: seatings.seat_person(request.actor, seat_id=pk, **form.facts())
    ):
        return done(request, _("Đã ghi người giữ chỗ."), "committee_detail", seat.committee_id)
    note = (
        _("Chỗ này đang để khuyết cho cơ cấu: %s. Ghi người giữ chỗ thì thôi để khuyết.")
        % seat.held_for
        if seat.held_for
        else ""
    )
    return _ask(
        request, seat.committee, form, _("Người giữ chỗ") + f" {seat.number}: {seat.name}", note
    )


@form_page
def seat_hold(request, pk):
    seat = _seat(request, pk)
    form = forms.HoldForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: seatings.hold_seat(request.actor, seat_id=pk, **form.cleaned_data)
    ):
        return done(
            request,
            _("Chỗ để khuyết; đến ngày xem lại sẽ được nhắc."),
            "committee_detail",
            seat.committee_id,
        )
    return _ask(request, seat.committee, form, _("Để khuyết vì cơ cấu") + f": {seat.number}")


@form_page
def seat_close(request, pk):
    seat = _seat(request, pk)
    form = forms.CloseForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: seatings.close_seat(request.actor, seat_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã bỏ chỗ."), "committee_detail", seat.committee_id)
    return _ask(request, seat.committee, form, _("Bỏ chỗ") + f" {seat.number}")


@require_POST
def seat_release(request, pk):
    seat = _seat(request, pk)
    form = forms.CloseForm({})
    if attempt(form, lambda: services.release_seat(request.actor, seat_id=pk)):
        return done(
            request, _("Chỗ trở lại bố trí bình thường."), "committee_detail", seat.committee_id
        )
    for problem in form.non_field_errors():
        messages.error(request, problem)
    return redirect("committee_detail", seat.committee_id)


@form_page
def seating_end(request, pk):
    seating = seatings.get_seating(request.actor, pk)
    committee = seating.seat.committee
    require(request.actor, KEEP_POSTS, committee.unit.path)
    form = forms.LeaveForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: seatings.end_seating(request.actor, seating_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã cho thôi giữ chỗ."), "committee_detail", committee.pk)
    return _ask(request, committee, form, _("Thôi giữ chỗ") + f": {seating.person}")


def _day(request):
    form = forms.DayForm(request.GET)
    return (form.cleaned_data.get("on") if form.is_valid() else None) or today()


def _kept(request, pk):
    committee = get_committee(request.actor, pk)
    require(request.actor, KEEP_POSTS, committee.unit.path)
    return committee


def _seat(request, pk):
    seat = get_seat(request.actor, pk)
    require(request.actor, KEEP_POSTS, seat.committee.unit.path)
    return seat


def _ask(request, committee, form, title, note=""):
    back = reverse("committee_detail", args=[committee.pk])
    return ask(
        request, form, title=title, submit=_("Ghi"), back=back, above=committee.name, note=note
    )
