from django.urls import path

from thenchot.catalogue.views import catalogue, proposals

urlpatterns = [
    path("catalogues/", catalogue.catalogue_list, name="catalogue_list"),
    path("catalogues/new/", catalogue.catalogue_new, name="catalogue_new"),
    path("catalogues/template.xlsx", catalogue.catalogue_template, name="catalogue_template"),
    path("catalogues/<int:pk>/", catalogue.catalogue_detail, name="catalogue_detail"),
    path("catalogues/<int:pk>/edit/", catalogue.catalogue_edit, name="catalogue_edit"),
    path("catalogues/<int:pk>/revise/", catalogue.catalogue_revise, name="catalogue_revise"),
    path("catalogues/<int:pk>/submit/", catalogue.catalogue_submit, name="catalogue_submit"),
    path("catalogues/<int:pk>/return/", catalogue.catalogue_return, name="catalogue_return"),
    path("catalogues/<int:pk>/approve/", catalogue.catalogue_approve, name="catalogue_approve"),
    path("catalogues/<int:pk>/export.xlsx", catalogue.catalogue_export, name="catalogue_export"),
    path("catalogues/<int:pk>/import/", catalogue.catalogue_import, name="catalogue_import"),
    path(
        "catalogues/<int:pk>/import/<int:file_id>/",
        catalogue.catalogue_import_check,
        name="catalogue_import_check",
    ),
    path("catalogues/<int:pk>/products/new/", catalogue.product_new, name="product_new"),
    path("products/<int:pk>/edit/", catalogue.product_edit, name="product_edit"),
    path("products/<int:pk>/drop/", catalogue.product_drop, name="product_drop"),
    path("product-proposals/", proposals.proposal_list, name="product_proposal_list"),
    path("product-proposals/new/", proposals.proposal_new, name="product_proposal_new"),
    path("product-proposals/<int:pk>/", proposals.proposal_detail, name="product_proposal_detail"),
    path(
        "product-proposals/<int:pk>/ratio/", proposals.proposal_ratio, name="product_proposal_ratio"
    ),
    path("product-proposals/<int:pk>/sign/", proposals.proposal_sign, name="product_proposal_sign"),
    path(
        "product-proposals/<int:pk>/refuse/",
        proposals.proposal_refuse,
        name="product_proposal_refuse",
    ),
]
