"""The catalogue of products, and what is proposed for it. Nothing is deleted; it ends."""

from thenchot.catalogue.models.catalogue import Catalogue, Product
from thenchot.catalogue.models.proposals import ProductProposal, RatioEstimate

__all__ = [
    "Catalogue",
    "Product",
    "ProductProposal",
    "RatioEstimate",
]
