from django.apps import AppConfig


class ClearanceConfig(AppConfig):
    name = "thenchot.clearance"
    label = "clearance"
    verbose_name = "Tiêu chuẩn chính trị"

    def ready(self):
        from thenchot.clearance.queries import without_conclusion
        from thenchot.people.gates import register_gate

        register_gate("clearance", without_conclusion)
