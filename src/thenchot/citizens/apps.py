from django.apps import AppConfig


class CitizensConfig(AppConfig):
    name = "thenchot.citizens"
    label = "citizens"
    verbose_name = "Phục vụ người dân"

    def ready(self):
        from thenchot.citizens.queries.files import may_read
        from thenchot.platform.files.owners import register_owner

        register_owner(may_read)
