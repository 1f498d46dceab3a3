from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "thenchot.people"
    label = "people"
    verbose_name = "Con người"

    def ready(self):
        from thenchot.organisation.branches import follow
        from thenchot.organisation.panels import register_column
        from thenchot.people import access, alerts, receivers  # noqa: F401
        from thenchot.people.filing.scans import may_read_scan
        from thenchot.people.presence import follow_branch
        from thenchot.people.queries import head_names
        from thenchot.people.staffing import panels
        from thenchot.platform.files.owners import register_owner

        follow(follow_branch)
        register_owner(may_read_scan)
        register_column(_("Đứng đầu"), head_names, access.SEE)
        panels.register_all()
