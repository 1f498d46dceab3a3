"""Schemes of job positions: list, one, its way to approval, its documents in and out."""

from django import forms as django_forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from thenchot.organisation import panels
from thenchot.organisation.access import KEEP_POSTS, SEE_POSTS
from thenchot.organisation.enums import PositionGroup, SchemeState
from thenchot.organisation.forms import schemes as forms
from thenchot.organisation.position_docs.importing import import_positions
from thenchot.organisation.position_docs.printing import framework_docx, positions_docx
from thenchot.organisation.queries.schemes import get_scheme, list_positions, list_schemes
from thenchot.organisation.services import schemes as services
from thenchot.platform.clock import today
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.services import read_stored, store
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent

PER_PAGE = 50
MOVES = {
    "submit": (
        forms.SubmitForm,
        services.submit_scheme,
        gettext_lazy("Trình đề án"),
        gettext_lazy("Đã ghi ngày trình."),
    ),
    "return": (
        forms.ReturnForm,
        services.return_scheme,
        gettext_lazy("Trả lại đề án"),
        gettext_lazy("Đề án trở lại dự thảo."),
    ),
    "approve": (
        forms.ApproveForm,
        services.approve_scheme,
        gettext_lazy("Ghi quyết định phê duyệt"),
        gettext_lazy("Đề án có hiệu lực."),
    ),
}


@require_safe
def scheme_list(request):
    require_somewhere(request.actor, SEE_POSTS)
    page = Paginator(list_schemes(request.actor), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "organisation/scheme_list.html", {"page": page})


@form_page
def scheme_new(request):
    require_somewhere(request.actor, KEEP_POSTS)
    form = forms.NewSchemeForm(sent(request), paths=request.actor.paths_for(KEEP_POSTS))
    if form.is_valid():
        scheme = attempt(form, lambda: services.begin_scheme(request.actor, **form.facts()))
        if scheme:
            return done(
                request,
                _("Đã lập đề án; vị trí của lần đang hiệu lực được chép sang."),
                "scheme_detail",
                scheme.pk,
            )
    title = _("Lập đề án vị trí việc làm")
    return ask(
        request,
        form,
        title=title,
        submit=_("Lập"),
        back=reverse("scheme_list"),
        above=_("Vị trí việc làm"),
    )


@require_safe
def scheme_detail(request, pk):
    scheme = get_scheme(request.actor, pk)
    positions = list_positions(scheme)
    context = {
        "scheme": scheme,
        "groups": [
            (label, [p for p in positions if p.group == group])
            for group, label in PositionGroup.choices
        ],
        "columns": panels.columns_for(request.actor, positions, today(), of="position"),
        "people": sum(position.approved_number for position in positions),
        "may_keep": bool(request.actor.may(KEEP_POSTS, scheme.unit.path)),
        "is_draft": scheme.state == SchemeState.DRAFT,
        "is_submitted": scheme.state == SchemeState.SUBMITTED,
    }
    return render(request, "organisation/scheme_detail.html", context)


@form_page
def scheme_move(request, pk, move):
    if move not in MOVES:
        raise NotVisible
    scheme = _kept(request, pk)
    form_class, service, title, told = MOVES[move]
    form = form_class(sent(request))
    if form.is_valid() and attempt(
        form, lambda: service(request.actor, scheme_id=pk, **form.cleaned_data)
    ):
        return done(request, told, "scheme_detail", pk)
    return _ask(request, scheme, form, title, _("Ghi"))


@form_page
def scheme_catalogue(request, pk):
    """Positions usual in a commune, chosen into the draft."""
    scheme = _kept(request, pk)
    form = forms.CatalogueForm(sent(request), scheme=scheme)
    if form.is_valid():
        count = attempt(
            form, lambda: services.take_from_catalogue(request.actor, scheme_id=pk, **form.facts())
        )
        if count is not None:
            return done(
                request,
                _("Đã thêm %(count)s vị trí từ danh mục mẫu.") % {"count": count},
                "scheme_detail",
                pk,
            )
    return _ask(request, scheme, form, _("Lấy từ danh mục mẫu"), _("Thêm vào dự thảo"))


@require_safe
def scheme_print(request, pk):
    scheme = get_scheme(request.actor, pk)
    return attachment(
        positions_docx(scheme, list_positions(scheme), today()), f"vi-tri-viec-lam-{pk}.docx", DOCX
    )


@require_safe
def framework_print(request, pk):
    scheme = get_scheme(request.actor, pk)
    return attachment(framework_docx(scheme, today()), f"khung-nang-luc-{pk}.docx", DOCX)


@form_page
def scheme_import(request, pk):
    """Step 1 of 2: the Word file."""
    scheme = _kept(request, pk)
    form = forms.WordForm(sent(request), request.FILES or None)
    if form.is_valid():
        file = attempt(form, lambda: _keep(request.actor, scheme, form.cleaned_data["file"]))
        if file:
            return redirect("scheme_import_check", pk, file.pk)
    note = _(
        "Tệp in từ hệ thống nhập lại được nguyên như vậy. Bản mô tả của địa phương cũng đọc "
        "được: đề mục đánh số tùy ý, bảng ba cột, cấp độ như “2-3”."
    )
    return _ask(request, scheme, form, _("Nhập bản mô tả từ Word"), _("Đọc thử"), note)


@form_page
def scheme_import_check(request, pk, file_id):
    """Step 2: what was read, what was not; written when confirmed."""
    scheme = _kept(request, pk)
    file = StoredFile.objects.filter(
        pk=file_id, uploaded_by=request.actor.account_id, unit_path=scheme.unit.path
    ).first()
    if file is None or not file.name.endswith(".docx"):
        raise NotVisible
    form = django_forms.Form(sent(request))
    run = {"scheme_id": pk, "dry_run": not form.is_valid()}
    report = attempt(form, lambda: import_positions(request.actor, read_stored(file), **run))
    if report and report.is_done:
        counts = {
            "created": report.count("created"),
            "updated": report.count("updated"),
            "unchanged": report.count("unchanged"),
        }
        messages.success(
            request,
            _("Đã nhập: %(created)s mới, %(updated)s cập nhật, %(unchanged)s không đổi.") % counts,
        )
        return redirect("scheme_detail", pk)
    context = {"scheme": scheme, "file": file, "report": report, "form": form}
    return render(request, "organisation/scheme_import_check.html", context)


@transaction.atomic
def _keep(actor, scheme, upload):
    return store(actor, upload, unit_path=scheme.unit.path, allowed={"docx"}, max_mb=20)


def _kept(request, pk):
    scheme = get_scheme(request.actor, pk)
    require(request.actor, KEEP_POSTS, scheme.unit.path)
    return scheme


def _ask(request, scheme, form, title, submit, note=""):
    back = reverse("scheme_detail", args=[scheme.pk])
    return ask(request, form, title=title, submit=submit, back=back, above=str(scheme), note=note)
