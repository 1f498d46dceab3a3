"""The grammar of targets: "từ 20% trở lên", "trên 90%", "có 01 cán bộ", "tăng tỷ lệ …": one aim
(`parse_target`) and the aims of a sentence (`find_targets`).
"""

from thenchot.kernel.targets.model import Target
from thenchot.kernel.targets.phrase import parse_target
from thenchot.kernel.targets.sentence import find_targets, row_items
from thenchot.kernel.targets.units import unit_named
from thenchot.kernel.targets.values import number

__all__ = ["Target", "find_targets", "number", "parse_target", "row_items", "unit_named"]
