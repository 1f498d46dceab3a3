from django.apps import AppConfig
from django.db.models.signals import post_migrate


class BackupConfig(AppConfig):
    name = "thenchot.platform.backup"
    label = "backup"
    verbose_name = "Sao lưu"

    def ready(self):
        from thenchot.platform.backup.marks import complaint, remember_after_migrating
        from thenchot.platform.runtime.readiness import ask_first

        ask_first(complaint)
        post_migrate.connect(remember_after_migrating, sender=self, dispatch_uid="backup.marks")
