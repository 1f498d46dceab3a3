from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "thenchot.programmes"
    label = "programmes"
    verbose_name = "Chương trình"

    def ready(self):
        from thenchot.organisation.panels import register_panel
        from thenchot.platform.files import register_owner
        from thenchot.programmes import access, owners
        from thenchot.programmes.queries.left import tasks_left

        register_panel("programmes/_left_in_unit.html", tasks_left, access.SEE_TASKS, of="ended")
        register_owner(owners.may_read_attached)
