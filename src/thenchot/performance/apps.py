from django.apps import AppConfig


class PerformanceConfig(AppConfig):
    name = "thenchot.performance"
    label = "performance"
    verbose_name = "Theo dõi, đánh giá"

    def ready(self):
        from thenchot.people.panels import register_person_panel
        from thenchot.performance import (  # noqa: F401
            access,
            level_alerts,
            month_alerts,
            plan_alerts,
            receivers,
            sources,
            worklog_alerts,
            year_alerts,
        )
        from thenchot.performance.queries.sheets import may_read_evidence, panel_rows
        from thenchot.platform.files.owners import register_owner

        register_owner(may_read_evidence)
        register_person_panel("performance/_panel.html", panel_rows, access.SEE)
        for source in (sources.DOCUMENTS, sources.ONE_STOP, sources.OTHER):
            sources.register(source)
        month_alerts.register_all()
        year_alerts.register_all()
        worklog_alerts.register_all()
        level_alerts.register_all()
        plan_alerts.register_all()
