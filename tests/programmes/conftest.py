"""A programme given out in the small world: one task of every kind, made through the real door."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.worlds import World, build_world, in_world

from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.programmes.models import Programme, Task
from thenchot.programmes.services import confirming, drafting, receiving

HEAD = """CHƯƠNG TRÌNH HÀNH ĐỘNG

Thực hiện Nghị quyết số 05-NQ/TU ngày 10/5/2026 của Ban Thường vụ Thành ủy \
về xây dựng đội ngũ cán bộ phường

PHỤ LỤC
(Ban hành kèm theo Chương trình hành động số 08-CTr/ĐU, ngày {given} của Ban Thường vụ Đảng ủy)

| Số TT | Nhiệm vụ | Phân công chủ trì | Phân công phối hợp | Thời gian hoàn thành |
|---|---|---|---|---|
| 1 | Sắp xếp bộ máy | | | |
"""
ROWS = (
    (
        "1.1",
        "Rà soát, phân công lại cán bộ theo vị trí việc làm",
        "Ban Xây dựng Đảng Đảng ủy",
        "Phòng Văn hóa - Xã hội",
        "{soon}",
    ),
    (
        "1.2",
        "Xây dựng phương án các phòng chuyên môn (trình Ban Thường vụ Đảng ủy thông qua)",
        "UBND phường",
        "",
        "{late}",
    ),
    (
        "1.3",
        "Bố trí thêm một Phó Chủ tịch",
        "Ban Thường vụ Đảng ủy phường",
        "UBND phường",
        "Theo chỉ đạo của thành phố",
    ),
    ("1.4", "Bổ sung cấp ủy khi khuyết", "Ban Xây dựng Đảng Đảng ủy", "", "Thực hiện thường xuyên"),
    ("1.5", "Mở lớp kỹ năng số cho công chức", "UBND phường", "", "Hằng quý"),
    ("1.6", "Tuyên truyền trong đoàn viên, hội viên", "Ủy ban MTTQ Việt Nam phường", "", ""),
)


def text_of(*, given, soon, late, rows=ROWS) -> str:
    days = {"given": f"{given:%d/%m/%Y}", "soon": f"{soon:%d/%m/%Y}", "late": f"{late:%d/%m/%Y}"}
    return (HEAD + "\n".join("| " + " | ".join(row) + " |" for row in rows) + "\n").format(**days)


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL: constraints, locks,
    search, counts.
    """
    for item in items:
        if "tests/programmes/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@pytest.fixture
def world(db) -> World:
    return build_world()


@dataclass
class Given:
    """The programme with its tasks by what they are, and who acts on them."""

    world: World
    programme: Programme

    def task(self, ref) -> Task:
        return Task.objects.get(programme=self.programme, ref=ref)

    @property
    def dated(self):
        return self.task("1.1")

    @property
    def passed_by_committee(self):
        return self.task("1.2")

    @property
    def open(self):
        return self.task("1.3")

    @property
    def ongoing(self):
        return self.task("1.4")

    @property
    def quarterly(self):
        return self.task("1.5")

    @property
    def undated(self):
        return self.task("1.6")

    def head(self, body):
        return self.world.actor(Role.HEAD, self.world.units[body])

    @property
    def officer(self):
        return self.world.actor(Role.OFFICER)

    @property
    def leader(self):
        return self.world.actor(Role.LEADER)

    def accepted(self, ref, body):
        """The task after its lead has accepted it."""
        receiving.accept_task(self.head(body), task_id=self.task(ref).pk)
        return self.task(ref)


def draft_of(world, text, name="chuong-trinh.txt"):
    upload = SimpleUploadedFile(name, text.encode(), content_type="text/plain")
    return drafting.start_import(
        world.actor(Role.OFFICER), home_id=world.ward.pk, upload=upload, again=True
    )


def give(world, text) -> Given:
    draft = draft_of(world, text)
    programme = confirming.confirm_import(
        world.actor(Role.OFFICER),
        draft_id=draft.pk,
        issuing_id=world.units["ban thường vụ"].pk,
        monitor_id=world.units["ban xây dựng đảng"].pk,
        delegate_id=world.units["văn phòng đảng ủy"].pk,
    )
    return Given(world, programme)


@pytest.fixture
def days():
    on = today()
    return {
        "given": on - timedelta(days=150),
        "soon": on + timedelta(days=20),
        "late": on - timedelta(days=30),
    }


@pytest.fixture
def given(world, days) -> Given:
    return in_world(give, world, text_of(**days))


@pytest.fixture
def the_day(monkeypatch):
    """`the_day(date)` sets the one clock."""

    def set_to(day: date):
        monkeypatch.setenv("THENCHOT_TODAY", day.isoformat())

    return set_to
