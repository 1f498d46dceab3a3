from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "thenchot.documents"
    label = "documents"
    verbose_name = "Văn bản"

    def ready(self):
        from thenchot.documents import access  # noqa: F401
        from thenchot.documents.queries import may_read_original
        from thenchot.platform.files import register_owner

        register_owner(may_read_original)
