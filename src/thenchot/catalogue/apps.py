from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "thenchot.catalogue"
    label = "catalogue"
    verbose_name = "Danh mục sản phẩm"
