from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "thenchot.oversight"
    label = "oversight"
    verbose_name = "Kiểm tra, giám sát"

    def ready(self):
        from thenchot.oversight import access
        from thenchot.oversight.queries.findings import panel_rows
        from thenchot.people.panels import register_person_panel

        register_person_panel("oversight/_panel.html", panel_rows, access.SEE)
