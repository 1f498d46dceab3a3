from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "thenchot.organisation"
    label = "organisation"
    verbose_name = "Tổ chức"
