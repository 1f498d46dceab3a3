"""Where actions are found, whatever names the thing they act on."""

from types import SimpleNamespace

from thenchot.platform.ui.actions import Action, Actions


def nothing(actor, thing, data):
    return None


ROW = Actions(
    code="row",
    get=lambda actor, code, pk: SimpleNamespace(code=code, pk=pk),
    back=lambda row: "/",
    above=str,
    at="<slug:code>/<int:pk>/",
    keys=lambda row: {"code": row.code, "pk": row.pk},
    actions=(
        Action("edit", "Sửa", nothing, ""),
        Action("add", "Thêm", nothing, "", on_thing=False, address="rows/new/"),
    ),
)


def test_a_thing_named_by_more_than_a_number():
    edit, add = ROW.urls("files/")
    assert edit.pattern.match("files/degree/7/edit/")[2] == {"code": "degree", "pk": 7}
    assert add.pattern.match("files/rows/new/")[2] == {}
    assert (edit.name, add.name) == ("row_edit", "row_add")


def test_its_parts_are_what_finds_it():
    asked = SimpleNamespace(actor=None, method="GET")
    view = ROW.view_of(Action("show", "Xem", nothing, ""))
    assert view(asked, code="degree", pk=7).status_code == 405


def test_the_word_on_the_button_may_depend_on_the_thing():
    action = Action("decide", "Quyết định", nothing, "", submit=lambda row: f"Ghi {row.code}")
    row = SimpleNamespace(code="degree", pk=7)
    assert ROW._page(action, None, row)["submit"] == "Ghi degree"
    assert ROW._page(Action("edit", "Sửa", nothing, ""), None, row)["submit"] == "Sửa"
