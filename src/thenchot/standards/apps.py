from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "thenchot.standards"
    label = "standards"
    verbose_name = "Tiêu chuẩn"

    def ready(self):
        from thenchot.people.panels import register_person_panel
        from thenchot.standards import access, receivers  # noqa: F401
        from thenchot.standards.listings import panel_rows

        register_person_panel("standards/_panel.html", panel_rows, access.SEE_GAPS)
