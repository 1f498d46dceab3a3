from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    name = "thenchot.platform.policies"
    label = "policies"
    verbose_name = "Chính sách"
