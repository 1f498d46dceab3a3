"""A catalogue as a workbook, out and in again."""

from decimal import Decimal

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.catalogue import listings
from thenchot.catalogue.access import SEE_CATALOGUE, may_draw_up
from thenchot.catalogue.list_import.lines import CatalogueLine
from thenchot.catalogue.list_import.writing import write_catalogue
from thenchot.catalogue.queries import catalogue as queries
from thenchot.catalogue.services.list_importing import import_catalogue
from thenchot.catalogue.services.uploads import kept_list
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.answers import attachment

SHOWN = 400  # lines of a dry run on the page
GUESSES = 200
FIVE = Decimal(5)
EXAMPLES = (
    CatalogueLine(
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
    CatalogueLine(
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


@require_safe
def catalogue_export(request, pk):
    """The usual layout, ready to print and to come back without difference."""
    catalogue = queries.get_catalogue(request.actor, pk)
    require_somewhere(request.actor, SEE_CATALOGUE)
    head = {
        "owner": catalogue.unit.name,
        "name": catalogue.name,
        "basis": catalogue.basis,
        "unit_product": catalogue.unit_product,
        "unit_points": catalogue.unit_points,
    }
    content = write_catalogue(queries.standing(catalogue), **head)
    return attachment(content, f"danh-muc-san-pham-lan-{catalogue.version}.xlsx")


@require_safe
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


@require_http_methods(["GET", "HEAD", "POST"])
def catalogue_import_check(request, pk, file_id):
    """GET: the dry run. POST: the same once more, and written when it is clean."""
    catalogue = queries.get_catalogue(request.actor, pk)
    may_draw_up(request.actor, catalogue).or_refuse()
    file = kept_list(request.actor, file_id)
    is_final = request.method == "POST"
    report = import_catalogue(request.actor, catalogue_id=pk, file=file, dry_run=not is_final)
    if report.is_done:
        messages.success(request, _("Đã ghi các dòng của danh mục."))
        return redirect("catalogue_detail", pk)
    context = {
        "catalogue": catalogue,
        "file": file,
        "report": report,
        "tables": [
            (title, note, listing(rows, request=request))
            for title, note, listing, rows in _parts(report)
            if rows
        ],
    }
    return render(request, "catalogue/check.html", context)


def _parts(report) -> list[tuple]:
    """(title, note, listing, rows) of the page."""
    lines = [line for line in report.lines if line.action != "unchanged"]
    return [
        (
            _("Cần sửa trong tệp rồi tải lại"),
            _("Chưa dòng nào được ghi"),
            listings.CatalogueProblemListing,
            report.problems[:SHOWN],
        ),
        (
            _("Máy hiểu như sau"),
            _("Xem lại trước khi xác nhận"),
            listings.GuessListing,
            report.guesses[:GUESSES],
        ),
        (
            _("Chỗ khác với bản soạn đang có"),
            "",
            listings.ChangeListing,
            report.changes[:SHOWN],
        ),
        (
            _("Dòng mới, dòng đổi, dòng bỏ"),
            "",
            listings.CatalogueLineListing,
            lines[:SHOWN],
        ),
    ]
