"""Items of a source come into the open sheets: dry run first, then all or nothing; a second time
only brings up to date.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction

from thenchot.catalogue.models import Product
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit
from thenchot.people.imports.known import PersonMatcher
from thenchot.people.models import Person
from thenchot.platform.audit.trail import record, record_many
from thenchot.platform.clock import today
from thenchot.platform.files.list_import import ListImport
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.reports import Guess, ImportLine, ImportReport, Problem
from thenchot.platform.scope.actor import require
from thenchot.worklog.access import IMPORT_LISTS
from thenchot.worklog.enums import Origin
from thenchot.worklog.list_import import Reading, SourceMeanings, read_items
from thenchot.worklog.models import Assessment, SourceMapping, Work
from thenchot.worklog.queries.placing import Products, chunked, open_assessments_of, seats_of
from thenchot.worklog.rules.list_import import ExistingLine, Move, amounts, handed_over, where
from thenchot.worklog.services.entering import bring_up, enter
from thenchot.worklog.sources import Item, Source

DAYS = 400  # a list further apart is no list of one year
WRITTEN = (
    "assessment",
    "name",
    "output",
    "product",
    "code",
    "factor",
    "assigned",
    "done",
    "added",
    "due_on",
    "done_on",
    "exceeds",
)


class SourceReport(ImportReport):
    """With what was read, for the page that asks about columns and kinds."""

    reading: Reading | None = None


@in_vietnamese
@transaction.atomic
def import_list(
    actor,
    content: bytes,
    *,
    home_id: int,
    source: Source,
    skipped: Iterable[int] = (),
    dry_run: bool,
) -> SourceReport:
    """A list of a source that comes by file, read as was said of it before."""
    home = get_unit(actor, home_id)
    require(actor, IMPORT_LISTS, home.path)
    kept = mapping_of(home, source)
    said = SourceMeanings(kept.columns, kept.products, kept.people, frozenset(skipped))
    return _FileIntake(actor, home, source, kept.origin, said).run(content, dry_run=dry_run)


@transaction.atomic
def import_items(
    actor,
    *,
    home: Unit,
    source: Source,
    items: Sequence[Item],
    origin: str = Origin.ASSIGNED,
    dry_run: bool = False,
) -> ImportReport:
    """The door for rooms: their items into the open sheets of the place."""
    return _Intake(actor, home, source, origin).run(items, dry_run=dry_run)


@transaction.atomic
def say(
    actor,
    *,
    home_id: int,
    source: Source,
    columns: Mapping[str, str],
    products: Mapping[str, str],
    origin: str,
    people: Mapping[str, int] | None = None,
) -> SourceMapping:
    """What the columns, the kinds and the names of a source mean; offered again the next time."""
    home = get_unit(actor, home_id)
    require(actor, IMPORT_LISTS, home.path)
    kept = mapping_of(home, source)
    kept.columns, kept.origin, kept.saved_by_id = (
        {**kept.columns, **columns},
        Origin(origin),
        actor.account_id,
    )
    kept.products = {key: code for key, code in {**kept.products, **products}.items() if code}
    known = PersonMatcher(home, ()).by_id if people else {}
    kept.people = {
        **kept.people,
        **{name: pk for name, pk in (people or {}).items() if pk in known},
    }
    kept.save()
    facts = {
        "source": source.code,
        "columns": sorted(columns),
        "kinds": len(kept.products),
        "people": len(kept.people),
    }
    record(actor, "source_mapped", subject=kept, unit_path=home.path, **facts)
    return kept


def mapping_of(home: Unit, source: Source) -> SourceMapping:
    return SourceMapping.objects.filter(unit=home, source=source.code).first() or SourceMapping(
        unit=home, source=source.code
    )


def _by_assessment(source: Source, new: list[Work], changed: list[Work]) -> Iterator[tuple]:
    counts: dict[int, dict] = {}
    for name, works in (("created", new), ("updated", changed)):
        for work in works:
            told = counts.setdefault(
                work.assessment_id, {"path": work.assessment.unit.path, "created": 0, "updated": 0}
            )
            told[name] += 1
    for work in changed:
        if left := getattr(work, "left", None):
            told = counts.setdefault(left.pk, {"path": left.unit.path, "created": 0, "updated": 0})
            told["handed_over"] = told.get("handed_over", 0) + 1
    for pk, told in sorted(counts.items()):
        yield pk, told.pop("path"), {"source": source.code, **told}


class _Intake(ListImport[Sequence[Item], tuple[Move, Work], SourceReport]):
    """Items of a source, placed in open sheets. All that a list needs to know is asked in a
    constant number of queries for each few hundred items.
    """

    def __init__(
        self,
        actor,
        home: Unit,
        source: Source,
        origin: str,
    ):
        super().__init__(actor, home, SourceReport())
        self.source, self.origin = source, origin

    def read(self, items: Any) -> Sequence[Item]:
        return items

    def plans(self, items: Sequence[Item]) -> list[tuple[Move, Work]]:
        self.items = items
        if not items or not self._is_one_time():
            return []
        people = {item.person_id for item in self.items}
        self.names = {one.pk: one.full_name for one in chunked(Person.objects.all(), "pk", people)}
        self.assessments = open_assessments_of(
            people, min(item.day for item in self.items), max(item.day for item in self.items)
        )
        self.seats = seats_of(people)
        self.there = self._known_works()
        self.named = defaultdict(set)
        for item in self.items:
            self.named[item.source_id].add(item.person_id)
        self.products = Products(self.home, {item.product for item in self.items if item.product})
        return [placed for item in self.items if (placed := self._place(item))]

    def tell(self, placed: list[tuple[Move, Work]]) -> None:
        """Every item was told where it was placed."""

    def write_all(self, placed: list[tuple[Move, Work]]) -> None:
        new = [work for move, work in placed if move == Move.NEW]
        changed = [work for move, work in placed if move == Move.UPDATE]
        enter(new)
        bring_up(changed, WRITTEN)
        facts = {
            "source": self.source.code,
            "created": len(new),
            "updated": len(changed),
            "unchanged": self.report.unchanged,
        }
        record(self.actor, "work_taken_in", subject=self.home, unit_path=self.home.path, **facts)
        record_many(
            self.actor, "sheet_took_in", Assessment, _by_assessment(self.source, new, changed)
        )

    def _is_one_time(self) -> bool:
        days = [item.day for item in self.items]
        if (max(days) - min(days)).days <= DAYS:
            return True
        self.report.blame(
            0,
            "",
            (
                f"Danh sách trải từ {min(days):%d/%m/%Y} đến {max(days):%d/%m/%Y}: kiểm tra lại "
                f"các "
                f"ngày, hoặc chia thành nhiều danh sách."
            ),
        )
        return False

    def _place(self, item: Item) -> tuple[Move, Work] | None:
        works, assessment = self.there.get(item.key, []), self._assessment(item)
        move, at = where(
            assessment and assessment.pk,
            [_there(work) for work in works],
            is_done=item.done_on is not None,
        )
        if move == Move.NEW and not works and (former := self._former(item)):
            return self._hand_over(item, assessment, former)
        product = self._product(item, assessment)
        if move == Move.NO_SHEET:
            self._blame(
                item,
                "",
                (
                    f"{self.names[item.person_id]} không có phiếu đang mở cho ngày "
                    f"{item.day:%d/%m/%Y}: mở phiếu, hoặc bỏ dòng này."
                ),
            )
            return None
        if move == Move.LEAVE:
            self._say(item, "unchanged", "đã chốt hoặc đã xác nhận, giữ nguyên")
            return None
        work = (
            works[at]
            if at is not None
            else Work(source=self.source.code, source_id=item.source_id, origin=self.origin)
        )
        is_changed = self._write(work, item, assessment, product)
        done = f"xong {item.done_on:%d/%m/%Y}" if item.done_on else "chưa xong"
        self._say(
            item,
            "created" if move == Move.NEW else "updated" if is_changed else "unchanged",
            f"{assessment.span.label_vi()} · {done}",
        )
        return (move, work) if is_changed else None

    def _former(self, item: Item) -> list[Work]:
        """Lines of the same item with people this list names for it no longer. Several it names at
        once each keep a line.
        """
        keys = [
            key
            for key in self.there
            if key[0] == item.source_id and key[1] not in self.named[item.source_id]
        ]
        return [work for key in keys for work in self.there[key]]

    def _hand_over(
        self, item: Item, assessment: Assessment, former: list[Work]
    ) -> tuple[Move, Work] | None:
        """The line goes over to the new person, or stays and another begins; told either way, so
        that nobody is surprised.
        """
        move, at = handed_over([_there(work) for work in former])
        product = self._product(item, assessment)
        if move == Move.LEAVE:
            self._say(
                item,
                "unchanged",
                (
                    f"đã xong và đã tính cho {former[at].assessment.person.full_name}, không tính "
                    f"lần thứ hai"
                ),
            )
            return None
        if at is None:
            work, told = (
                Work(source=self.source.code, source_id=item.source_id, origin=self.origin),
                "mở dòng mới",
            )
        else:
            work, told = former[at], "chuyển dòng"
            self.there[item.source_id, work.assessment.person_id].remove(work)
            work.left = work.assessment
        self._write(work, item, assessment, product)
        whose = (work.left if at is not None else former[0].assessment).person.full_name
        self._say(
            item,
            "created" if at is None else "updated",
            f"{assessment.span.label_vi()} · trước do {whose} xử lý, {told}",
        )
        return move, work

    def _write(
        self, work: Work, item: Item, assessment: Assessment, product: Product | None
    ) -> bool:
        """Whether anything of the line is not as it was."""
        before = _said(work)
        work.assessment, work.name, work.output = assessment, item.name, item.output
        work.product, work.code, work.factor = (
            product,
            product.code if product else "",
            product.factor if product else None,
        )
        work.due_on, work.done_on = item.due_on, item.done_on
        for name, value in amounts(work.origin, item.quantity, item.done_on is not None).items():
            setattr(work, name, value)
        work.exceeds = min(work.exceeds, work.finished)
        return before != _said(work)

    def _product(self, item: Item, assessment: Assessment | None) -> Product | None:
        if not item.product:
            self.report.guesses.append(
                Guess(
                    item.row,
                    "Mã trong danh mục sản phẩm",
                    item.name[:80],
                    "chưa quy đổi: chưa tính vào kết quả",
                )
            )
            return None
        found = self.products.find(
            assessment.unit if assessment else self.home, item.product, item.day
        )
        if found is None:
            self._blame(
                item,
                "Mã trong danh mục sản phẩm",
                "Danh mục áp dụng vào ngày đó không có mã này.",
                item.product,
            )
        return found

    def _assessment(self, item: Item) -> Assessment | None:
        """Of the unit where the person sat that day, else any that holds the day."""
        held = [
            assessment
            for assessment in self.assessments[item.person_id]
            if assessment.starts_on <= item.day <= assessment.ends_on
        ]
        seat = next(
            (
                seat
                for seat in self.seats[item.person_id]
                if seat.valid_from <= item.day
                and (seat.valid_to is None or seat.valid_to >= item.day)
            ),
            None,
        )
        return next(
            (assessment for assessment in held if seat and assessment.unit_id == seat.unit_id),
            held[0] if held else None,
        )

    def _known_works(self) -> dict[tuple[str, int], list[Work]]:
        found = defaultdict(list)
        works = Work.objects.filter(
            source=self.source.code,
            assessment__home=self.home,
            dropped_at__isnull=True,
            assessment__dropped_at__isnull=True,
        )
        for work in chunked(
            works.select_related("assessment__unit", "assessment__person"),
            "source_id",
            {item.source_id for item in self.items},
        ):
            found[work.source_id, work.assessment.person_id].append(work)
        return found

    def _say(self, item: Item, action: str, details: str) -> None:
        self.report.lines.append(
            ImportLine(item.row, action, f"{self.names[item.person_id]}: {item.name}", details)
        )

    def _blame(self, item: Item, column: str, reason: str, value: str = "") -> None:
        self.report.problems.append(Problem(item.row, column, reason, value or item.source_id))


class _FileIntake(_Intake):
    """A list of a source that comes by file."""

    def __init__(self, actor, home: Unit, source: Source, origin: str, said: SourceMeanings):
        super().__init__(actor, home, source, origin)
        self.said = said

    def read(self, content: Any) -> Sequence[Item]:
        self.report.reading = read_items(content, self.home, self.said, self.report)
        return self.report.reading.items


def _said(work: Work) -> list:
    return [
        work.assessment_id,
        work.product_id,
        *(getattr(work, name) for name in WRITTEN if name not in ("assessment", "product")),
    ]


def _there(work: Work) -> ExistingLine:
    is_fixed = work.confirmed_at is not None or work.returned > Decimal(0)
    is_overdue = work.due_on is not None and work.due_on < today()
    return ExistingLine(
        work.assessment_id,
        not work.assessment.is_closed,
        work.finished > Decimal(0),
        is_fixed,
        is_overdue,
    )
