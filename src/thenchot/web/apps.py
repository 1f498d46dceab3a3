from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "thenchot.web"
    label = "web"
    verbose_name = "Trang"
