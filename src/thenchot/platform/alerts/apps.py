from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "thenchot.platform.alerts"
    label = "alerts"
    verbose_name = "Cảnh báo và nhắc việc"
