from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "thenchot.standards"
    label = "standards"
    verbose_name = "Tiêu chuẩn"
