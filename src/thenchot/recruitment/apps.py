from django.apps import AppConfig


class RecruitmentConfig(AppConfig):
    name = "thenchot.recruitment"
    label = "recruitment"
    verbose_name = "Tuyển dụng, tiếp nhận"
