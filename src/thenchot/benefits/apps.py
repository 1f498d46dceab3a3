from django.apps import AppConfig


class BenefitsConfig(AppConfig):
    name = "thenchot.benefits"
    label = "benefits"
    verbose_name = "Chế độ, chính sách"

    def ready(self):
        from thenchot.benefits import access
        from thenchot.benefits.queries.changes import panel
        from thenchot.people.panels import register_person_panel

        register_person_panel("benefits/_panel.html", panel, access.SEE)
