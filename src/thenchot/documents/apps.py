from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "thenchot.documents"
    label = "documents"
    verbose_name = "Văn bản"
