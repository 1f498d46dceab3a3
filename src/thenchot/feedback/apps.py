from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "thenchot.feedback"
    label = "feedback"
    verbose_name = "Góp ý nhiều chiều"

    def ready(self):
        from thenchot.feedback import labels
        from thenchot.feedback.queries.criteria import weights_of_groups
        from thenchot.scoring.group_weights import register_weights
        from thenchot.worklog.shown import register_labels

        register_weights(weights_of_groups)
        register_labels(
            side=labels.SIDE,
            figure=labels.RESULT_STATE,
            criteria=labels.CRITERIA_STATE,
            feedback_round=labels.ROUND_STATE,
            use=labels.CRITERIA_USE,
        )
