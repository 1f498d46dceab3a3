from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "thenchot.platform.files"
    label = "files"
    verbose_name = "Tệp"
