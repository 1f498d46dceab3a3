"""The one door by which work of other systems and rooms comes into the sheets. A source is known by
its code; with the id a piece of work has there, taking it in again only brings it up to date.

A room registers its source in `apps.ready` and hands its items to
`services.list_importing.import_items`; lists of the ward's own systems come by Excel or CSV
through the page of their source.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

_sources: dict[str, "Source"] = {}


@dataclass(frozen=True)
class Source:
    """`by_file`: people bring its lists; the others hand over by themselves."""

    code: str
    name: Any
    note: Any = ""
    by_file: bool = False


@dataclass(frozen=True)
class Item:
    """One piece of work as the source knows it. `product`: code of the catalogue, empty when nobody
    converted it yet; `row`: where it stands in a list, for the report.
    """

    source_id: str
    person_id: int
    name: str
    quantity: Decimal = Decimal(1)
    product: str = ""
    output: str = ""
    due_on: date | None = None
    done_on: date | None = None
    row: int = 0

    @property
    def day(self) -> date | None:
        """The day that says in which month it counts: done, else due."""
        return self.done_on or self.due_on

    @property
    def key(self) -> tuple[str, int]:
        """One document may be the work of several people, when a list names them all."""
        return self.source_id, self.person_id


def register(source: Source) -> None:
    """Once, in `apps.ready`."""
    _sources[source.code] = source


def find(code: str) -> Source | None:
    return _sources.get(code)


def by_file() -> list[Source]:
    return [source for source in _sources.values() if source.by_file]


DOCUMENTS = Source(
    "documents",
    _("Quản lý văn bản"),
    _("văn bản đến, văn bản đi đã giao cho từng người xử lý"),
    by_file=True,
)
ONE_STOP = Source(
    "one_stop",
    _("Một cửa, dịch vụ công"),
    _("hồ sơ thủ tục hành chính đã tiếp nhận, đã trả kết quả"),
    by_file=True,
)
OTHER = Source(
    "other_lists", _("Danh sách khác"), _("phần mềm, sổ theo dõi khác của đơn vị"), by_file=True
)
