from django.apps import AppConfig


class ScenariosConfig(AppConfig):
    name = "thenchot.scenarios"
    label = "scenarios"
    verbose_name = "Phương án tham khảo"
