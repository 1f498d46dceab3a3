"""What a column shows, and what of it leaves the house."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.template.loader import get_template
from django.utils.html import conditional_escape

from thenchot.platform.accounts.models import Account
from thenchot.platform.registers.columns import (
    ChoiceColumn,
    Column,
    DayColumn,
    DueColumn,
    FlagColumn,
    LinkColumn,
    NumberColumn,
    OffersColumn,
    ShareColumn,
    StateColumn,
    words_of,
)
from thenchot.platform.registers.listing import Listing, can_sort
from thenchot.platform.registers.register import values_of
from thenchot.platform.scope.models import Grant

SINCE = date(2025, 7, 1)


def cell(column, **fields):
    """(what the page shows, what leaves the house) of one record."""
    listing = type("Any", (Listing,), {"value": column})
    record = SimpleNamespace(pk=7, **fields)
    row = listing([record]).rows[0]
    return str(conditional_escape(row.get_cell("value"))), row.get_cell_value("value")


@pytest.mark.parametrize(
    ("column", "value", "shown", "leaves"),
    [
        (Column("Tên"), "An", "An", "An"),
        (Column("Tên"), None, "–", None),
        (Column("Tên"), "<b>", "&lt;b&gt;", "<b>"),
        (DayColumn("Ngày"), date(2026, 2, 1), "01/02/2026", date(2026, 2, 1)),
        (NumberColumn("Số"), Decimal("16.80"), "16,8", Decimal("16.80")),
        (NumberColumn("Số"), 0, "0", 0),
        (NumberColumn("Số", places=2), 4, "4,00", 4),
        (NumberColumn("Số"), "1/3", "1/3", "1/3"),
        (ShareColumn("Tỷ lệ"), Decimal("0.851"), "85,1 %", Decimal("85.100")),
        (ChoiceColumn("Mức", labels={"a": "Tốt"}), "a", "Tốt", "Tốt"),
        (FlagColumn("Có", word="đúng"), True, '<span class="tag ">đúng</span>', True),
        (FlagColumn("Có"), False, "–", False),
    ],
)
def test_the_page_and_the_file(column, value, shown, leaves):
    assert cell(column, value=value) == (shown, leaves)


def test_a_state_wears_its_tone():
    column = StateColumn("Mức", labels={"late": "quá hạn"}, tones={"late": "act"})
    assert cell(column, value="late") == ('<span class="tag act">quá hạn</span>', "quá hạn")


def test_what_is_due_is_marked_only_while_it_is_open():
    long_ago = date(2000, 1, 1)
    column = DueColumn("Hạn", is_open=lambda record: record.open)
    assert "quá hạn" in cell(column, value=long_ago, open=True)[0]
    assert cell(column, value=long_ago, open=False)[0] == "01/01/2000"


def test_a_function_reads_what_no_path_reaches():
    column = Column("Đơn vị", lambda record: record.unit.name)
    assert cell(column, unit=SimpleNamespace(name="UBND")) == ("UBND", "UBND")


def test_a_link_leads_to_the_page_of_the_record():
    column = LinkColumn("Tên", "name", route="job_detail")
    assert cell(column, name="Việc")[0] == '<a href="/jobs/7/">Việc</a>'
    without = LinkColumn("Tên", "name", route="job_detail", key="other")
    assert cell(without, name="Việc", other=None)[0] == "Việc"


def test_notes_stand_below_and_do_not_leave():
    column = Column("Tên", "name", notes=("unit", ("từ", "since"), "nothing"))
    shown, leaves = cell(column, name="An", unit="UBND", since=date(2026, 1, 2), nothing="")
    assert '<small class="dim">UBND</small>' in shown and "từ: 02/01/2026" in shown
    assert shown.count("<small") == 2 and leaves == "An"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "x"),
        (False, ""),
        (date(2026, 3, 4), "04/03/2026"),
        (Decimal("2.50"), "2,5"),
        ("chữ", "chữ"),
    ],
)
def test_words_on_an_official_form(value, words):
    assert words_of(value) == words


def test_only_what_the_database_knows_is_ordered_by():
    from thenchot.documents.models import Directive

    assert can_sort(Column("x"), "number", Directive)
    assert can_sort(Column("x"), "home__name", Directive)
    assert not can_sort(Column("x"), "home__nothing", Directive)
    assert not can_sort(Column("x", lambda record: 1), "number", Directive)
    assert not can_sort(Column("x", sort=False), "number", Directive)
    assert can_sort(Column("x", lambda record: 1, sort="number"), "x", Directive)


def test_a_cell_drawn_by_a_template_is_markup():
    offers = [SimpleNamespace(at_once=False, url="/x/", title="<Sửa>", tone="", ask="")]
    shown, _ = cell(OffersColumn(offers=lambda actor, record: offers, about=lambda record: "An"))
    assert '<a class="btn small" href="/x/"' in " ".join(shown.split())
    assert "&lt;Sửa&gt;" in shown


def test_the_class_of_a_cell_may_depend_on_its_record():
    listing = type(
        "Any", (Listing,), {"value": Column("Tên", css=lambda row: f"depth-{row.depth}")}
    )
    table = listing([SimpleNamespace(pk=1, value="An", depth=2)])
    page = " ".join(get_template("registers/table.html").render({"table": table}).split())
    assert '<td class="depth-2">An</td>' in page and '<th scope="col" > Tên </th>' in page


def test_a_column_that_is_hidden_has_no_cells():
    listing = type("Any", (Listing,), {"name": Column("Tên"), "step": Column("Bước tiếp")})
    table = listing([SimpleNamespace(pk=1, name="An", step="Ghi")])
    table.columns.hide("step")
    page = get_template("registers/table.html").render({"table": table})
    assert "An" in page and "Ghi" not in page and "Bước tiếp" not in page


def test_typed_values_of_a_table():
    listing = type("Any", (Listing,), {"name": Column("Tên"), "on": DayColumn("Ngày")})
    record = SimpleNamespace(pk=1, name="An", on=date(2026, 2, 1))
    assert list(values_of(listing([record]), ["on", "name"])) == [[date(2026, 2, 1), "An"]]


@pytest.mark.django_db
def test_a_column_that_asks_a_function_follows_no_key(django_assert_num_queries):
    """Its name may be that of a foreign key, which would cost a query a row."""
    account = Account.objects.create_user("an", name="An")
    grants = [
        Grant(account_id=account.pk, role="staff", path=f"/{n}/", starts_on=SINCE) for n in "123"
    ]
    columns = {
        "account": Column("Tài khoản", lambda grant: f"số {grant.account_id}"),
        "delegated_by": ChoiceColumn("Ai giao", lambda grant: "x", labels={"x": "không ai"}),
    }
    table = type("Any", (Listing,), dict(columns))(grants)
    with django_assert_num_queries(0):
        rows = [[row.get_cell(name) for name in columns] for row in table.rows]
        leaving = list(values_of(table, list(columns)))
    assert rows == leaving == [[f"số {account.pk}", "không ai"]] * 3
