from django.urls import path

from thenchot.catalogue.actions import CATALOGUE, PRODUCT, PROPOSAL
from thenchot.catalogue.registers import CatalogueRegister, ProductRegister, ProposalRegister
from thenchot.catalogue.views import catalogue, proposals
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("catalogues/", CatalogueRegister),
    *register_urls("catalogues/<int:pk>/", ProductRegister),
    path("catalogues/template.xlsx", catalogue.catalogue_template, name="catalogue_template"),
    path("catalogues/<int:pk>/export.xlsx", catalogue.catalogue_export, name="catalogue_export"),
    path(
        "catalogues/<int:pk>/import/<int:file_id>/",
        catalogue.catalogue_import_check,
        name="catalogue_import_check",
    ),
    *CATALOGUE.urls("catalogues/"),
    *PRODUCT.urls("products/"),
    *register_urls("product-proposals/", ProposalRegister),
    *PROPOSAL.urls("product-proposals/"),
    path("product-proposals/<int:pk>/", proposals.proposal_detail, name="product_proposal_detail"),
]
