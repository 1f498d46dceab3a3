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


# The first that stands in what a browser says of itself: many name others as well.
_BROWSERS = {"Edg": "Edge", "CocCoc": "Cốc Cốc", "coc_coc": "Cốc Cốc", "Firefox": "Firefox"}
_BROWSERS |= {"Chrome": "Chrome", "CriOS": "Chrome", "Safari": "Safari"}
_SYSTEMS = {"Windows": "Windows", "Android": "Android", "iPhone": "iPhone", "iPad": "iPad"}
_SYSTEMS |= {"Mac OS": "macOS", "Linux": "Linux"}


def browser_in_words(user_agent: str) -> str:
    """ "Chrome, Windows"; what is not known stays as it was said, cut short."""
    named = [
        next((name for mark, name in known.items() if mark in user_agent), "")
        for known in (_BROWSERS, _SYSTEMS)
    ]
    return ", ".join(filter(None, named)) or user_agent[:60]
