from django.apps import AppConfig


class SuccessionConfig(AppConfig):
    name = "thenchot.succession"
    label = "succession"
    verbose_name = "Quy hoạch cán bộ"

    def ready(self):
        from thenchot.people.panels import register_person_panel
        from thenchot.platform.files import register_owner
        from thenchot.succession import access, receivers  # noqa: F401
        from thenchot.succession.needs import of_planned, planned_people
        from thenchot.succession.owners import may_read_file
        from thenchot.succession.queries.roads import planned_posts
        from thenchot.training.sources import register_planned, register_source

        register_owner(may_read_file)
        register_source(of_planned)
        register_planned(planned_people)
        register_person_panel("succession/_panel.html", planned_posts, access.SEE)
