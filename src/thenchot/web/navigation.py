"""The menu: what this person may open. Rooms register nothing; the composition root lists the pages."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Entry:
    label: str
    url_name: str
    permission: str | None = None


MENU = (
    Entry(_("Bàn làm việc"), "desk"),
    Entry(_("Tháng của tôi"), "my_month"),
    Entry(_("Góp ý, nhiều chiều"), "sides_mine"),
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
    Entry(_("Đánh giá"), "month_board", "performance.see"),
    Entry(_("Chính sách"), "policy_list", "policies.see"),
    Entry(_("Tài khoản"), "account_admin", "accounts.administer"),
    Entry(_("Nhật ký"), "audit_list", "audit.see"),
)


def is_inside(path, url):
    """Pages below a list belong to its entry: /people/12/ to /people/."""
    return url != "/" and path.startswith(url)


def context(request):
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {"demo": settings.DEMO, "demo_accounts": demo_accounts() if settings.DEMO else None}
    here = request.resolver_match.url_name if request.resolver_match else ""
    entries = [
        {"label": e.label, "url": reverse(e.url_name), "on": e.url_name == here or is_inside(request.path, reverse(e.url_name))}
        for e in MENU
        if e.permission is None or request.actor.has(e.permission)
    ]
    return {"menu": entries, "actor": request.actor, "demo": settings.DEMO}


def demo_accounts():
    """Password and accounts of a demonstration, as `thenchot demo` wrote them beside its data."""
    file = settings.HOME / "demo-accounts.txt"
    if not file.exists():
        return None
    password, *rows = file.read_text(encoding="utf8").splitlines()
    return {"password": password, "rows": [row.split("\t") for row in rows]}
