from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "thenchot.programmes"
    label = "programmes"
    verbose_name = "Chương trình"

    def ready(self):
        from thenchot.platform.files import register_owner
        from thenchot.programmes import access, alerts, owners  # noqa: F401

        alerts.register_all()
        register_owner(owners.may_read_attached)
