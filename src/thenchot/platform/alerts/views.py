from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.platform.alerts import services
from thenchot.platform.alerts.forms import DigestForm
from thenchot.platform.alerts.mail import hour_for
from thenchot.platform.clock import today


@require_safe
def open_notice(request, notice_id):
    """Marks it read and goes to the page it is about."""
    notice = services.read_notice(request.actor, notice_id=notice_id)
    return redirect(notice.url)


@require_POST
def read_all(request):
    services.read_all_notices(request.actor)
    return redirect("notice_list")


@require_http_methods(["GET", "HEAD", "POST"])
def digest_choice(request):
    """Whether one wants the daily mail, and where it goes."""
    asked = request.POST if request.method == "POST" else None
    form = DigestForm(asked, initial={"wants": request.user.wants_digest})
    if form.is_bound and form.is_valid():
        services.choose_digest(request.actor, **form.cleaned_data)
        messages.success(request, _("Đã ghi."))
        return redirect("digest_choice")
    context = {
        "form": form,
        "title": _("Thư báo việc"),
        "above": _("Việc báo cho tôi"),
        "back": reverse("notice_list"),
        "submit": _("Ghi"),
        "note": _about_the_mail(request),
    }
    return render(request, "ui/form_page.html", context)


def _about_the_mail(request) -> str:
    hour = hour_for(request.actor.paths, today())
    if not settings.EMAIL_HOST or hour is None:
        return _("Đơn vị hiện không gửi thư báo việc; mọi việc vẫn báo trên trang này.")
    if not request.user.email:
        return _("Tài khoản chưa có địa chỉ thư điện tử nên không gửi thư.")
    said = _(
        "Từ %(hour)s giờ mỗi ngày, nếu có việc chưa đọc thì một thư gửi tới %(email)s: "
        "chỉ nêu loại việc và đường dẫn."
    )
    return said % {"hour": hour, "email": request.user.email}
