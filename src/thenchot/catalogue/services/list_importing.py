"""A workbook becomes the lines of a draft: what is new, changed, the same, gone; then all or
nothing.
"""

import hashlib
from typing import Any

from django.db import transaction

from thenchot.catalogue.list_import import lines as c
from thenchot.catalogue.list_import.judging import said
from thenchot.catalogue.list_import.lines import CatalogueLine, Listing
from thenchot.catalogue.list_import.reading import read_catalogue
from thenchot.catalogue.models import Catalogue, Product
from thenchot.catalogue.queries.catalogue import standing
from thenchot.catalogue.services.cataloguing import folded_of, lock_draft
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.files.list_import import ListImport
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.services import read_stored
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.reports import Change, ImportReport
from thenchot.platform.office.excel.reports import ImportLine as ReportLine
from thenchot.platform.runtime.bulk import insert_rows, update_rows
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
    return _CatalogueImport(actor, draft, file).run(read_stored(file), dry_run=dry_run)


class _CatalogueImport(ListImport[Listing, CatalogueLine, CatalogueReport]):
    """Several sheets with sections between the lines: read by a reader of its own."""

    event = "catalogue_imported"

    def __init__(self, actor, draft: Catalogue, file: StoredFile):
        super().__init__(actor, draft.unit, CatalogueReport())
        self.draft, self.file = draft, file

    def read(self, content: bytes) -> Listing:
        self.digest = hashlib.sha256(content).hexdigest()
        policy = policies.in_force(ScoringPolicy, path=self.home.path, on=today())
        self.listing = read_catalogue(
            content,
            self.report,
            unit_points=self.draft.unit_points,
            most_groups=policy.product_groups,
        )
        return self.listing

    def plans(self, listing: Listing) -> list[CatalogueLine]:
        self.known = {c.code_key(one.code): one for one in standing(self.draft)}
        kept = {line.key for line in listing.lines}
        self.gone = [one for key, one in self.known.items() if key not in kept]
        return listing.lines

    def tell(self, lines: list[CatalogueLine]) -> None:
        super().tell(lines)
        for line in lines:
            self.report.changes += self._changes(line)
        self.report.lines += [
            ReportLine(0, "dropped", f"{one.code} {one.name}", "không còn trong tệp", one.sheet)
            for one in self.gone
        ]

    def line(self, line: CatalogueLine) -> ReportLine:
        known = self.known.get(line.key)
        action = "created" if known is None else "updated" if _changed(known, line) else "unchanged"
        factor = f"hệ số {said(line.factor)}"
        return ReportLine(line.row, action, f"{line.code} {line.name}", factor, line.sheet)

    def _changes(self, line: CatalogueLine) -> list[Change]:
        known = self.known.get(line.key)
        return [
            Change(
                line.row,
                f"{line.sheet}: {line.code}",
                TITLES[name],
                shown(getattr(known, name)),
                shown(getattr(line, name)),
            )
            for name in (_changed(known, line) if known else ())
        ]

    def write_all(self, lines: list[CatalogueLine]) -> None:
        new, changed = [], []
        for position, line in enumerate(lines, 1):
            values: dict[str, Any] = {name: getattr(line, name) for name in c.SAID} | {
                "position": position,
                "folded": folded_of(line),
            }
            known = self.known.get(line.key)
            if known is None:
                new.append(values)
            else:
                changed.append({**values, "id": known.pk})
        gone = [one.pk for one in self.gone]
        self.draft.products.filter(pk__in=gone).update(is_dropped=True)
        update_rows(Product, changed)
        insert_rows(Product, new, catalogue_id=self.draft.pk)
        self.draft.original, self.draft.unit_points = self.file, self.listing.unit_points
        self.draft.save(update_fields=["original", "unit_points"])

    def note(self) -> None:
        record(
            self.actor,
            self.event,
            subject=self.draft,
            unit_path=self.home.path,
            created=self.report.created,
            updated=self.report.updated,
            dropped=self.report.dropped,
            sha256=self.digest,
        )


def _changed(known: Product, line: CatalogueLine) -> list[str]:
    return [name for name in c.SAID if getattr(known, name) != getattr(line, name)]


def shown(value: Any) -> str:
    return said(value) if hasattr(value, "normalize") else str(value or "")
