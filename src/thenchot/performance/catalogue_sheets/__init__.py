"""Catalogues as offices keep them: several sheets, titles above the header, section rows between
(Đ13). In and out in the same layout.
"""

from thenchot.performance.catalogue_sheets.lines import Line, Listing
from thenchot.performance.catalogue_sheets.reading import read_catalogue
from thenchot.performance.catalogue_sheets.writing import write_catalogue

__all__ = ["Line", "Listing", "read_catalogue", "write_catalogue"]
