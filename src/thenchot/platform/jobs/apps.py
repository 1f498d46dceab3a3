from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "thenchot.platform.jobs"
    label = "jobs"
    verbose_name = "Việc nền"

    @staticmethod
    def discover():
        """Schedules and checks of every room: only for the commands that need them, not for the
        server.
        """
        autodiscover_modules("schedules", "checks")
