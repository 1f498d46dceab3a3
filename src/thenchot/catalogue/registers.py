"""Catalogues of products, the lines of one, and proposals for them."""

import django_filters
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.access import EDIT_CATALOGUE, SEE_CATALOGUE, is_own
from thenchot.catalogue.actions import CATALOGUE, PRODUCT
from thenchot.catalogue.labels import CATALOGUE_STATE, PROPOSAL_STATE, TONE, held
from thenchot.catalogue.queries import catalogue as queries
from thenchot.catalogue.queries.proposals import list_proposals
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.platform.scope.actor import require_somewhere


class CatalogueFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "unit__name", "basis")
    state = filters.CodeFilter(_("Trạng thái"), CATALOGUE_STATE)


class CatalogueRegister(Register):
    """By unit and name, the latest version first."""

    code, title = "catalogue_list", _("Danh mục sản phẩm, công việc")
    see = SEE_CATALOGUE
    filters, states = CatalogueFilter, "state"
    links = (
        PageLink(_("Tải tệp mẫu"), "catalogue_template", SEE_CATALOGUE),
        PageLink(_("Lập danh mục"), "catalogue_new", EDIT_CATALOGUE, "go"),
    )
    tabs, template = "catalogue/_tabs.html", "catalogue/list.html"
    per_page, file_name = 100, "danh-muc"
    empty = _("Chưa có danh mục nào. Việc vẫn ghi được, nhưng chỉ tính vào kết quả khi đã quy đổi.")

    name = columns.LinkColumn(_("Danh mục"), str, route="catalogue_detail", width=40, sort="name")
    unit = columns.Column(_("Của đơn vị"), "unit__name", width=34)
    lines = columns.NumberColumn(_("Số dòng"), width=10, sort="lines")
    basis = columns.Column(_("Văn bản ban hành"), width=40)
    valid_from = columns.Column(_("Áp dụng"), held, width=26, css="nowrap", sort="valid_from")
    state = columns.StateColumn(_("Trạng thái"), labels=CATALOGUE_STATE, tones=TONE, width=16)

    def get_rows(self, permission):
        return queries.list_catalogues(self.actor)


class ProductFilter(filters.RegisterFilter):
    q = django_filters.CharFilter(
        label=_("Tìm trong danh mục (không cần dấu)"),
        method="saying",
        widget=forms.TextInput({"type": "search", "placeholder": _("ví dụ: soan bao cao")}),
    )

    def saying(self, rows, name, value):
        return rows.filter(queries.saying(value))


class ProductRegister(Register):
    """The page of one catalogue: its lines by sheet and section, as in the workbook."""

    code, title = "catalogue_detail", _("Các dòng của danh mục")
    filters = ProductFilter
    template = "catalogue/detail.html"
    official = Official("Danh mục sản phẩm, công việc")
    per_page, file_name = 100, "san-pham-cua-danh-muc"
    empty = _("Danh mục chưa có dòng nào.")

    sheet = columns.Column(_("Trang"), width=18, shown=False, sort=False)
    section = columns.Column(_("Phần"), width=24, shown=False, sort=False)
    code_of = columns.Column(_("Mã CV"), "code", width=12, paper=18, css="nowrap")
    name = columns.Column(
        _("Công việc chi tiết"),
        notes=(
            lambda product: product.task if product.task != product.section else None,
            "body",
            "note",
        ),
        width=50,
        paper=80,
        sort=False,
    )
    task = columns.Column(_("Nhiệm vụ"), width=30, shown=False, sort=False)
    output = columns.Column(_("Sản phẩm đầu ra"), width=30, paper=50, sort=False)
    group = columns.Column(_("Nhóm"), notes=("frame",), width=10, paper=18)
    points = columns.NumberColumn(_("Điểm"), width=10, paper=18)
    factor = columns.NumberColumn(_("Hệ số"), width=10, paper=18)
    step = columns.OffersColumn(_("Việc có thể làm"), offers=PRODUCT.offers, about="code")

    @cached_property
    def catalogue(self):
        catalogue = queries.get_catalogue(self.actor, self.keys["pk"])
        require_somewhere(self.actor, SEE_CATALOGUE)
        return catalogue

    def heading(self):
        return str(self.catalogue)

    @staticmethod
    def row_group(product):
        return product.heading

    @property
    def shown(self) -> list[str]:
        """Whoever may change no line has no column for it."""
        chosen = list(super().shown)
        if "step" in chosen and not CATALOGUE.offers(self.actor, self.catalogue, "edit"):
            chosen.remove("step")
        return chosen

    def get_rows(self, permission):
        return queries.standing(self.catalogue)

    def prepare(self, rows):
        """`heading` where another sheet or section begins."""
        before = None
        for product in rows:
            product.catalogue = self.catalogue
            here = " · ".join(part for part in (product.sheet, product.section) if part)
            product.heading = here if here != before and not self.sort else ""
            before = here
        return rows

    def context(self):
        catalogue, own = self.catalogue, is_own(self.actor, self.catalogue)
        offers = CATALOGUE.offers(self.actor, catalogue)
        return {
            "catalogue": catalogue,
            "offers": offers,
            "state": CATALOGUE_STATE[catalogue.state],
            "tone": TONE.get(catalogue.state, ""),
            "held": held(catalogue) or gettext("chưa áp dụng"),
            "returned": catalogue.note if catalogue.state == "draft" else "",
            "waits_for_another": own and any(offer.name == "return" for offer in offers),
            "q": self.given.get("q", ""),
        }


class ProposalFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "output")
    state = filters.CodeFilter(_("Trạng thái"), PROPOSAL_STATE)


class ProposalRegister(Register):
    """Open ones first, then the latest."""

    code, title = "product_proposal_list", _("Đề xuất bổ sung danh mục")
    lead = _(
        "Việc chưa có tên trong danh mục: ai cũng đề xuất được, đồng nghiệp cho ý kiến quy đổi, "
        "người có thẩm quyền ký đưa vào danh mục."
    )
    see = SEE_CATALOGUE
    filters, states = ProposalFilter, "state"
    links = (PageLink(_("Đề xuất"), "product_proposal_new", SEE_CATALOGUE, "go"),)
    tabs, file_name = "catalogue/_tabs.html", "de-xuat-bo-sung-danh-muc"
    empty = _("Chưa có đề xuất nào.")

    name = columns.LinkColumn(
        _("Công việc, sản phẩm"),
        route="product_proposal_detail",
        notes=("output",),
        width=50,
        sort=False,
    )
    proposed_by = columns.Column(_("Người đề xuất"), width=26, sort=False)
    proposed_on = columns.DayColumn(
        _("Ngày đề xuất"),
        lambda proposal: proposal.proposed_at.date(),
        sort="proposed_at",
        width=13,
    )
    voices = columns.NumberColumn(_("Ý kiến quy đổi"), width=12, sort="voices")
    state = columns.StateColumn(
        _("Trạng thái"), labels=PROPOSAL_STATE, tones=TONE, notes=("product__code",), width=22
    )

    def get_rows(self, permission):
        return list_proposals(self.actor)
