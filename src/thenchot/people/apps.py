from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "thenchot.people"
    label = "people"
    verbose_name = "Con người"
