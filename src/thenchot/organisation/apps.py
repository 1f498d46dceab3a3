from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OrganisationConfig(AppConfig):
    name = "thenchot.organisation"
    label = "organisation"
    verbose_name = "Tổ chức"

    def ready(self):
        from thenchot.organisation import access  # noqa: F401
        from thenchot.organisation.shipping import load_titles

        post_migrate.connect(load_titles, sender=self, dispatch_uid="organisation.titles")
