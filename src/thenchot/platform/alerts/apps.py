from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AlertsConfig(AppConfig):
    name = "thenchot.platform.alerts"
    label = "alerts"
    verbose_name = "Cảnh báo và nhắc việc"

    def ready(self):
        autodiscover_modules("alerts", "news")  # what every room finds, and what it tells
