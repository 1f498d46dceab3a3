"""Lists of other systems: read once explained, taken in as often as you like, nothing doubled,
nobody guessed.
"""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.catalogue.books import one_sheet
from tests.worlds import staff

from thenchot.catalogue.list_import.headings import refuse_secret
from thenchot.kernel.decision import Refused
from thenchot.people.models import Appointment, Person
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now
from thenchot.platform.office.excel.worksheets import BadSheet
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.worklog import sources
from thenchot.worklog.models import Fault, SourceMapping, Work
from thenchot.worklog.rules.list_import import ExistingLine, Move, amounts, where
from thenchot.worklog.services import list_importing
from thenchot.worklog.services.opening import open_assessments
from thenchot.worklog.sources import DOCUMENTS, ONE_STOP, Item, Source

HEADER = [
    "STT",
    "Số ký hiệu",
    "Trích yếu",
    "Loại văn bản",
    "Người xử lý",
    "Hạn xử lý",
    "Ngày hoàn thành",
]
ROWS = [
    [1, "12/CV", "Trả lời kiến nghị", "Công văn", "Lê Văn An", "10/10/2026", "09/10/2026 08:30"],
    [2, "13/BC", "Báo cáo tháng", "Báo cáo", "Trần Thị Bình", "20/10/2026", None],
    [3, "14/CV", "Xin ý kiến", "Công văn", "Lê Văn An", "05/10/2026", "08/10/2026"],
]
PRODUCTS = {"cong van": "VB", "bao cao": "bc"}


def there(assessment_id=1, *, is_open=True, is_finished=False, is_fixed=False):
    return ExistingLine(assessment_id, is_open, is_finished, is_fixed)


class TestWhere:
    @pytest.mark.parametrize(
        ("target", "lines", "is_done", "move"),
        [
            (1, [], True, (Move.NEW, None)),
            (None, [], True, (Move.NO_SHEET, None)),
            (1, [there()], True, (Move.UPDATE, 0)),
            (2, [there()], True, (Move.UPDATE, 0)),
            (1, [there(is_fixed=True)], True, (Move.LEAVE, 0)),
            (2, [there(is_open=False, is_finished=True)], True, (Move.LEAVE, 0)),
            (None, [there(is_open=False, is_finished=True)], True, (Move.LEAVE, 0)),
            (2, [there(is_open=False)], True, (Move.NEW, None)),
            (None, [there(is_open=False)], False, (Move.LEAVE, 0)),
            (None, [there(is_open=False)], True, (Move.NO_SHEET, None)),
            (2, [there(is_open=False), there(2)], True, (Move.UPDATE, 1)),
            (None, [], False, (Move.NO_SHEET, None)),
        ],
    )
    def test_each_case(self, target, lines, is_done, move):
        assert where(target, lines, is_done=is_done) == move

    @given(st.decimals("0.01", "99", places=2), st.booleans())
    def test_done_never_exceeds_what_counts(self, quantity, is_done):
        first, sudden = amounts("assigned", quantity, is_done), amounts("sudden", quantity, is_done)
        assert first["done"] <= first["assigned"] == quantity and first["added"] == 0
        assert sudden["assigned"] == sudden["done"] == 0 and sudden["added"] == (
            quantity if is_done else 0
        )


@pytest.fixture
def clerk(office):
    return office.world.actor(Role.CLERK)


@pytest.fixture
def take(office, clerk):
    def run(
        rows=ROWS,
        *,
        header=HEADER,
        dry_run=False,
        source=DOCUMENTS,
        products=PRODUCTS,
        origin="assigned",
        content=None,
        **more,
    ):
        if products:
            list_importing.say(
                clerk,
                home_id=office.world.ward.pk,
                source=source,
                columns={},
                products=products,
                origin=origin,
            )
        content = content or one_sheet(header, rows, titles=["SỔ VĂN BẢN"])
        return list_importing.import_list(
            clerk, content, home_id=office.world.ward.pk, source=source, dry_run=dry_run, **more
        )

    return run


def counts(report):
    return report.created, report.updated, report.unchanged


def reasons(report):
    return [(problem.row, problem.column, problem.reason_vi) for problem in report.problems]


def work(source_id, **more) -> Work:
    return Work.objects.get(source_id=source_id, **more)


