"""One sheet for whoever scores it: every line, fault and point; confirming, closing, opening
again.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.catalogue.queries.products import product_named, products_for
from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.ui.forms import attempt, sent
from thenchot.scoring import exports, forms
from thenchot.scoring.evaluation import policy_of
from thenchot.scoring.models import Objection
from thenchot.scoring.panels import panels_of
from thenchot.scoring.queries.months import duplicates_in
from thenchot.scoring.queries.objections import objections_of, reopenings_of
from thenchot.scoring.queries.own import others_of, read_sheet
from thenchot.scoring.services import closing, marking, objecting
from thenchot.worklog.access import SEE, is_own, may_score
from thenchot.worklog.enums import Capacity
from thenchot.worklog.forms import fields
from thenchot.worklog.models import Fault, Sheet, Work
from thenchot.worklog.queries.periods import key_of
from thenchot.worklog.queries.sheets import get_sheet, with_work
from thenchot.worklog.views.plans import plan_of

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@login_required
def sheet_detail(request, pk):
    """One sheet in full: every line, every fault, every point down to its article."""
    found = get_sheet(request.actor, pk)
    if is_own(request.actor, found):
        return redirect(reverse("my_month") + f"?sheet={pk}")
    request.actor.reads.append(found.person)
    sheet = with_work(Sheet.objects.filter(pk=pk)).get()
    own = read_sheet(sheet, today())
    may = bool(may_score(request.actor, sheet))
    context = {
        "own": own,
        "sheet": sheet,
        "may_score": may and not sheet.is_closed,
        "may_reopen": may and sheet.is_closed,
        "why_not": may_score(request.actor, sheet),
        "reopenings": reopenings_of(sheet),
        "objections": objections_of(sheet),
        "may_settle": may,
        "on": today(),
        "products": products_for(sheet.unit, sheet.ends_on)
        if own.evaluated.unconverted and may
        else (),
        "key": key_of(sheet.span),
        "duplicates": duplicates_in(sheet.counted),
        "panels": panels_of(request.actor, sheet),
        **plan_of(sheet),
    }
    return render(request, "scoring/sheet.html", context)


@form_page
@login_required
def sheet_points(request, pk):
    """The general points as confirmed, beside those the person gave; for leaders đ and e too."""
    sheet = get_sheet(request.actor, pk)
    may_score(request.actor, sheet).or_refuse()
    form = forms.PointsForm(
        sent(request),
        initial=forms.initial_points(sheet.general or sheet.general_self),
        policy=policy_of(sheet),
    )
    leading = (
        forms.LeadingForm(sent(request), initial=sheet.leading, field=_field_of(sheet))
        if sheet.kind != Capacity.STAFF
        else None
    )
    if (
        form.is_valid()
        and (leading is None or leading.is_valid())
        and attempt(form, lambda: _confirm(request, sheet, form, leading))
    ):
        messages.success(request, _("Đã xác nhận điểm."))
        return redirect("sheet_detail", pk)
    context = {
        "form": form,
        "leading": leading,
        "sheet": sheet,
        "title": _("Tiêu chí chung"),
        "back": reverse("sheet_detail", args=[pk]),
    }
    return render(request, "scoring/points.html", context)


def _field_of(sheet) -> list[tuple[int, str]]:
    """Of whom a deputy can be in charge; a head leads everybody."""
    if sheet.kind != Capacity.DEPUTY:
        return []
    return [
        (one.person_id, one.person.full_name)
        for one in others_of(sheet)
        if one.person_id != sheet.person_id and one.kind != Capacity.HEAD
    ]


def _confirm(request, sheet, form, leading):
    return marking.confirm_points(
        request.actor,
        sheet_id=sheet.pk,
        points=form.points(),
        leading=leading.leading() if leading else None,
    )


@require_POST
@login_required
def sheet_close(request, pk):
    sheet = closing.close_sheet(request.actor, sheet_id=pk)
    messages.success(request, _("Đã chốt phiếu của %s.") % sheet.person.full_name)
    return redirect(
        reverse("unit_month", args=[sheet.unit_id])
        + f"?period={key_of(sheet.span)}"
        + ("&practice=1" if sheet.is_practice else "")
    )


@form_page
@login_required
def sheet_reopen(request, pk):
    sheet = get_sheet(request.actor, pk)
    may_score(request.actor, sheet).or_refuse()
    form = fields.ReasonForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: closing.reopen_sheet(request.actor, sheet_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã mở lại; kết quả cũ được giữ kèm lý do."))
        return redirect("sheet_detail", pk)
    return _form(request, form, sheet, _("Mở lại kỳ đã chốt"), _("Mở lại"))


@form_page
@login_required
def objection_settle(request, pk):
    found = Objection.objects.filter(pk=pk).first()
    if found is None:
        raise NotVisible(f"objection {pk}")
    sheet = get_sheet(request.actor, found.sheet_id)
    may_score(request.actor, sheet).or_refuse()
    form = forms.SettleForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: objecting.settle_objection(request.actor, objection_id=pk, **form.said())
    ):
        messages.success(request, _("Đã trả lời kiến nghị."))
        return redirect("sheet_detail", sheet.pk)
    return _form(request, form, sheet, _("Giải quyết kiến nghị"), _("Trả lời"))


@form_page
@login_required
def sheet_unscored(request, pk):
    sheet = get_sheet(request.actor, pk)
    may_score(request.actor, sheet).or_refuse()
    form = forms.UnscoredForm(sent(request), initial={"reason": sheet.not_scored})
    if form.is_valid() and attempt(
        form, lambda: marking.leave_unscored(request.actor, sheet_id=pk, **form.cleaned_data)
    ):
        return redirect("sheet_detail", pk)
    return _form(request, form, sheet, _("Không chấm điểm kỳ này"), _("Ghi"))


@require_POST
@login_required
def work_convert(request, pk):
    work, sheet = _work(request, pk)
    may_score(request.actor, sheet).or_refuse()
    text = request.POST.get("product", "")
    product = product_named(sheet.unit, sheet.ends_on, text)
    if product is None:
        messages.error(request, _("Danh mục đang áp dụng không có mã “%s”.") % text[:80])
    else:
        marking.convert_work(request.actor, work_id=work.pk, product_id=product.pk)
        messages.success(
            request,
            _("Đã quy đổi: hệ số %s.") % f"{product.factor.normalize():f}".replace(".", ","),
        )
    return redirect("sheet_detail", sheet.pk)


@form_page
@login_required
def fault_new(request, pk):
    work, sheet = _work(request, pk)
    may_score(request.actor, sheet).or_refuse()
    form = forms.FaultForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: marking.note_fault(request.actor, work_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã ghi lỗi."))
        return redirect("sheet_detail", sheet.pk)
    return _form(request, form, sheet, _("Ghi lỗi") + f": {work.name}", _("Ghi"))


@form_page
@login_required
def fault_withdraw(request, pk):
    fault = Fault.objects.filter(pk=pk, withdrawn_at__isnull=True).select_related("work").first()
    if fault is None:
        raise NotVisible(f"fault {pk}")
    sheet = get_sheet(request.actor, fault.work.sheet_id)
    may_score(request.actor, sheet).or_refuse()
    form = fields.ReasonForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: marking.withdraw_fault(request.actor, fault_id=pk, **form.cleaned_data)
    ):
        return redirect("sheet_detail", sheet.pk)
    return _form(request, form, sheet, _("Bỏ lỗi đã ghi"), _("Bỏ"))


@form_page
@login_required
def work_split(request, pk):
    work, sheet = _work(request, pk)
    may_score(request.actor, sheet).or_refuse()
    mates = (
        Sheet.objects.visible_to(request.actor, SEE)
        .filter(
            unit__path__startswith=sheet.unit.path,
            period=sheet.period,
            year=sheet.year,
            number=sheet.number,
            is_practice=sheet.is_practice,
            rules=sheet.rules,
        )
        .exclude(pk=sheet.pk)
        .exclude(state="closed")
        .select_related("person")
    )
    form = forms.SplitForm(sent(request), sheets=mates)
    if form.is_valid() and attempt(
        form, lambda: marking.split_work(request.actor, work_id=pk, shares=form.shares())
    ):
        messages.success(request, _("Đã chia sản phẩm."))
        return redirect("sheet_detail", sheet.pk)
    return _form(request, form, sheet, _("Chia sản phẩm chung") + f": {work.name}", _("Chia"))


@require_safe
@login_required
def sheet_receipt(request, pk):
    """The receipt of a closed sheet for other programs."""
    sheet = get_sheet(request.actor, pk)
    if not sheet.is_closed:
        Decision.no(Reason("sheet.open", "Phiếu chưa chốt.")).or_refuse()
    if not is_own(request.actor, sheet):
        request.actor.reads.append(sheet.person)
    return JsonResponse(exports.receipt_of(sheet), json_dumps_params={"ensure_ascii": False})


def _work(request, pk):
    work = Work.objects.filter(pk=pk, dropped_at__isnull=True).first()
    if work is None:
        raise NotVisible(f"work {pk}")
    return work, get_sheet(request.actor, work.sheet_id)


def _form(request, form, sheet, title, submit):
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "back": reverse("sheet_detail", args=[sheet.pk]),
        "above": str(sheet),
    }
    return render(request, "catalogue/product_form.html", context)
