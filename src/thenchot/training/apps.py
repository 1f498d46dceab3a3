from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "thenchot.training"
    label = "training"
    verbose_name = "Đào tạo, bồi dưỡng"

    def ready(self):
        from thenchot.people.panels import register_person_panel
        from thenchot.platform.files import register_owner
        from thenchot.training import access
        from thenchot.training.owners import may_read_file
        from thenchot.training.queries.classes import panel_rows
        from thenchot.training.queries.practice import practices_of

        register_owner(may_read_file)
        register_person_panel("training/_panel.html", panel_rows, access.SEE_NAMES)
        register_person_panel("training/_practice_panel.html", practices_of, access.SEE_NAMES)
