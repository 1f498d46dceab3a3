from django.apps import AppConfig


class CommendationConfig(AppConfig):
    name = "thenchot.commendation"
    label = "commendation"
    verbose_name = "Thi đua, khen thưởng, sáng kiến"

    def ready(self):
        from thenchot.commendation.queries import initiatives_beside
        from thenchot.scoring.panels import register_assessment_panel

        register_assessment_panel("commendation/_sheet.html", initiatives_beside)
