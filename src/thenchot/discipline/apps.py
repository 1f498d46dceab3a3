from django.apps import AppConfig


class DisciplineConfig(AppConfig):
    name = "thenchot.discipline"
    label = "discipline"
    verbose_name = "Kỷ luật, sàng lọc"

    def ready(self):
        from thenchot.discipline import access
        from thenchot.discipline.queries.breaches import breaches_beside, panel_rows
        from thenchot.discipline.queries.cases import under_consideration
        from thenchot.people.gates import register_gate
        from thenchot.people.panels import register_person_panel
        from thenchot.scoring.panels import register_assessment_panel

        register_gate("discipline", under_consideration)
        register_person_panel("discipline/_panel.html", panel_rows, access.SEE_BREACHES)
        register_assessment_panel("discipline/_sheet.html", breaches_beside)
