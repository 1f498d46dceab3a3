from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class UiConfig(AppConfig):
    name = "thenchot.platform.ui"
    label = "ui"
    verbose_name = "Giao diện"

    def ready(self) -> None:
        autodiscover_modules("menu", "desk", "help", "starting")  # what every room hands over
