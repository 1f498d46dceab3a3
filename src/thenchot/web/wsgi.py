"""The one door of the server: `thenchot serve` loads `application` from here."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.web.settings")
application = get_wsgi_application()
