"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "catalogue_begun": _("Lập danh mục sản phẩm"),
        "catalogue_revised": _("Soạn lần mới của danh mục sản phẩm"),
        "catalogue_changed": _("Sửa thông tin danh mục sản phẩm"),
        "catalogue_submitted": _("Trình danh mục sản phẩm"),
        "catalogue_returned": _("Trả lại danh mục sản phẩm"),
        "catalogue_approved": _("Duyệt danh mục sản phẩm"),
        "catalogue_imported": _("Nhập danh mục sản phẩm từ Excel"),
        "product_added": _("Thêm dòng vào danh mục sản phẩm"),
        "product_changed": _("Sửa dòng của danh mục sản phẩm"),
        "product_dropped": _("Bỏ dòng khỏi danh mục sản phẩm"),
        "product_suggested": _("Đề xuất bổ sung danh mục sản phẩm"),
        "ratio_given": _("Cho ý kiến quy đổi"),
        "suggestion_signed": _("Ký đưa đề xuất vào danh mục"),
        "suggestion_refused": _("Không đưa đề xuất vào danh mục"),
    }
)
register_subjects(
    {
        "catalogue.catalogue": _("danh mục sản phẩm, công việc"),
        "catalogue.product": _("sản phẩm của danh mục"),
        "catalogue.productproposal": _("đề xuất bổ sung danh mục"),
        "catalogue.ratioestimate": _("ý kiến quy đổi của đồng nghiệp"),
    }
)
