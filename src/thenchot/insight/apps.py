from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "thenchot.insight"
    label = "insight"
    verbose_name = "Số liệu"
