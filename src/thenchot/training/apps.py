from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "thenchot.training"
    label = "training"
    verbose_name = "Đào tạo, bồi dưỡng"

    def ready(self):
        from thenchot.people.panels import register_person_panel
        from thenchot.training import access
        from thenchot.training.queries.classes import panel_rows

        register_person_panel("training/_panel.html", panel_rows, access.SEE_NAMES)
