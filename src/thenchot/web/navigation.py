"""The menu: what this person may open. Rooms register nothing; the composition root lists the
pages.
"""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Entry:
    """`also`: where pages of the subject lie that are not below its first page."""

    label: str | Promise
    url_name: str
    permission: str | None = None
    also: tuple[str, ...] = ()

    def begins(self):
        return (reverse(self.url_name), *self.also)


# The own sheet's pages belong to "Tháng của tôi" for whoever has no "Đánh giá", which comes later
# and wins.
SCORED = ("/months/", "/work/", "/years/", "/ratings/", "/objections/")


MENU = (
    Entry(_("Bàn làm việc"), "desk"),
    Entry(_("Tháng của tôi"), "my_month", also=SCORED),
    Entry(
        _("Việc hằng ngày"),
        "work_log",
        "worklog.see_log",
        ("/work/hard/", "/work/opinions/", "/work/field-visits/", "/work/no-product/"),
    ),
    Entry(_("Góp ý, nhiều chiều"), "feedback_mine", also=("/feedback/",)),
    Entry(_("Hồ sơ của tôi"), "my_file"),
    Entry(_("Bảng theo dõi"), "board", "programmes.see_board"),
    Entry(_("Số liệu"), "insight_board", "insight.see"),
    Entry(_("Nhiệm vụ"), "task_list", "programmes.see_tasks"),
    Entry(_("Chương trình"), "programme_list", "programmes.see_tasks"),
    Entry(_("Cảnh báo"), "alert_list", "alerts.see"),
    Entry(_("Nhập văn bản"), "import_start", "programmes.import"),
    Entry(_("Văn bản"), "directive_list", "documents.see"),
    Entry(_("Tổ chức"), "unit_list", "organisation.see"),
    Entry(_("Con người"), "person_list", "people.see"),
    Entry(_("Tiêu chuẩn"), "standard_board", "standards.see_board"),
    Entry(
        _("Danh mục sản phẩm"),
        "catalogue_list",
        "catalogue.see",
        ("/products/", "/product-proposals/", "/work-templates/", "/work-sources/"),
    ),
    Entry(
        _("Đánh giá"),
        "month_board",
        "worklog.see",
        (
            *SCORED,
            "/meetings/",
            "/organisations/",
            "/complaints/",
            "/absences/",
            "/faults/",
            "/causes/",
            "/assessments/",
        ),
    ),
    Entry(_("Chính sách"), "policy_list", "policies.see"),
    Entry(_("Tài khoản"), "account_admin", "accounts.administer"),
    Entry(_("Nhật ký"), "audit_list", "audit.see"),
)


def here(path, entries):
    """The one entry a page belongs to: whose pages begin with the longest part of its address, of
    two the later.
    """
    reach = [
        max((len(start) for start in entry.begins() if is_inside(path, start)), default=0)
        for entry in entries
    ]
    return max(zip(reach, range(len(entries)), entries, strict=True))[2] if any(reach) else None


def is_inside(path, start):
    """Pages below a list belong to its entry: /people/12/ to /people/; below the desk lies
    everything.
    """
    return path == start if start == "/" else path.startswith(start)


def context(request):
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {"demo": settings.DEMO, "demo_accounts": demo_accounts() if settings.DEMO else None}
    open_to = [
        entry for entry in MENU if entry.permission is None or request.actor.has(entry.permission)
    ]
    on = here(request.path, open_to)
    menu = [
        {"label": entry.label, "url": reverse(entry.url_name), "on": entry is on}
        for entry in open_to
    ]
    return {"menu": menu, "actor": request.actor, "demo": settings.DEMO}


def demo_accounts():
    """Password and accounts of a demonstration, as `thenchot demo` wrote them beside its data."""
    file = settings.HOME / "demo-accounts.txt"
    if not file.exists():
        return None
    password, *rows = file.read_text(encoding="utf8").splitlines()
    return {"password": password, "rows": [row.split("\t") for row in rows]}
