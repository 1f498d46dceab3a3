"""Failures of signing in: counted in the database for passwords, codes of the second factor and
slips alike, by name and by address.
"""

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db.models import Max, Sum
from django.shortcuts import render
from django.utils import timezone

from thenchot.platform.accounts.usernames import normal_username

LONGEST = 200


def counted_name(request, credentials=None) -> str:
    """The name under which a failure counts, however it was typed."""
    typed = (credentials or {}).get("username") or request.POST.get("login") or ""
    return normal_username(typed)[:LONGEST]


class FailureCounts(AxesDatabaseHandler):
    """`LOCK_AFTER`: so many failures of one name from one address, of one name from everywhere, of
    one address under whatever names. The fullest of the three decides.
    """

    def get_failures(self, request, credentials=None) -> int:
        counts = [
            attempts.aggregate(n=Sum("failures_since_start"))["n"] or 0
            for attempts in self.get_user_attempts(request, credentials)
        ]
        limit = settings.AXES_FAILURE_LIMIT
        return max(
            limit * count // most for count, most in zip(counts, settings.LOCK_AFTER, strict=True)
        )

    def reset_user_attempts(self, request, credentials=None) -> int:
        """Who signed in has proved one name, and nothing about others at the same address."""
        return forget(counted_name(request, credentials))


def forget(name: str) -> int:
    """Failures of one name no longer count."""
    return AccessAttempt.objects.filter(username=name).delete()[0]


def is_locked(request, name: str) -> bool:
    """Marks the request as well, so that it is answered with the page of the lock."""
    credentials = {"username": name}
    if AxesProxyHandler.is_allowed(request, credentials):
        return False
    request.axes_locked_out, request.axes_credentials = True, credentials
    return True


def count_failure(request, name: str) -> None:
    user_login_failed.send(sender=__name__, credentials={"username": name}, request=request)


def locked(request, original_response=None, credentials=None):
    """The page that says until when, and whom to call."""
    until = timezone.localtime(_last_failure(request, credentials) + get_cool_off(request))
    context = {"until": until, "contact": settings.CONTACT}
    return render(request, "accounts/locked.html", context, status=429)


def _last_failure(request, credentials):
    handler = AxesProxyHandler.get_implementation()
    limits = zip(handler.get_user_attempts(request, credentials), settings.LOCK_AFTER, strict=True)
    found = [
        (attempts.aggregate(n=Sum("failures_since_start"), last=Max("attempt_time")), most)
        for attempts, most in limits
    ]
    lasts = [sums["last"] for sums, most in found if (sums["n"] or 0) >= most]
    return max(lasts, default=get_cool_off_threshold(request) + get_cool_off(request))
