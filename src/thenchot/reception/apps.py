from django.apps import AppConfig


class ReceptionConfig(AppConfig):
    name = "thenchot.reception"
    label = "reception"
    verbose_name = "Tiếp công dân, đối thoại"
