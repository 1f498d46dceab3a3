from django.apps import AppConfig


class PerformanceConfig(AppConfig):
    name = "thenchot.performance"
    label = "performance"
    verbose_name = "Theo dõi, đánh giá"

    def ready(self):
        from thenchot.performance import access, receivers  # noqa: F401
