"""Headers of every answer, and the one place where a refusal becomes a page."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import translation

from thenchot.kernel.decision import Refused
from thenchot.kernel.typed import LARGEST, whole_of
from thenchot.platform.language import say_reason

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src "
    "'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def security_headers(get_response):
    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", CSP)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()"
        )
        if request.path.startswith("/static/"):
            return response
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def refuse_large_bodies(get_response):
    """By the length that the request gives, before a byte of it is read."""

    def middleware(request):
        if _length_of(request) > _longest(request):
            context = {"is_in": request.user.is_authenticated}
            return render(request, "413.html", context, status=413)
        return get_response(request)

    return middleware


def _length_of(request) -> int:
    return whole_of(request.META.get("CONTENT_LENGTH") or "0") or 0


def _longest(request) -> int:
    if request.user.is_authenticated:
        return settings.LARGEST_BODY
    return settings.LARGEST_BODY_OF_A_STRANGER


def chosen_language(get_response):
    """The language the person chose (a cookie), else Vietnamese: what the browser asks for is no
    choice.
    """
    languages = dict(settings.LANGUAGES)

    def middleware(request):
        wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = wanted if wanted in languages else settings.LANGUAGE_CODE
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


class explain_refusals:  # noqa: N801 - a class for its exception hook, reads as a function
    """Refused: whoever came from a page of ours stays there, with every reason and its article; an
    address that was typed, a fragment or another program gets 403 with the same reasons.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """A number that no row can have is one of no row, whatever the page does with it."""
        if any(isinstance(value, int) and value > LARGEST for value in kwargs.values()):
            raise Http404

    def process_exception(self, request, exception):
        if isinstance(exception, Refused):
            if back := page_before(request):
                for reason in exception.decision.reasons:
                    messages.error(request, say_reason(reason))
                return redirect(back)
            template = (
                "web/_refusal.html" if getattr(request, "htmx", False) else "web/refused.html"
            )
            return render(request, template, {"decision": exception.decision}, status=403)
        return None


def page_before(request) -> str:
    """The page of ours from which the person came, if it is another one than this."""
    came_from = request.headers.get("Referer", "")
    if getattr(request, "htmx", False) or not came_from:
        return ""
    parts = urlsplit(came_from)
    if parts.netloc != request.get_host() or parts.path == request.path:
        return ""
    return parts._replace(scheme="", netloc="").geturl()
