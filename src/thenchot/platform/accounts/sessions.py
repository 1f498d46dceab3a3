"""The browsers in which an account is signed in."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone


def sessions_of(account_id):
    """Those that still live, the latest first; one query."""
    live = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return UserSession.objects.filter(user_id=account_id, session_key__in=live).order_by(
        "-created_at", "-pk"
    )


def end_sessions(sessions) -> int:
    """At once: the next request of such a browser is a stranger's."""
    keys = list(sessions.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    return UserSession.objects.filter(session_key__in=keys).delete()[0]
