"""The product's settings plus Django's own admin, to measure against. Never used outside the
bench.
"""

from thenchot.web.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin"]  # noqa: F405
ROOT_URLCONF = "bench.urls"
DEBUG = False
SILENCED_SYSTEM_CHECKS = ["axes.W006", "admin.E408", "admin.E409", "admin.E410"]
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
