"""Days among the people."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.people.queries import person_of
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent
from thenchot.worklog.access import SEE, SEE_LOG
from thenchot.worklog.forms import daily as forms
from thenchot.worklog.labels import FIELD_VISIT_KIND
from thenchot.worklog.queries import field_visits
from thenchot.worklog.queries.periods import key_of
from thenchot.worklog.services import field_visits as services
from thenchot.worklog.views.asked import asked_quarter

PER_PAGE = 50


@require_safe
@login_required
def field_visit_list(request):
    require_somewhere(request.actor, SEE_LOG)
    quarter = asked_quarter(request)
    asked = request.GET.get("person", "")
    chosen = int(asked) if asked.isdigit() else None
    entries = field_visits.field_visits_of(request.actor, quarter, chosen)
    context = {
        "period": quarter,
        "key": key_of(quarter),
        "before": key_of(quarter.previous()),
        "after": key_of(quarter.next()),
        "kinds": list(FIELD_VISIT_KIND.values()),
        "page": field_visits.counts(
            request.actor, quarter, today(), request.GET.get("page"), PER_PAGE
        ),
        "chosen": chosen,
        "entries": Paginator(entries, PER_PAGE).get_page(1),
        "has_person": person_of(request.actor.account_id) is not None,
        "sees_others": request.actor.has(SEE),
    }
    return render(request, "worklog/field_visit_list.html", context)


@form_page
@login_required
def field_visit_new(request):
    """Also from a phone: one short form."""
    require_somewhere(request.actor, SEE_LOG)
    form = forms.FieldVisitForm(sent(request), initial={"happened_on": today()})
    if form.is_valid() and attempt(
        form, lambda: services.enter_field_visit(request.actor, **form.cleaned_data)
    ):
        return done(request, _("Đã ghi."), "field_visit_list")
    note = _("Để biết ai xuống với dân bao nhiêu lần; không tính vào điểm theo Nghị định 335/2025.")
    return ask(
        request,
        form,
        title=_("Đi cơ sở, cùng dân"),
        submit=_("Ghi"),
        back=reverse("field_visit_list"),
        above=_("Đi cơ sở"),
        note=note,
    )


@require_POST
@login_required
def field_visit_drop(request, pk):
    services.drop_field_visit(request.actor, visit_id=pk)
    return done(request, _("Đã bỏ dòng ghi nhầm."), "field_visit_list")
