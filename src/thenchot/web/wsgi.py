"""The one door of the server: `thenchot serve` loads `application` from here."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.web.settings")


def held(inner):
    """Under keys that are not those of the data nothing is done: what would be written could not be
    read. Asked until it is well, then never again.
    """
    from thenchot.web import health, views

    is_well = False

    def application(environ, start_response):
        nonlocal is_well
        if not is_well and environ.get("PATH_INFO") != "/healthz":
            if words := health.key_ring():
                body = views.trouble_page(words).encode()
                start_response(
                    "503 Service Unavailable",
                    [
                        ("Content-Type", "text/html; charset=utf-8"),
                        ("Content-Length", str(len(body))),
                        ("Cache-Control", "no-store"),
                    ],
                )
                return [body]
            is_well = not health.database()
        return inner(environ, start_response)

    return application


application = held(get_wsgi_application())
