from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    name = "thenchot.platform.audit"
    label = "audit"
    verbose_name = "Nhật ký"

    def ready(self) -> None:
        autodiscover_modules("events")  # every room's events.py names what it writes
