from django.apps import AppConfig


class AdmissionConfig(AppConfig):
    name = "thenchot.platform.admission"
    label = "admission"
    verbose_name = "Mở tài khoản và phân quyền"

    def ready(self):
        from thenchot.platform.admission import receivers  # noqa: F401
