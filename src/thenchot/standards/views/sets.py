"""Sets of standards: the list, one set, its drafts, the preview, issuing."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.platform import jobs
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require, require_somewhere
from thenchot.platform.ui.forms import attempt, sent
from thenchot.standards import forms
from thenchot.standards.access import EDIT, ISSUE, SEE, SEE_GAPS
from thenchot.standards.enums import SetState
from thenchot.standards.queries import sets as queries
from thenchot.standards.rules.issuing import may_edit
from thenchot.standards.services import drafting, issuing
from thenchot.standards.tasks import foresee_draft

PER_PAGE = 50
ADDRESSED = gettext_lazy(
    "Chỉ điền những ô mà loại yêu cầu đã chọn cần đến. Phần “áp dụng cho” ở dưới: chọn nhiều "
    "điều kiện thì phải đủ tất cả; "
    "không chọn gì thì áp dụng cho mọi người."
)
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def set_list(request):
    require_somewhere(request.actor, SEE)
    context = {
        "sets": queries.list_sets(request.actor),
        "adoptable": queries.list_adoptable(request.actor),
    }
    return render(request, "standards/set_list.html", context)


@require_safe
def set_detail(request, pk):
    found = queries.get_set(request.actor, pk)
    require_somewhere(request.actor, SEE)
    may_draft = bool(request.actor.may(EDIT, found.place))
    context = {
        "set": found,
        "axes": _by_axis(found),
        "may_edit": may_draft and found.state == SetState.DRAFT,
        "may_revise": may_draft and found.state == SetState.ISSUED,
        "may_issue": bool(request.actor.may(ISSUE, found.place)),
        "foreseen": _foreseen(request, found),
    }
    return render(request, "standards/set_detail.html", context)


def _by_axis(found):
    rows = list(found.requirements.standing())
    named = [(name, [row for row in rows if row.axis == code]) for code, name in found.axes]
    return [(name, group) for name, group in named if group]


def _foreseen(request, found):
    """For a draft with a preview: rows of people the actor may open."""
    if (
        found.state != SetState.DRAFT
        or found.foreseen_at is None
        or not request.actor.has(SEE_GAPS)
    ):
        return None
    rows = queries.list_foreseen(request.actor, found, SEE_GAPS)
    if request.GET.get("who") != "all":
        rows = rows.filter(state="missing").exclude(before="missing")
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


@require_POST
def set_adopt(request):
    require_somewhere(request.actor, EDIT)
    form = forms.AdoptForm(request.POST)
    if not form.is_valid():
        return redirect("set_list")
    made = drafting.adopt(
        request.actor, unit_id=form.cleaned_data["unit"], code=form.cleaned_data["code"]
    )
    messages.success(request, _("Đã tạo dự thảo; đối chiếu các mức với quy định rồi mới ban hành."))
    return redirect("set_detail", made.pk)


@require_POST
def set_revise(request, pk):
    made = drafting.revise(request.actor, set_id=pk)
    messages.success(request, _("Đã soạn dự thảo lần mới từ bộ đang áp dụng."))
    return redirect("set_detail", made.pk)


@form_page
def set_edit(request, pk):
    found = _draft(request, pk)
    form = forms.SetForm(
        sent(request), initial={name: getattr(found, name) for name in drafting.HEAD}
    )
    if form.is_valid() and attempt(
        form, lambda: drafting.change_set(request.actor, set_id=pk, **form.cleaned_data)
    ):
        return _done(request, found.pk, _("Đã ghi thay đổi."))
    return _form(request, form, found, _("Sửa bộ tiêu chuẩn"), _("Ghi"))


@form_page
def set_issue(request, pk):
    found = _draft(request, pk, ISSUE)
    form = forms.IssueForm(sent(request), initial={"basis": found.basis, "valid_from": today()})
    if form.is_valid() and attempt(
        form, lambda: issuing.issue(request.actor, set_id=pk, **form.cleaned_data)
    ):
        return _done(
            request,
            found.pk,
            _(
                "Đã ban hành. Bấm “Tính lại” trên trang Tiêu chuẩn để có số liệu ngay, hoặc chờ "
                "đến đêm."
            ),
        )
    return _form(request, form, found, _("Ban hành bộ tiêu chuẩn"), _("Ban hành"))


@require_POST
@transaction.atomic
def set_foresee(request, pk):
    """Who would fall short: counted in a job, never in the request."""
    found = _draft(request, pk)
    label = _("Xem trước ai sẽ thiếu chuẩn: %s") % found
    job = jobs.start(
        request.actor, foresee_draft, label=label[:200], unit_path=found.place, set_id=found.pk
    )
    return redirect("job_detail", job.pk)


@form_page
def requirement_new(request, pk):
    found = _draft(request, pk)
    form = forms.RequirementForm(sent(request), owner=found)
    if form.is_valid() and attempt(
        form, lambda: drafting.add_requirement(request.actor, set_id=pk, **form.facts())
    ):
        return _done(request, found.pk, _("Đã thêm yêu cầu."))
    return _form(request, form, found, _("Thêm yêu cầu"), _("Thêm"), ADDRESSED)


@form_page
def requirement_edit(request, pk):
    row = queries.get_requirement(request.actor, pk)
    _draft(request, row.set_id)
    form = forms.RequirementForm(sent(request), owner=row.set, row=row)
    if form.is_valid() and attempt(
        form, lambda: drafting.change_requirement(request.actor, requirement_id=pk, **form.facts())
    ):
        return _done(request, row.set_id, _("Đã ghi thay đổi."))
    return _form(request, form, row.set, _("Sửa yêu cầu"), _("Ghi"), ADDRESSED)


@require_POST
def requirement_drop(request, pk):
    row = drafting.drop_requirement(request.actor, requirement_id=pk)
    return _done(request, row.set_id, _("Dự thảo không còn yêu cầu này."))


def _draft(request, pk, permission=EDIT):
    found = queries.get_set(request.actor, pk)
    require(request.actor, permission, found.place)
    may_edit(found.state).or_refuse()
    return found


def _done(request, pk, text):
    messages.success(request, text)
    return redirect("set_detail", pk)


def _form(request, form, found, title, submit, note=""):
    back = reverse("set_detail", args=[found.pk])
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "back": back,
        "above": str(found),
        "note": note,
    }
    return render(request, "ui/form_page.html", context)
