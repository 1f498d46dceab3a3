"""The tree, one unit, and the forms that change it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.organisation import exports, imports, panels, queries, services
from thenchot.organisation.access import EDIT, REMEMBER
from thenchot.organisation.forms import tree as forms
from thenchot.organisation.services.duties import move_duties
from thenchot.platform.clock import today
from thenchot.platform.files.importing import Importer
from thenchot.platform.scope.actor import require
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.forms import attempt, sent

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def unit_list(request):
    form = forms.DayForm(request.GET)
    on = (form.cleaned_data.get("on") if form.is_valid() else None) or today()
    nodes = queries.organisation_chart(request.actor, on)
    columns = panels.columns_for(request.actor, [node.unit for node in nodes], on)
    return render(
        request,
        "organisation/unit_list.html",
        {"nodes": nodes, "form": form, "on": on, "columns": columns},
    )


@require_safe
def unit_export(request):
    return attachment(exports.unit_sheet(request.actor), "don-vi.xlsx")


@require_safe
def chart_print(request):
    """The chart of a day as a Word document."""
    form = forms.DayForm(request.GET)
    on = (form.cleaned_data.get("on") if form.is_valid() else None) or today()
    return attachment(
        exports.chart_docx(request.actor, on), f"so-do-to-chuc-{on:%Y%m%d}.docx", DOCX
    )


@require_safe
def unit_template(request):
    return attachment(exports.template(), "mau-don-vi.xlsx")


@require_safe
def unit_detail(request, pk):
    unit, on = queries.get_unit(request.actor, pk), today()
    context = {
        "unit": unit,
        "on": on,
        "above": queries.list_above(request.actor, unit),
        "children": unit.children.in_force(on).order_by("position", "pk"),
        "aliases": queries.list_aliases(request.actor, unit),
        "versions": queries.list_versions(request.actor, unit),
        "heirs": queries.heirs_of(unit),
        "forebears": queries.forebears_of(unit),
        "panels": panels.panels_for(request.actor, unit, on),
        "may_edit": unit.valid_to is None and request.actor.may(EDIT, unit.path),
        "may_follow_up": unit.valid_to is not None and request.actor.may(EDIT, unit.path),
        "is_home": queries.is_home(unit),
        "may_name": queries.is_home(unit) and request.actor.may(REMEMBER, unit.path),
    }
    return render(request, "organisation/unit_detail.html", context)


@form_page
def unit_new(request, pk):
    """A unit under this one."""
    parent = _editable(request, pk)
    form = forms.NewUnitForm(sent(request), parent=parent, initial={"valid_from": today()})
    if form.is_valid():
        unit = attempt(
            form,
            lambda: services.create_unit(request.actor, parent_id=parent.pk, **form.cleaned_data),
        )
        if unit:
            return _done(request, unit, _("Đã thêm đơn vị."))
    return _form(request, form, parent, _("Thêm đơn vị trực thuộc"), _("Thêm đơn vị"))


@form_page
def unit_edit(request, pk):
    unit = _editable(request, pk)
    names = ("name", "short_name", "bloc", "code", "position")
    form = forms.EditUnitForm(
        sent(request), initial={n: getattr(unit, n) for n in names} | {"on": today()}
    )
    if form.is_valid() and attempt(
        form, lambda: services.change_unit(request.actor, unit_id=pk, **form.cleaned_data)
    ):
        return _done(request, unit, _("Đã ghi thay đổi."))
    return _form(request, form, unit, _("Sửa đơn vị"), _("Ghi"))


@form_page
def unit_move(request, pk):
    unit = _editable(request, pk)
    form = forms.MoveUnitForm(sent(request), actor=request.actor, unit=unit)
    if form.is_valid():
        to, on = form.cleaned_data["parent"].pk, form.cleaned_data["on"]
        if attempt(
            form, lambda: services.move_unit(request.actor, unit_id=pk, parent_id=to, on=on)
        ):
            return _done(
                request, unit, _("Đã chuyển đơn vị; quyền của các tài khoản đi theo đơn vị.")
            )
    return _form(request, form, unit, _("Chuyển đơn vị"), _("Chuyển"))


@form_page
def unit_dissolve(request, pk):
    unit = _editable(request, pk)
    form = forms.DissolveUnitForm(sent(request), actor=request.actor, unit=unit)
    if form.is_valid():
        heir = form.cleaned_data["successor"]
        fields = {"unit_id": pk, "successor_id": heir and heir.pk, "on": form.cleaned_data["on"]}
        if attempt(form, lambda: services.dissolve_unit(request.actor, **fields)):
            return _done(request, unit, _("Đơn vị kết thúc hoạt động; hồ sơ vẫn tra cứu được."))
    return _form(request, form, unit, _("Giải thể, sáp nhập"), _("Kết thúc đơn vị"))


@form_page
def unit_join(request, pk):
    """This unit and others become one."""
    unit = _editable(request, pk)
    form = forms.JoinForm(sent(request), actor=request.actor, unit=unit, initial={"into": "this"})
    if form.is_valid():
        heir = attempt(form, lambda: services.merge_units(request.actor, **form.facts()))
        if heir:
            return _done(
                request, heir, _("Đã hợp nhất; mở từng đơn vị cũ để xử lý người và việc còn lại.")
            )
    return _form(request, form, unit, _("Hợp nhất đơn vị"), _("Hợp nhất"))


@form_page
def unit_divide(request, pk):
    unit = _editable(request, pk)
    form = forms.DivideForm(sent(request), actor=request.actor, unit=unit)
    if form.is_valid() and attempt(
        form, lambda: services.split_unit(request.actor, unit_id=pk, **form.facts())
    ):
        messages.success(request, _("Đã chia tách; xử lý người và việc còn lại ở dưới đây."))
        return redirect("unit_followup", pk)
    return _form(request, form, unit, _("Chia tách đơn vị"), _("Chia tách"))


@form_page
def unit_followup(request, pk):
    """What still hangs on a unit that ended: people, tasks, functions, accounts; functions go to an
    heir from here.
    """
    unit, on = queries.get_unit(request.actor, pk), today()
    require(request.actor, EDIT, unit.path)
    heirs = queries.heirs_of(unit)
    form = forms.HandOverForm(sent(request), unit=unit, heirs=heirs)
    form.initial["holders"] = form.holders
    if form.is_valid() and attempt(
        form, lambda: move_duties(request.actor, unit_id=pk, **form.facts()) or True
    ):
        messages.success(request, _("Chức năng, nhiệm vụ đã chuyển sang đơn vị kế thừa."))
        return redirect("unit_followup", pk)
    context = {
        "unit": unit,
        "heirs": heirs,
        "form": form,
        "duties": form.holders,
        "grants": queries.grants_left(unit, on),
        "panels": panels.panels_for(request.actor, unit, on, of="ended"),
    }
    return render(request, "organisation/unit_followup.html", context)


@form_page
def unit_alias(request, pk):
    """How documents of a commune call its bodies."""
    home = queries.get_unit(request.actor, pk)
    require(request.actor, REMEMBER, home.path)
    form = forms.AliasForm(sent(request), home=home)
    if form.is_valid():
        chosen = [unit.pk for unit in form.cleaned_data["units"]]
        fields = {"home_id": pk, "text": form.cleaned_data["text"], "unit_ids": chosen}
        if attempt(form, lambda: services.remember_alias(request.actor, **fields)):
            return _done(request, home, _("Đã nhớ tên gọi."))
    return _form(request, form, home, _("Thêm tên gọi trong văn bản"), _("Nhớ tên gọi"))


def _homes(actor):
    return queries.homes_over(actor, EDIT)


importer = Importer(
    title=gettext_lazy("Nhập đơn vị từ Excel"),
    permission=EDIT,
    run=imports.import_units,
    homes=_homes,
    template_route="unit_template",
    upload_route="unit_import",
    check_route="unit_import_check",
    done_route="unit_list",
)
unit_import = form_page(importer.upload)
unit_import_check = form_page(importer.check)


def _editable(request, pk):
    unit = queries.get_unit(request.actor, pk)
    require(request.actor, EDIT, unit.path)
    return unit


def _done(request, unit, text):
    messages.success(request, text)
    return redirect("unit_detail", unit.pk)


def _form(request, form, unit, title, submit):
    context = {"form": form, "title": title, "submit": submit, "above": unit.name}
    return render(
        request, "ui/form_page.html", context | {"back": reverse("unit_detail", args=[unit.pk])}
    )
