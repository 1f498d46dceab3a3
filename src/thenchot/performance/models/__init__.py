"""Work, the months and quarters it is scored in, and the catalogue it is converted by. Nothing is deleted; it ends."""

from thenchot.performance.models.catalogue import Catalogue, Product
from thenchot.performance.models.sheets import Reopening, Sheet
from thenchot.performance.models.sources import SourceMapping
from thenchot.performance.models.suggestions import Ratio, Suggestion
from thenchot.performance.models.templates import Template, TemplateLine
from thenchot.performance.models.work import Cause, Fault, WeekCount, Work

__all__ = [
    "Catalogue", "Cause", "Fault", "Product", "Ratio", "Reopening", "Sheet", "SourceMapping", "Suggestion", "Template",
    "TemplateLine", "WeekCount", "Work",
]  # fmt: skip
