from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "thenchot.people"
    label = "people"
    verbose_name = "Con người"

    def ready(self):
        from thenchot.organisation.panels import register_column, register_panel
        from thenchot.people import access, receivers  # noqa: F401
        from thenchot.people.queries import head_names, seats_of_unit

        register_panel("people/_seats.html", seats_of_unit, access.SEE)
        register_column(_("Đứng đầu"), head_names, access.SEE)
