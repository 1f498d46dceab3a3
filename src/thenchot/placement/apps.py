from django.apps import AppConfig


class PlacementConfig(AppConfig):
    name = "thenchot.placement"
    label = "placement"
    verbose_name = "Bố trí, bổ nhiệm cán bộ"

    def ready(self):
        from thenchot.people.panels import register_person_panel
        from thenchot.placement import access
        from thenchot.placement.owners import may_read_file
        from thenchot.placement.queries.procedures import panel_rows
        from thenchot.platform.files import register_owner

        register_owner(may_read_file)
        register_person_panel("placement/_panel.html", panel_rows, access.SEE)
