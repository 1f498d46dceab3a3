from django.apps import AppConfig


class BackupConfig(AppConfig):
    name = "thenchot.platform.backup"
    label = "backup"
    verbose_name = "Sao lưu"
