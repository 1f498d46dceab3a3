import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from thenchot.platform.runtime.untraced import is_untraced

SEEN = "seen_at"
STEP = 60  # seconds between two writes of the session, so that reading pages stays a read


def sign_out_when_idle(get_response):
    """Signed out after IDLE_MINUTES without a request; the next page is the log-in and leads back
    afterwards.
    """

    def middleware(request):
        if request.user.is_authenticated and _is_idle(request):
            logout(request)
            return _to_log_in(request)
        return get_response(request)

    return middleware


def _is_idle(request):
    now, seen = int(time.time()), request.session.get(SEEN)
    if (seen is None or now - seen > STEP) and not is_untraced(request):
        request.session[SEEN] = now
    return seen is not None and now - seen > settings.IDLE_MINUTES * 60


def _to_log_in(request):
    messages.info(
        request,
        _("Phiên làm việc đã kết thúc vì không có thao tác trong %d phút.") % settings.IDLE_MINUTES,
    )
    url = resolve_url(settings.LOGIN_URL)
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(url)
    back = request.get_full_path() if request.method == "GET" else ""
    return redirect(f"{url}?{urlencode({'next': back})}" if back else url)