@pytest.mark.django_db
class TestList:
    def test_a_dry_run_writes_nothing_then_all(self, office, take):
        assert counts(take(dry_run=True)) == (3, 0, 0) and not Work.objects.exists()
        report = take()
        assert (counts(report), report.is_done, report.problems) == ((3, 0, 0), True, [])
        found = work("12/CV")
        assert (found.assessment, found.source, found.code, found.factor) == (
            office.assessment("an"),
            "documents",
            "VB",
            Decimal(1),
        )
        assert (found.assigned, found.done, found.due_on, found.done_on) == (
            1,
            1,
            date(2026, 10, 10),
            date(2026, 10, 9),
        )
        assert (work("13/BC").assigned, work("13/BC").done, work("13/BC").code) == (1, 0, "BC")
        assert Event.objects.get(name="work_taken_in").facts == {
            "source": "documents",
            "created": 3,
            "updated": 0,
            "unchanged": 0,
        }
        assert Event.objects.filter(name="sheet_took_in").count() == 2

    def test_again_changes_nothing_and_doubles_nothing(self, take):
        take()
        before = list(Work.objects.order_by("pk").values())
        assert counts(take()) == (0, 0, 3)
        assert list(Work.objects.order_by("pk").values()) == before and Fault.objects.count() == 1

    def test_later_it_is_brought_up_to_date(self, take):
        take()
        rows = [
            ROWS[0],
            [*ROWS[1][:6], "19/10/2026"],
            [3, "14/CV", "Xin ý kiến lần hai", *ROWS[2][3:]],
        ]
        assert counts(take(rows)) == (0, 2, 1)
        assert (work("13/BC").done, work("14/CV").name) == (1, "Xin ý kiến lần hai")

    def test_done_after_its_date_is_one_delay_also_when_taken_back(self, take):
        take()
        fault = Fault.objects.get()
        assert (fault.work.source_id, fault.kind, fault.piece) == ("14/CV", "delay", 1)
        Fault.objects.update(withdrawn_at=now())
        take([[3, "14/CV", "Xin ý kiến (sửa)", *ROWS[2][3:]]])
        assert Fault.objects.count() == 1

    def test_the_month_is_that_of_the_day_it_was_done(self, office, take):
        open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=date(2026, 11, 2))
        take()
        assert work("13/BC").assessment.number == 10
        take([[*ROWS[1][:6], "02/11/2026"]])
        assert (work("13/BC").assessment.number, work("13/BC").done) == (
            11,
            1,
        )  # moved, not doubled
        assert Fault.objects.filter(work__source_id="13/BC").count() == 1

    def test_unfinished_in_a_closed_month_counts_where_it_was_done(self, office, take):
        open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=date(2026, 11, 2))
        take()
        close(work("13/BC").assessment)
        assert counts(take([ROWS[1]])) == (0, 0, 1)  # nothing new: it stays unfinished there
        take([[*ROWS[1][:6], "02/11/2026"]])
        assert sorted(
            Work.objects.filter(source_id="13/BC").values_list("assessment__number", "done")
        ) == [(10, 0), (11, 1)]
        assert counts(take([[*ROWS[1][:6], "02/11/2026"]])) == (0, 0, 1)

    def test_what_was_closed_never_counts_again(self, office, take):
        open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=date(2026, 11, 2))
        take()
        close(work("12/CV").assessment)
        report = take([[*ROWS[0][:6], "02/11/2026"]])
        assert (
            counts(report) == (0, 0, 1)
            and report.lines[0].details == "đã chốt hoặc đã xác nhận, giữ nguyên"
        )
        assert Work.objects.filter(source_id="12/CV").count() == 1

    def test_what_the_head_confirmed_is_left(self, take):
        take()
        Work.objects.filter(source_id="13/BC").update(confirmed_at=now())
        assert counts(take([[*ROWS[1][:6], "19/10/2026"]])) == (0, 0, 1)
        assert work("13/BC").done == 0

    def test_one_document_may_be_the_work_of_two(self, take):
        rows = [ROWS[0], [*ROWS[0][:4], "Trần Thị Bình", *ROWS[0][5:]]]
        assert counts(take(rows)) == (2, 0, 0)
        assert Work.objects.filter(source_id="12/CV").count() == 2 and counts(take(rows)) == (
            0,
            0,
            2,
        )

    def test_what_came_suddenly_counts_only_when_done(self, take):
        take(origin="sudden")
        assert (work("12/CV").assigned, work("12/CV").added, work("12/CV").origin) == (
            0,
            1,
            "sudden",
        )
        assert (work("13/BC").assigned, work("13/BC").added) == (0, 0)

    def test_two_sources_never_meet(self, take):
        take()
        assert counts(take(source=ONE_STOP)) == (3, 0, 0)
        assert Work.objects.filter(source_id="12/CV").count() == 2

    def test_work_of_no_known_kind_comes_in_unconverted_and_told(self, take):
        report = take(products={"cong van": "VB"})
        assert [(g.row, g.meaning_vi) for g in report.guesses] == [
            (4, "chưa quy đổi: chưa tính vào kết quả")
        ]
        assert work("13/BC").factor is None

    def test_every_other_kind(self, take):
        take(products={"": "DA"})
        assert {w.code for w in Work.objects.all()} == {"DA"}


