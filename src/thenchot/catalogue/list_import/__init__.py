"""Catalogues as offices keep them: several sheets, titles above the header, section rows between
(Đ13). In and out in the same layout.
"""

from thenchot.catalogue.list_import.lines import CatalogueLine, Listing
from thenchot.catalogue.list_import.reading import read_catalogue
from thenchot.catalogue.list_import.writing import write_catalogue

__all__ = ["CatalogueLine", "Listing", "read_catalogue", "write_catalogue"]
