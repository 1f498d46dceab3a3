from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ScopeConfig(AppConfig):
    name = "thenchot.platform.scope"
    label = "scope"
    verbose_name = "Phạm vi và quyền"

    def ready(self):
        # Permissions of every room are known before the first question, also in commands and jobs.
        autodiscover_modules("access", "places")