@pytest.mark.django_db
class TestWhatIsWrong:
    @pytest.mark.parametrize(
        ("at", "value", "reason"),
        [
            (
                4,
                "Nguyễn Không Ai",
                (
                    "Không nhận ra ai tại Phường Đông Kinh: chọn người ở phần bên dưới, hoặc sửa "
                    "họ "
                    "tên."
                ),
            ),
            (1, None, "Thiếu “Mã, số của việc ở nguồn”."),
            (2, None, "Thiếu “Nội dung việc”."),
            (6, "31/02/2026", "Không có ngày 31/02/2026."),
            (6, "2026", "“2026” không phải một ngày; viết dd/mm/yyyy."),
            (6, "hôm qua", "“hôm qua” không đọc được thành ngày; viết dd/mm/yyyy, hoặc chỉ năm."),
        ],
    )
    def test_one_row_and_nothing_is_written(self, take, at, value, reason):
        rows = [list(row) for row in ROWS]
        rows[0][at] = value
        report = take(rows)
        assert [(row, text) for row, _, text in reasons(report)] == [(3, reason)]
        assert not report.is_done and not Work.objects.exists()

    def test_rows_that_are_left_out_on_purpose(self, take):
        rows = [[*ROWS[0][:4], "Nguyễn Không Ai", *ROWS[0][5:]], *ROWS[1:]]
        report = take(rows, skipped=[3])
        assert report.is_done and set(Work.objects.values_list("source_id", flat=True)) == {
            "13/BC",
            "14/CV",
        }

    def test_a_stranger_is_nobody_here(self, office, take):
        report = take([[*ROWS[0][:4], "Dương Bá Vượng", *ROWS[0][5:]]])
        assert (
            len(report.problems) == 1 and Person.objects.filter(full_name="Dương Bá Vượng").exists()
        )

    def test_two_of_one_name_need_the_code(self, office, take):
        staff(office.world, office.unit, ["Lê Văn An"])
        assert reasons(take([ROWS[0]])) == [
            (
                3,
                "Người xử lý",
                "Có 2 người cùng tên: chọn người ở phần bên dưới, hoặc thêm cột “Mã cán bộ”.",
            )
        ]
        Person.objects.filter(pk=office.people["an"].pk).update(code="CB-01")
        header = [*HEADER, "Mã cán bộ"]
        assert counts(take([[*ROWS[0], "CB-01"]], header=header)) == (1, 0, 0)
        assert work("12/CV").assessment.person == office.people["an"]

    def test_titles_and_brackets_around_a_name(self, take):
        assert counts(take([[*ROWS[0][:4], "Đ/c Lê Văn An (Chuyên viên)", *ROWS[0][5:]]])) == (
            1,
            0,
            0,
        )

    def test_without_any_day(self, take):
        assert reasons(take([[*ROWS[0][:5], None, None]])) == [
            (3, "Ngày hoàn thành", "Thiếu ngày xong (và hạn): không biết tính vào tháng nào.")
        ]

    def test_twice_in_one_list(self, take):
        assert reasons(take([ROWS[0], ROWS[0]])) == [
            (4, "Số ký hiệu", "Trùng với dòng 3: cùng mã, cùng người.")
        ]

    def test_no_open_sheet(self, take):
        report = take([[*ROWS[0][:5], None, "09/09/2026"]])
        assert [
            row
            for row, _, text in reasons(report)
            if "không có phiếu đang mở cho ngày 09/09/2026" in text
        ] == [3]

    def test_a_code_the_catalogue_does_not_have(self, take):
        assert (
            reasons(take([ROWS[0]], products={"cong van": "ZZ"}))[0][2]
            == "Danh mục áp dụng vào ngày đó không có mã này."
        )

    def test_days_years_apart(self, take):
        report = take([ROWS[0], [*ROWS[1][:6], "02/11/2020"]])
        assert "Danh sách trải từ 02/11/2020 đến 09/10/2026" in report.problems[0].reason_vi

    def test_a_list_stamped_secret_is_refused(self):
        for content in (
            one_sheet(HEADER, ROWS, titles=["MẬT"]),
            one_sheet(
                [*HEADER, "Độ mật"], [[*ROWS[0], "Thường"], [*ROWS[1], "Tối mật"]], titles=["SỔ"]
            ),
        ):
            with pytest.raises(BadSheet, match="không được phép đọc, lưu hay xử lý tài liệu mật"):
                refuse_secret(content)
        refuse_secret(
            one_sheet([*HEADER, "Độ mật"], [[*row, "Thường"] for row in ROWS], titles=["SỔ"])
        )

    @pytest.mark.parametrize("content", [b"x", b"PK\x03\x04", b"\xff\xfe\x00"])
    def test_no_list_at_all(self, take, content):
        report = take(content=content)
        assert report.problems and not report.is_done

    @pytest.mark.parametrize(
        ("role", "error"), [(Role.STAFF, Refused), (Role.LEADER, Refused), (Role.HEAD, Refused)]
    )
    def test_only_who_takes_in(self, office, role, error):
        with pytest.raises(error):
            list_importing.import_list(
                office.world.actor(role),
                b"x",
                home_id=office.world.ward.pk,
                source=DOCUMENTS,
                dry_run=True,
            )

    def test_not_for_another_ward(self, office):
        with pytest.raises(NotVisible):
            list_importing.import_list(
                office.world.actor(Role.CLERK),
                b"x",
                home_id=office.world.other_ward.pk,
                source=DOCUMENTS,
                dry_run=True,
            )


