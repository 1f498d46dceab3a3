from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "thenchot.programmes"
    label = "programmes"
    verbose_name = "Chương trình"
