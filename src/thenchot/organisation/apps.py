from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "thenchot.organisation"
    label = "organisation"
    verbose_name = "Tổ chức"

    def ready(self):
        from thenchot.organisation import access  # noqa: F401
