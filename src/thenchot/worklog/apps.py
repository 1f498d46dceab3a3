from django.apps import AppConfig


class WorklogConfig(AppConfig):
    name = "thenchot.worklog"
    label = "worklog"
    verbose_name = "Công việc hằng ngày"

    def ready(self):
        from thenchot.catalogue.waiting import register_works
        from thenchot.platform.files.owners import register_owner
        from thenchot.worklog import receivers, sources  # noqa: F401
        from thenchot.worklog.queries.assessments import may_read_evidence
        from thenchot.worklog.services.proposed_work import ProposedWork

        register_owner(may_read_evidence)
        register_works(ProposedWork())
        for source in (sources.DOCUMENTS, sources.ONE_STOP, sources.OTHER):
            sources.register(source)
