from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "thenchot.platform.audit"
    label = "audit"
    verbose_name = "Nhật ký"
