from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "thenchot.insight"
    label = "insight"
    verbose_name = "Số liệu"

    def ready(self):
        from thenchot.insight import access, alerts, indicators  # noqa: F401
        from thenchot.insight.forecast import alerts as ahead  # noqa: F401
        from thenchot.insight.measures import figures_of_targets
        from thenchot.programmes.measures import register_measure

        register_measure(figures_of_targets)
