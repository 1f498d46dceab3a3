from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "thenchot.standards"
    label = "standards"
    verbose_name = "Tiêu chuẩn"

    def ready(self):
        from thenchot.standards import access, receivers  # noqa: F401
