from django.apps import AppConfig


class RatingConfig(AppConfig):
    name = "thenchot.rating"
    label = "rating"
    verbose_name = "Xếp loại"

    def ready(self):
        from thenchot.feedback.unit_results import register_source
        from thenchot.people.panels import register_person_panel
        from thenchot.rating import labels
        from thenchot.rating.organisations.unit_results import unit_results
        from thenchot.rating.quarters import panels
        from thenchot.rating.quarters.queries import decided_level
        from thenchot.scoring.panels import register_assessment_panel, register_level
        from thenchot.worklog.access import SEE
        from thenchot.worklog.shown import register_labels

        register_person_panel("rating/_panel.html", panels.periods_of, SEE)
        register_assessment_panel("rating/_quarter.html", panels.quarter_of)
        register_level(decided_level)
        register_source(unit_results)
        register_labels(review=labels.REVIEW_STATE)
