from django.apps import AppConfig


class CellsConfig(AppConfig):
    name = "thenchot.cells"
    label = "cells"
    verbose_name = "Sinh hoạt chi bộ"

    def ready(self):
        from thenchot.cells.access import SEE_REVIEWS
        from thenchot.cells.panels import reviews_of_person
        from thenchot.cells.queries.reviewing import closing_for_posts
        from thenchot.people.gates import register_gate
        from thenchot.people.panels import register_person_panel

        register_gate("cell_review", closing_for_posts)
        register_person_panel("cells/_panel.html", reviews_of_person, SEE_REVIEWS)
