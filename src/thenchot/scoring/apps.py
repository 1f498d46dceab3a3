from django.apps import AppConfig


class ScoringConfig(AppConfig):
    name = "thenchot.scoring"
    label = "scoring"
    verbose_name = "Theo dõi, chấm điểm"

    def ready(self):
        from thenchot.scoring import labels
        from thenchot.scoring.beside import findings_beside
        from thenchot.scoring.panels import register_assessment_panel
        from thenchot.worklog.shown import register_labels

        register_labels(
            group=labels.INDICATOR_GROUP,
            indicator=labels.INDICATOR,
            reason=labels.INDICATOR_REASON,
        )
        register_assessment_panel("oversight/_sheet.html", findings_beside)
