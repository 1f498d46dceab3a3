from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    name = "thenchot.platform.policies"
    label = "policies"
    verbose_name = "Chính sách"

    def ready(self):
        from thenchot.platform.policies import receivers  # noqa: F401
        from thenchot.policy import packs

        packs.shipped()  # a broken pack refuses to start
