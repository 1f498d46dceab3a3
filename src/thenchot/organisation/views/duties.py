"""One function of a commune; the empty workbook and the import."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.organisation import duty_sheets, queries
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.actions.duties import DUTY
from thenchot.organisation.listings import HolderListing
from thenchot.organisation.queries.duties import get_duty, holders_of
from thenchot.organisation.wording import days_of
from thenchot.platform.files.importing import Importer
from thenchot.platform.ui.answers import attachment

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def duty_template(request):
    return attachment(duty_sheets.template(), "mau-chuc-nang.xlsx")


@require_safe
def duty_detail(request, pk):
    duty = get_duty(request.actor, pk)
    holders = list(holders_of(request.actor, duty))
    context = {
        "duty": duty,
        "days": days_of(duty),
        "holders": HolderListing(holders, actor=request.actor) if holders else None,
        "offers": DUTY.offers(request.actor, duty),
    }
    return render(request, "organisation/duty_detail.html", context)


importer = Importer(
    title=gettext_lazy("Nhập chức năng, nhiệm vụ từ Excel"),
    permission=KEEP_POSTS,
    run=duty_sheets.import_duties,
    homes=lambda actor: queries.homes_over(actor, KEEP_POSTS),
    template_route="duty_template",
    upload_route="duty_import",
    check_route="duty_import_check",
    done_route="duty_list",
)
duty_import = form_page(importer.upload)
duty_import_check = form_page(importer.check)
