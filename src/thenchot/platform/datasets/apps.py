from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DatasetsConfig(AppConfig):
    name = "thenchot.platform.datasets"
    label = "datasets"
    verbose_name = "Dữ liệu theo cột"

    def ready(self):
        autodiscover_modules("datasets")  # every room's datasets.py declares what it offers
