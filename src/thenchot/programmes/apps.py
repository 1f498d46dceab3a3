from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "thenchot.programmes"
    label = "programmes"
    verbose_name = "Chương trình"

    def ready(self):
        from thenchot.programmes import access, alerts  # noqa: F401

        alerts.register_all()
