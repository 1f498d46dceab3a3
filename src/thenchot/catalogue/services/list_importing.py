"""A workbook becomes the lines of a draft: what is new, changed, the same, gone; then all or
nothing.
"""

import hashlib
from typing import Any

from django.db import transaction

from thenchot.catalogue.list_import import lines as c
from thenchot.catalogue.list_import.judging import said
from thenchot.catalogue.list_import.lines import Line, Listing
from thenchot.catalogue.list_import.reading import read_catalogue
from thenchot.catalogue.models import Catalogue, Product
from thenchot.catalogue.queries.catalogue import standing
from thenchot.catalogue.services.cataloguing import folded_of, lock_draft
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.bulk import insert_rows, update_rows
from thenchot.platform.clock import today
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.services import read_stored
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.reports import Change, ImportReport
from thenchot.platform.office.reports import Line as ReportLine
from thenchot.policy.parameters import ScoringPolicy

TITLES = {column.key: column.title for column in c.COLUMNS} | {"sheet": "Trang", "section": "Phần"}


class CatalogueReport(ImportReport):
    """`dropped`: lines of the draft that the workbook no longer has."""

    @property
    def dropped(self) -> int:
        return self.count("dropped")

    @property
    def differs(self) -> bool:
        return self.created + self.updated + self.dropped > 0


@in_vietnamese
@transaction.atomic
def import_catalogue(
    actor, *, catalogue_id: int, file: StoredFile, dry_run: bool
) -> CatalogueReport:
    """The draft has afterwards exactly the lines of the workbook. A dry run writes nothing, one
    mistake neither.
    """
    draft = lock_draft(actor, catalogue_id)
    content, report = read_stored(file), CatalogueReport()
    policy = policies.in_force(ScoringPolicy, path=draft.unit.path, on=today())
    listing = read_catalogue(
        content, report, unit_points=draft.unit_points, most_groups=policy.product_groups
    )
    existing = {c.code_key(one.code): one for one in standing(draft)}
    _tell(listing, existing, report)
    if report.is_clean and not dry_run:
        _write(draft, listing, existing)
        draft.original, draft.unit_points = file, listing.unit_points
        draft.save(update_fields=["original", "unit_points"])
        record(
            actor,
            "catalogue_imported",
            subject=draft,
            unit_path=draft.unit.path,
            created=report.created,
            updated=report.updated,
            dropped=report.dropped,
            sha256=hashlib.sha256(content).hexdigest(),
        )
        report.is_done = True
    return report


def _tell(listing: Listing, existing: dict[str, Product], report: CatalogueReport) -> None:
    for line in listing.lines:
        known = existing.get(line.key)
        changed = _changed(known, line) if known else []
        action = "created" if known is None else "updated" if changed else "unchanged"
        report.lines.append(
            ReportLine(
                line.row,
                action,
                f"{line.code} {line.name}",
                f"hệ số {said(line.factor)}",
                line.sheet,
            )
        )
        label = f"{line.sheet}: {line.code}"
        report.changes += [
            Change(
                line.row,
                label,
                TITLES[name],
                shown(getattr(known, name)),
                shown(getattr(line, name)),
            )
            for name in changed
        ]
    kept = {line.key for line in listing.lines}
    gone = [one for key, one in existing.items() if key not in kept]
    report.lines += [
        ReportLine(0, "dropped", f"{one.code} {one.name}", "không còn trong tệp", one.sheet)
        for one in gone
    ]


def _changed(known: Product, line: Line) -> list[str]:
    return [name for name in c.SAID if getattr(known, name) != getattr(line, name)]


def _write(draft: Catalogue, listing: Listing, existing: dict[str, Product]) -> None:
    new, changed = [], []
    for position, line in enumerate(listing.lines, 1):
        values: dict[str, Any] = {name: getattr(line, name) for name in c.SAID} | {
            "position": position,
            "folded": folded_of(line),
        }
        known = existing.get(line.key)
        if known is None:
            new.append(values)
        else:
            changed.append({**values, "id": known.pk})
    kept = {line.key for line in listing.lines}
    gone = [one.pk for key, one in existing.items() if key not in kept]
    draft.products.filter(pk__in=gone).update(is_dropped=True)
    update_rows(Product, changed)
    insert_rows(Product, new, catalogue_id=draft.pk)


def shown(value: Any) -> str:
    return said(value) if hasattr(value, "normalize") else str(value or "")
