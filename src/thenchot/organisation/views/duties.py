"""Functions of a commune with their holders; powers delegated by level."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from thenchot.organisation import duty_sheets, queries
from thenchot.organisation.access import KEEP_POSTS, SEE
from thenchot.organisation.forms import duties as forms
from thenchot.organisation.forms.titles import LastDayForm
from thenchot.organisation.queries.duties import (
    delegated_below,
    get_duty,
    get_holder,
    holders_of,
    list_duties,
)
from thenchot.organisation.rules.duties import DutyStanding
from thenchot.organisation.services import duties as services
from thenchot.platform.clock import today
from thenchot.platform.files.importing import Importer
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.platform.ui.answers import attachment
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent


@require_safe
def duty_list(request):
    home, form, on = _chosen(request)
    said = form.cleaned_data if form.is_valid() else {}
    rows = list_duties(home, on, delegated=said.get("delegated", False))
    counts = {
        standing.value: sum(row.standing == standing for row in rows) for standing in DutyStanding
    }
    wanted = said.get("standing", "")
    context = {
        "home": home,
        "form": form,
        "on": on,
        "counts": counts,
        "below": delegated_below(home, on),
        "rows": [row for row in rows if not wanted or row.standing == wanted],
        "may_keep": bool(request.actor.may(KEEP_POSTS, home.path)),
    }
    return render(request, "organisation/duty_list.html", context)


@require_safe
def duty_export(request):
    home, _form, on = _chosen(request)
    return attachment(duty_sheets.duty_sheet(home, on), "chuc-nang-nhiem-vu.xlsx")


@require_safe
def duty_template(request):
    return attachment(duty_sheets.template(), "mau-chuc-nang.xlsx")


@require_safe
def duty_detail(request, pk):
    duty = get_duty(request.actor, pk)
    context = {
        "duty": duty,
        "holders": holders_of(request.actor, duty),
        "may_keep": bool(request.actor.may(KEEP_POSTS, duty.unit.path)),
        "may_give": _home_to_give(request.actor, duty) is not None,
    }
    return render(request, "organisation/duty_detail.html", context)


@form_page
def duty_new(request, pk):
    """A function of the commune or province with this id."""
    home = queries.get_unit(request.actor, pk)
    require(request.actor, KEEP_POSTS, home.path)
    form = forms.DutyForm(sent(request), initial={"valid_from": home.valid_from})
    if form.is_valid():
        duty = attempt(
            form, lambda: services.put_duty(request.actor, unit_id=pk, **form.cleaned_data)
        )
        if duty:
            return done(request, _("Đã thêm chức năng, nhiệm vụ."), "duty_detail", duty.pk)
    return _ask(
        request, form, _("Thêm chức năng, nhiệm vụ"), reverse("duty_list"), _("Chức năng, nhiệm vụ")
    )


@form_page
def duty_edit(request, pk):
    duty = _kept(request, pk)
    form = forms.DutyForm(
        sent(request), initial={name: getattr(duty, name) for name in forms.DutyForm.base_fields}
    )
    fields = {"unit_id": duty.unit_id, "duty_id": pk}
    if form.is_valid() and attempt(
        form, lambda: services.put_duty(request.actor, **fields, **form.cleaned_data)
    ):
        return done(request, _("Đã ghi thay đổi."), "duty_detail", pk)
    return _of(request, duty, form, _("Sửa chức năng, nhiệm vụ"))


@form_page
def duty_end(request, pk):
    duty = _kept(request, pk)
    form = LastDayForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: services.end_duty(request.actor, duty_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Chức năng, nhiệm vụ đã kết thúc."), "duty_detail", pk)
    return _of(request, duty, form, _("Kết thúc chức năng, nhiệm vụ"))


@form_page
def duty_give(request, pk):
    duty = get_duty(request.actor, pk)
    home = _home_to_give(request.actor, duty)
    require(request.actor, KEEP_POSTS, home.path if home else duty.unit.path)
    form = forms.GiveForm(sent(request), home=home)
    if form.is_valid() and attempt(
        form, lambda: services.give_duty(request.actor, duty_id=pk, **form.facts())
    ):
        return done(request, _("Đã giao cho đơn vị."), "duty_detail", pk)
    return _of(request, duty, form, _("Giao cho đơn vị"))


@form_page
def holder_end(request, pk):
    """The unit holds the function no longer."""
    holder = get_holder(request.actor, pk)
    require(request.actor, KEEP_POSTS, holder.unit.path)
    form = LastDayForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: services.take_duty(request.actor, holder_id=pk, **form.cleaned_data)
    ):
        return done(
            request, _("Đơn vị thôi giữ chức năng, nhiệm vụ."), "duty_detail", holder.duty_id
        )
    return _of(request, holder.duty, form, _("Thôi giao") + f": {holder.unit}")


def _homes(actor):
    return queries.homes_over(actor, KEEP_POSTS)


importer = Importer(
    title=gettext_lazy("Nhập chức năng, nhiệm vụ từ Excel"),
    permission=KEEP_POSTS,
    run=duty_sheets.import_duties,
    homes=_homes,
    template_route="duty_template",
    upload_route="duty_import",
    check_route="duty_import_check",
    done_route="duty_list",
)
duty_import = form_page(importer.upload)
duty_import_check = form_page(importer.check)


def _chosen(request):
    """The commune or province that is looked at (the first one unless another is chosen), and the
    day.
    """
    homes = queries.homes_of(request.actor, SEE)
    form = forms.DutyFilter(request.GET or None, homes=homes)
    said = form.cleaned_data if form.is_valid() else {}
    home = said.get("home") or homes.first()
    if home is None:
        raise NotVisible
    return home, form, said.get("on") or today()


def _home_to_give(actor, duty):
    """Where the actor may give it: the duty's own unit, or a commune below it."""
    homes = _homes(actor).filter(path__startswith=duty.unit.path)
    return homes.first()


def _kept(request, pk):
    duty = get_duty(request.actor, pk)
    require(request.actor, KEEP_POSTS, duty.unit.path)
    return duty


def _of(request, duty, form, title):
    return _ask(request, form, title, reverse("duty_detail", args=[duty.pk]), duty.name)


def _ask(request, form, title, back, above):
    return ask(request, form, title=title, submit=_("Ghi"), back=back, above=above)
