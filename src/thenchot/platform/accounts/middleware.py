import time

from django.conf import settings
from django.contrib.auth import logout
from django.shortcuts import redirect

SEEN = "seen_at"
STEP = 60  # seconds between two writes of the session, so that reading pages stays a read


def sign_out_when_idle(get_response):
    """Signed out after IDLE_MINUTES without a request; the next page is the log-in."""

    def middleware(request):
        if request.user.is_authenticated and _is_idle(request):
            logout(request)
            return redirect(settings.LOGIN_URL)
        return get_response(request)

    return middleware


def _is_idle(request):
    now, seen = int(time.time()), request.session.get(SEEN)
    if seen is None or now - seen > STEP:
        request.session[SEEN] = now
    return seen is not None and now - seen > settings.IDLE_MINUTES * 60
