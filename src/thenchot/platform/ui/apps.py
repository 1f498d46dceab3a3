from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "thenchot.platform.ui"
    label = "ui"
    verbose_name = "Giao diện"
