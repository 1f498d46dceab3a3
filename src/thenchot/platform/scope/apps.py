from django.apps import AppConfig


class ScopeConfig(AppConfig):
    name = "thenchot.platform.scope"
    label = "scope"
    verbose_name = "Phạm vi và quyền"
