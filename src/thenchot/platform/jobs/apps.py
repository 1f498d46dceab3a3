from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "thenchot.platform.jobs"
    label = "jobs"
    verbose_name = "Việc nền"