@pytest.mark.django_db
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                [*ROWS[0], *ROWS[1], "31/02/2026", "1,5", "x" * 700, 0, -1, 2.5, "Lê Văn An"]
            ),
            min_size=1,
            max_size=8,
        ),
        max_size=5,
    )
)
def test_whatever_stands_in_the_rows_all_or_nothing(take, rows):
    with transaction.atomic():
        before = Work.objects.count()
        report = take(rows)
        assert report.is_done is (not report.problems and bool(report.lines))
        assert report.is_done or Work.objects.count() == before
        assert all(problem.reason_vi for problem in report.problems)
        transaction.set_rollback(True)


@pytest.mark.django_db
class TestMapping:
    OWN = ["Cot A", "Cot B", "Cot C", "Cot D"]

    def test_unknown_columns_are_asked_once_and_remembered(self, office, clerk, take):
        rows = [["x1", "Trả lời đơn", "Lê Văn An", "09/10/2026"]]
        asked = take(rows, header=self.OWN)
        assert {column for _, column, _ in reasons(asked)} == {
            "Mã, số của việc ở nguồn",
            "Nội dung việc",
            "Người thực hiện",
            "Ngày xong",
        }
        assert [heading.title for heading in asked.reading.headings] == self.OWN
        columns = {"id": "cot a", "name": "cot b", "person": "cot c", "done": "cot d"}
        list_importing.say(
            clerk,
            home_id=office.world.ward.pk,
            source=DOCUMENTS,
            columns=columns,
            products={"": "VB"},
            origin="assigned",
        )
        assert counts(take(rows, header=self.OWN, products=None)) == (1, 0, 0)
        assert work("x1").code == "VB"
        assert SourceMapping.objects.get().columns == columns

    def test_what_is_said_goes_before_what_the_words_mean(self, office, clerk, take):
        columns = {"id": "stt", "output": "so ky hieu"}
        list_importing.say(
            clerk,
            home_id=office.world.ward.pk,
            source=DOCUMENTS,
            columns=columns,
            products=PRODUCTS,
            origin="assigned",
        )
        take(products=None)
        assert (work("1").output, work("1").name) == ("12/CV", "Trả lời kiến nghị")

    def test_who_a_name_or_an_account_means_is_said_once_and_remembered(self, office, clerk, take):
        rows = [[*ROWS[0][:4], "an.lv@dongkinh", *ROWS[0][5:]]]
        asked = take(rows)
        assert asked.reading.unclear == {"an lv dongkinh": ("an.lv@dongkinh", [])}
        ward, an = office.world.ward.pk, office.people["an"]
        said = {
            "home_id": ward,
            "source": DOCUMENTS,
            "columns": {},
            "products": PRODUCTS,
            "origin": "assigned",
        }
        list_importing.say(
            clerk,
            **said,
            people={"an lv dongkinh": an.pk, "nguoi la": office.world.other_people["ubnd"].pk},
        )
        assert SourceMapping.objects.get().people == {
            "an lv dongkinh": an.pk
        }  # nobody of another ward
        assert counts(take(rows)) == (1, 0, 0) and work("12/CV").assessment.person == an
        assert len(take(rows, source=ONE_STOP).problems) == 1  # each source has names of its own

    def test_of_two_of_one_name_the_one_that_was_said(self, office, clerk, take):
        other = staff(office.world, office.unit, ["Lê Văn An"])[0]
        asked = take([ROWS[0]])
        assert sorted(asked.reading.unclear["le van an"][1]) == sorted(
            [office.people["an"].pk, other.pk]
        )
        said = {
            "home_id": office.world.ward.pk,
            "source": DOCUMENTS,
            "columns": {},
            "products": PRODUCTS,
            "origin": "assigned",
        }
        list_importing.say(clerk, **said, people={"le van an": office.people["an"].pk})
        assert counts(take([ROWS[0]])) == (1, 0, 0)

    def test_csv_with_semicolons_and_the_mark_of_excel(self, take):
        lines = [
            ";".join(HEADER),
            *(";".join("" if cell is None else str(cell) for cell in row) for row in ROWS),
        ]
        assert counts(take(content="﻿".encode() + "\r\n".join(lines).encode())) == (3, 0, 0)

    def test_csv_with_commas_and_quotes(self, take):
        text = (
            'Mã hồ sơ,Tên thủ tục,Cán bộ thụ lý,Ngày trả kết quả\nH1,"Cấp bản sao, trích '
            'lục",Lê Văn An,09/10/2026\n'
        )
        assert counts(take(content=text.encode())) == (1, 0, 0)
        assert work("H1").name == "Cấp bản sao, trích lục"


