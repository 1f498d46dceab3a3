"""Catalogues of products: the list, one, its way to approval, its lines, Excel in and out."""

from decimal import Decimal

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.catalogue import forms
from thenchot.catalogue.access import APPROVE_CATALOGUE, EDIT_CATALOGUE, SEE_CATALOGUE
from thenchot.catalogue.enums import CatalogueState
from thenchot.catalogue.list_import.lines import Line
from thenchot.catalogue.list_import.writing import write_catalogue
from thenchot.catalogue.queries import catalogue as queries
from thenchot.catalogue.rules.catalogue import may_edit
from thenchot.catalogue.services import cataloguing
from thenchot.catalogue.services.list_importing import import_catalogue
from thenchot.catalogue.services.uploads import keep_list, kept_list
from thenchot.platform.scope.actor import require, require_somewhere
from thenchot.platform.ui.answers import attachment
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent

PER_PAGE = 100
SHOWN = 400  # lines of a dry run on the page


@require_safe
@login_required
def catalogue_list(request):
    require_somewhere(request.actor, SEE_CATALOGUE)
    page = Paginator(queries.list_catalogues(request.actor), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(
        request,
        "catalogue/list.html",
        {"page": page, "may_begin": request.actor.has(EDIT_CATALOGUE)},
    )


@require_safe
@login_required
def catalogue_detail(request, pk):
    found = _seen(request, pk)
    page = Paginator(queries.products_like(found, request.GET.get("q", "")), PER_PAGE).get_page(
        request.GET.get("page")
    )
    may_draw, may_decide = (
        bool(request.actor.may(permission, found.unit.path))
        for permission in (EDIT_CATALOGUE, APPROVE_CATALOGUE)
    )
    is_own = request.actor.account_id in (found.made_by_id, found.submitted_by_id)
    context = {
        "catalogue": found,
        "page": page,
        "q": request.GET.get("q", ""),
        "is_own": is_own,
        "may_edit": may_draw and found.state == CatalogueState.DRAFT,
        "may_revise": may_draw and found.state == CatalogueState.APPROVED,
        "may_decide": may_decide and found.state == CatalogueState.SUBMITTED,
    }
    return render(
        request,
        "catalogue/_products_table.html" if request.htmx else "catalogue/detail.html",
        context,
    )


@require_safe
@login_required
def catalogue_export(request, pk):
    found = _seen(request, pk)
    head = {
        "owner": found.unit.name,
        "name": found.name,
        "basis": found.basis,
        "unit_product": found.unit_product,
        "unit_points": found.unit_points,
    }
    return attachment(
        write_catalogue(queries.standing(found), **head),
        f"danh-muc-san-pham-lan-{found.version}.xlsx",
    )


@require_safe
@login_required
def catalogue_template(request):
    """The layout with one example line a sheet."""
    require_somewhere(request.actor, SEE_CATALOGUE)
    content = write_catalogue(
        EXAMPLES,
        owner="(tên đơn vị)",
        name="Danh mục sản phẩm, công việc",
        unit_product="văn bản hành chính đơn giản",
        unit_points=FIVE,
    )
    return attachment(content, "mau-danh-muc-san-pham.xlsx")


FIVE = Decimal(5)
EXAMPLES = (
    Line(
        "Quản lý",
        0,
        "QL.01",
        "Chỉ đạo xây dựng kế hoạch công tác năm",
        Decimal(4),
        "I. Chỉ đạo, điều hành",
        task="Lãnh đạo",
        output="Kế hoạch",
        group="N2",
        frame="11-50",
        points=Decimal(20),
    ),
    Line(
        "Dùng chung",
        0,
        "DC.01",
        "Soạn văn bản hành chính đơn giản",
        Decimal(1),
        output="Văn bản",
        group="N1",
        frame="1-10",
        points=FIVE,
    ),
)


@form_page
@login_required
def catalogue_new(request):
    require_somewhere(request.actor, EDIT_CATALOGUE)
    form = forms.NewCatalogueForm(sent(request), paths=request.actor.paths_for(EDIT_CATALOGUE))
    if form.is_valid():
        made = attempt(form, lambda: cataloguing.begin_catalogue(request.actor, **form.facts()))
        if made:
            return done(
                request,
                _("Đã lập danh mục; nhập các dòng từ Excel hoặc thêm từng dòng."),
                "catalogue_detail",
                made.pk,
            )
    return ask(
        request,
        form,
        title=_("Lập danh mục"),
        submit=_("Lập"),
        back=reverse("catalogue_list"),
        above=_("Danh mục sản phẩm"),
    )


@form_page
@login_required
def catalogue_edit(request, pk):
    found = _draft(request, pk)
    form = forms.CatalogueForm(
        sent(request), initial={name: getattr(found, name) for name in cataloguing.HEAD}
    )
    if form.is_valid() and attempt(
        form,
        lambda: cataloguing.change_catalogue(request.actor, catalogue_id=pk, **form.cleaned_data),
    ):
        return done(request, _("Đã ghi thay đổi."), "catalogue_detail", pk)
    return _of(request, found, form, _("Sửa thông tin danh mục"))


@require_POST
@login_required
def catalogue_revise(request, pk):
    made = cataloguing.revise_catalogue(request.actor, catalogue_id=pk)
    return done(
        request, _("Đã soạn lần mới từ danh mục đang áp dụng."), "catalogue_detail", made.pk
    )


@require_POST
@login_required
def catalogue_submit(request, pk):
    cataloguing.submit_catalogue(request.actor, catalogue_id=pk)
    return done(request, _("Đã trình danh mục."), "catalogue_detail", pk)


@form_page
@login_required
def catalogue_return(request, pk):
    found = _seen(request, pk)
    require(request.actor, APPROVE_CATALOGUE, found.unit.path)
    form = forms.ReturnForm(sent(request))
    if form.is_valid() and attempt(
        form,
        lambda: cataloguing.return_catalogue(request.actor, catalogue_id=pk, **form.cleaned_data),
    ):
        return done(request, _("Danh mục trở lại bản soạn."), "catalogue_list")
    return _of(request, found, form, _("Trả lại danh mục"))


@form_page
@login_required
def catalogue_approve(request, pk):
    found = _seen(request, pk)
    require(request.actor, APPROVE_CATALOGUE, found.unit.path)
    form = forms.ApproveForm(sent(request), initial={"basis": found.basis})
    if form.is_valid() and attempt(
        form,
        lambda: cataloguing.approve_catalogue(request.actor, catalogue_id=pk, **form.cleaned_data),
    ):
        return done(request, _("Danh mục được áp dụng."), "catalogue_detail", pk)
    return _of(request, found, form, _("Duyệt danh mục"), _("Duyệt"))


@form_page
@login_required
def product_new(request, pk):
    found = _draft(request, pk)
    form = forms.ProductForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: cataloguing.put_product(request.actor, catalogue_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã thêm dòng."), "catalogue_detail", pk)
    return _of(request, found, form, _("Thêm sản phẩm, công việc"))


@form_page
@login_required
def product_edit(request, pk):
    row = queries.get_product(request.actor, pk)
    _draft(request, row.catalogue_id)
    form = forms.ProductForm(sent(request), initial=forms.ProductForm.values_of(row))
    fields = {"catalogue_id": row.catalogue_id, "product_id": pk}
    if form.is_valid() and attempt(
        form, lambda: cataloguing.put_product(request.actor, **fields, **form.cleaned_data)
    ):
        return done(request, _("Đã ghi thay đổi."), "catalogue_detail", row.catalogue_id)
    return _of(request, row.catalogue, form, _("Sửa dòng") + f" {row.code}")


@require_POST
@login_required
def product_drop(request, pk):
    row = queries.get_product(request.actor, pk)
    cataloguing.drop_product(request.actor, catalogue_id=row.catalogue_id, product_id=pk)
    return done(request, _("Bản soạn không còn dòng này."), "catalogue_detail", row.catalogue_id)


@form_page
@login_required
def catalogue_import(request, pk):
    found = _draft(request, pk)
    form = forms.WorkbookForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        file = attempt(
            form,
            lambda: keep_list(
                request.actor, unit=found.unit, permission=EDIT_CATALOGUE, upload=upload
            ),
        )
        if file:
            return redirect("catalogue_import_check", pk, file.pk)
    note = _(
        "Bản soạn sau đó có đúng các dòng của tệp: dòng mới được thêm, dòng khác được sửa, dòng "
        "không còn thì bỏ. Bước sau cho xem từng dòng trước khi ghi."
    )
    return _of(request, found, form, _("Nhập danh mục từ Excel"), _("Đọc thử"), note)


@form_page
@login_required
def catalogue_import_check(request, pk, file_id):
    """GET: the dry run. POST: the same once more, and written when it is clean."""
    found = _draft(request, pk)
    file = kept_list(request.actor, file_id)
    report = import_catalogue(
        request.actor, catalogue_id=pk, file=file, dry_run=request.method != "POST"
    )
    if report.is_done:
        return done(request, _("Đã ghi các dòng của danh mục."), "catalogue_detail", pk)
    lines = [line for line in report.lines if line.action != "unchanged"][:SHOWN]
    context = {
        "catalogue": found,
        "file": file,
        "report": report,
        "lines": lines,
        "changes": report.changes[:SHOWN],
    }
    return render(request, "catalogue/check.html", context)


def _seen(request, pk):
    found = queries.get_catalogue(request.actor, pk)
    require_somewhere(request.actor, SEE_CATALOGUE)
    return found


def _draft(request, pk):
    found = queries.get_catalogue(request.actor, pk)
    require(request.actor, EDIT_CATALOGUE, found.unit.path)
    may_edit(found.state).or_refuse()
    return found


def _of(request, found, form, title, submit="", note=""):
    back = reverse("catalogue_detail", args=[found.pk])
    return ask(
        request,
        form,
        title=title,
        submit=submit or _("Ghi"),
        back=back,
        above=str(found),
        note=note,
    )
