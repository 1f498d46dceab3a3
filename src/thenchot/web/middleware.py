"""Headers of every answer, and the one place where a refusal becomes a page."""

from django.conf import settings
from django.shortcuts import render
from django.utils import translation

from thenchot.kernel.decision import Refused

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


class explain_refusals:  # noqa: N801 - reads as a function in MIDDLEWARE, needs the exception hook of a class
    """Refused -> 403 with every reason, article and what would make it possible."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, Refused):
            template = "web/_refusal.html" if getattr(request, "htmx", False) else "403.html"
            return render(request, template, {"decision": exception.decision}, status=403)
        return None
