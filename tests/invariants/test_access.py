"""Every route × every role × one's own and a stranger's: GET, POST, fragment, export, download."""

import pytest
from tests.invariants.matrix import BY_ROUTE, CASES
from tests.invariants.walking import MISSING, address, routes, without_tokens, words_of

from thenchot.platform.registers.register import REGISTERS
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.django_db
STRANGERS = (Role.ADMIN, Role.OFFICER, Role.LEADER, Role.HEAD, Role.GUEST)
ROWS_ONLY = {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "rows"}
by_route = pytest.mark.parametrize("case", CASES, ids=lambda case: case.route)


def methods(case):
    return [m for m, is_on in (("GET", case.get), ("POST", case.post is not None)) if is_on]


def test_every_route_is_in_the_matrix():
    assert set(routes()) == set(BY_ROUTE), "add the new route to tests/invariants/matrix.py"


def test_no_route_is_there_twice():
    assert len(CASES) == len(BY_ROUTE)


def test_every_thing_of_the_matrix_exists_in_both_wards(town):
    for things in (town.own, town.foreign):
        assert all(things[case.subject] for case in CASES if case.subject)


@by_route
def test_nobody_is_sent_to_the_log_in(case, town, ask):
    for method in methods(case):
        response = ask(None, method, address(case, _own(case, town)), case.post)
        if case.public:
            assert response.status_code < 500
        else:
            assert (response.status_code, response.url.split("?")[0]) == (302, "/accounts/login/")


@by_route
def test_each_role_in_its_own_ward(case, town, ask):
    """Answered as the matrix says, and what is answered names no stranger: lists, searches, exports
    and downloads alike; a refusal says why.
    """
    wrong = []
    for role in Role.values:
        for method in methods(case):
            response = ask(role, method, address(case, _own(case, town)), case.post)
            if response.status_code not in case.expected(role, method):
                wrong.append(
                    f"{method} as {role}: {response.status_code}, expected "
                    f"{case.expected(role, method)}"
                )
            if method == "GET" and not case.public:
                wrong += [f"{role} reads of {word}" for word in strangers_in(response, town)]
            if method == "GET" and case.expected(role) == (403,) and not says_why(response):
                wrong.append(f"{role} is refused without a reason")
    assert not wrong, "\n".join(["", *wrong])


def says_why(response) -> bool:
    text = response.content.decode()
    return "Việc này do vai trò sau thực hiện" in text or "Với vai trò" in text


def strangers_in(response, town) -> list[str]:
    text = words_of(response)
    return [word for word in town.foreign_words if word in text]


@pytest.mark.parametrize(
    "case", [c for c in CASES if c.subject and not c.public], ids=lambda case: case.route
)
def test_a_stranger_cannot_tell_it_from_a_missing_one(case, town, ask):
    wrong = []
    for role in STRANGERS:
        for method in methods(case):
            real = ask(role, method, address(case, town.foreign[case.subject]), case.post)
            missing = ask(role, method, address(case, MISSING), case.post)
            allowed = {404, 403} if case.first and role not in case.may else {404}
            same = without_tokens(real) == without_tokens(missing)
            if (
                real.status_code not in allowed
                or real.status_code != missing.status_code
                or not same
            ):
                wrong.append(
                    f"{method} as {role}: {real.status_code}, missing {missing.status_code}, "
                    f"same body: {same}"
                )
    assert not wrong, "\n".join(["", *wrong])


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.route in REGISTERS], ids=lambda case: case.route
)
def test_the_rows_of_a_list_name_no_stranger(case, town, ask):
    """As htmx asks for them, without the page around."""
    for role in (Role.ADMIN, Role.OFFICER, Role.LEADER, Role.HEAD, Role.STAFF, Role.INSPECTOR):
        rows = ask(role, "GET", address(case, _own(case, town)), **ROWS_ONLY)
        assert rows.status_code >= 400 or b"<html" not in rows.content
        assert strangers_in(rows, town) == []


@pytest.mark.parametrize(
    "word", ["Bùi Quang", "Tân Lập", "cán bộ Tân Lập", "06-NQ/TU", "Dương Bá Vượng"]
)
@pytest.mark.parametrize(
    "route", ["search", "person_list", "directive_list", "task_list", "account_admin", "audit_list"]
)
def test_searching_for_a_stranger_finds_nothing(word, route, town, ask):
    from django.urls import reverse

    for role in (Role.ADMIN, Role.OFFICER, Role.INSPECTOR):
        text = words_of(ask(role, "GET", reverse(route) + f"?q={word}"))
        found = [w for w in town.foreign_words if w in text.replace(word, "")]
        assert found == []


@pytest.mark.parametrize(
    "case", [c for c in CASES if c.get and c.is_page and not c.public], ids=lambda case: case.route
)
def test_a_page_answers_a_wrong_method_plainly(case, town, ask):
    response = ask(Role.OFFICER, "POST", address(case, _own(case, town)), {})
    assert response.status_code < 500


def _own(case, town):
    return town.own[case.subject] if case.subject else None
