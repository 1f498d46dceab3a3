from django import template
from django.utils.translation import gettext_lazy as _

from thenchot.people.filing.sections import part_of

register = template.Library()


@register.filter
def beside(one, other):
    """Two lists of one length, pair by pair."""
    return zip(one, other, strict=True)


@register.filter
def part_title(code):
    """Title of a group of items or of a table, by its code."""
    part = part_of(code)
    return part.title if part else code


PAGES = {
    "person_detail": _("Trang tóm tắt"),
    "person_file": _("Hồ sơ"),
    "person_print": _("In lý lịch"),
    "proposal_detail": _("Đề nghị sửa hồ sơ"),
    "person_pledges": _("Cam kết"),
    "person_export": _("Danh sách Excel"),
    "person_export_whole": _("Xuất hồ sơ đầy đủ"),
}


@register.filter
def page_name(route):
    """What a page that reads files is called; its code where it has no name here."""
    return PAGES.get(route, route)
