"""Lists of units as Excel, in the columns that import reads."""

from thenchot.organisation import columns
from thenchot.organisation.queries import list_units
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.sheets import write_sheet


@in_vietnamese
def unit_sheet(actor, on=None) -> bytes:
    units = list_units(actor, on).select_related("parent")
    return write_sheet(columns.WRITTEN, map(_row, units), name="Đơn vị", notes=columns.NOTES)


def template() -> bytes:
    return write_sheet(columns.READ, [], name="Đơn vị", notes=columns.NOTES)


def _row(unit) -> dict:
    return {
        "id": unit.pk, "name": unit.name, "short_name": unit.short_name, "code": unit.code,
        "parent": unit.parent.name if unit.parent else "", "kind": unit.get_kind_display(),
        "bloc": unit.get_bloc_display(), "position": unit.position, "valid_from": unit.valid_from, "valid_to": unit.valid_to,
    }  # fmt: skip
