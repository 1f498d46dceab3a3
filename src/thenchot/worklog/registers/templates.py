"""Templates of a month's work, and the products of one."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns
from thenchot.platform.registers.filters import RegisterFilter, WordsFilter
from thenchot.platform.registers.listing import Listing
from thenchot.platform.registers.register import PageLink, Register
from thenchot.worklog.access import ASSIGN
from thenchot.worklog.actions.templates import TEMPLATE_LINE
from thenchot.worklog.labels import whom
from thenchot.worklog.queries.assigning import list_templates


def last_day_of(line) -> str:
    return gettext("ngày %(n)s") % {"n": line.due_day} if line.due_day else gettext("cuối tháng")


class TemplateFilter(RegisterFilter):
    q = WordsFilter("name", "title", "position__name")
    unit = UnitFilter(ASSIGN)


class TemplateRegister(Register):
    """Those in use, by unit and name."""

    code, title = "template_list", _("Mẫu giao việc")
    lead = _(
        "Sản phẩm của một tháng theo vị trí: giao cho nhiều người bằng một lần bấm; đổi mẫu thì "
        "xem khác biệt trước khi giao lại."
    )
    see = ASSIGN
    rows = staticmethod(list_templates)
    filters = TemplateFilter
    links = (PageLink(_("Lập mẫu"), "template_new", ASSIGN, "go"),)
    tabs, file_name = "catalogue/_tabs.html", "mau-giao-viec"
    template = "worklog/templates.html"
    empty = _("Chưa có mẫu nào.")

    name = columns.LinkColumn(_("Mẫu"), route="template_detail", width=40)
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34)
    whom = columns.Column(_("Cho ai"), whom, width=30)
    products = columns.NumberColumn(_("Số sản phẩm"), width=12, sort="products")


class TemplateLineListing(Listing):
    """The products of a template in the order of the catalogue."""

    label = _("Sản phẩm của mẫu")

    product = columns.Column(_("Sản phẩm"), lambda line: f"{line.product.code} {line.product.name}")
    factor = columns.NumberColumn(_("Hệ số"), "product__factor")
    quantity = columns.NumberColumn(_("Số lượng một tháng"))
    due_day = columns.Column(_("Hạn"), last_day_of)
    step = columns.OffersColumn(
        _("Việc có thể làm"), offers=TEMPLATE_LINE.offers, about="product__code"
    )
