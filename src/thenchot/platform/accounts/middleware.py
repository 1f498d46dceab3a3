import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from thenchot.platform.runtime.untraced import is_untraced

SINCE, SEEN = "since", "seen_at"
STEP = 60  # seconds between two writes of the session, so that reading pages stays a read


def sign_out_in_time(get_response):
    """Signed out after IDLE_MINUTES without a request, and after SESSION_HOURS in any case; the
    next page is the log-in and leads back afterwards.
    """

    def middleware(request):
        if request.user.is_authenticated and (why := _why_over(request)):
            logout(request)
            messages.info(request, why)
            return to_page(request, resolve_url(settings.LOGIN_URL))
        return get_response(request)

    return middleware


def _why_over(request) -> str:
    now, seen = int(time.time()), request.session.get(SEEN)
    since = request.session.get(SINCE, now)
    if (seen is None or now - seen > STEP) and not is_untraced(request):
        request.session[SINCE], request.session[SEEN] = since, now
    if now - since > settings.SESSION_HOURS * 3600:
        return _("Phiên làm việc kết thúc sau %d giờ; xin đăng nhập lại.") % settings.SESSION_HOURS
    if seen is not None and now - seen > settings.IDLE_MINUTES * 60:
        return (
            _("Phiên làm việc đã kết thúc vì không có thao tác trong %d phút.")
            % settings.IDLE_MINUTES
        )
    return ""


def to_page(request, url: str):
    """There, and back afterwards; a fragment takes the whole page along."""
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(url)
    back = request.get_full_path() if request.method == "GET" else ""
    return redirect(f"{url}?{urlencode({'next': back})}" if back else url)