@pytest.mark.django_db
class TestOneDoor:
    def test_a_room_registers_and_hands_over(self, office, monkeypatch):
        monkeypatch.setattr(sources, "_sources", dict(sources._sources))
        room = Source("petitions", "Đơn thư")
        sources.register(room)
        assert sources.find("petitions") is room and room not in sources.by_file()
        item = Item(
            "7", office.people["an"].pk, "Trả lời đơn", product="VB", done_on=date(2026, 10, 7)
        )
        for expected in ((1, 0, 0), (0, 0, 1)):
            report = list_importing.import_items(
                office.actor("leader"), home=office.world.ward, source=room, items=[item]
            )
            assert counts(report) == expected
        assert work("7").source == "petitions" and work("7").done == 1

    def test_the_lists_that_ship(self):
        assert [source.code for source in sources.by_file()] == [
            "documents",
            "one_stop",
            "other_lists",
        ]


@pytest.mark.django_db
def test_three_hundred_rows_cost_as_many_queries_as_three(office, take):
    people = staff(
        office.world,
        office.unit,
        [f"Ngô Văn {chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(40)],
    )
    Appointment.objects.filter(person__in=people).update(staff_kind="civil_servant")
    open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=date(2026, 10, 15))

    def cost(count):
        rows = [
            [n, f"{n}/CV", "Trả lời", "Công văn", people[n % 40].full_name, None, "09/10/2026"]
            for n in range(count)
        ]
        content = one_sheet(HEADER, rows, titles=["SỔ"])
        with CaptureQueriesContext(connection) as queries:
            assert take(content=content, products=None, dry_run=True).is_clean
        return len(queries)

    take()
    assert cost(3) == cost(300) <= 20


def close(assessment):
    assessment.state, assessment.closed_at = "closed", now()
    assessment.save()
