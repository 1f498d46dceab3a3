"""The desk: what waits for each, counted once for page and menu, with the action itself; what waits
for somebody nearer stays there.
"""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.town import given_programme
from tests.worlds import build_world

from thenchot.platform.alerts.models import Notice
from thenchot.platform.clock import today
from thenchot.platform.scope.nearest import answering
from thenchot.platform.scope.roles import Role
from thenchot.platform.ui import desk
from thenchot.programmes.access import ACCEPT
from thenchot.programmes.enums import TaskState
from thenchot.programmes.models import Task
from thenchot.programmes.services.receiving import accept_task


@pytest.fixture
def world(db):
    return build_world()


@pytest.fixture
def given(world):
    """A programme of the ward, given out and not yet accepted."""
    return given_programme(world, world.ward, "Đông Kinh")


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def waiting(actor):
    return {code: n for code, n in desk.counts(actor, today()).items() if n}


class TestNearest:
    def test_what_lies_under_another_holder_of_the_role_waits_for_that_one(self, world):
        seat, body = world.units["ubnd"], world.units["mặt trận"]
        world.account(Role.HEAD, world.ward)
        world.account(Role.HEAD, seat)
        over = answering(world.actor(Role.HEAD, world.ward), ACCEPT)
        assert (over.paths, over.without) == ((world.ward.path,), (seat.path,))
        assert type(body).objects.filter(over.over("path"), pk=body.pk).exists()
        assert not type(body).objects.filter(over.over("path"), pk=seat.pk).exists()

    def test_the_own_grants_never_take_anything_away(self, world):
        over = answering(world.actor(Role.HEAD, world.units["ubnd"]), ACCEPT)
        assert over.without == ()

    def test_another_role_below_takes_nothing_away(self, world):
        world.account(Role.STAFF, world.units["ubnd"])
        assert answering(world.actor(Role.HEAD, world.ward), ACCEPT).without == ()


class TestCounts:
    def test_one_query_whatever_waits(self, world, given):
        actor = world.actor(Role.LEADER, world.ward)
        desk.counts(actor, today())
        with CaptureQueriesContext(connection) as queries:
            desk.counts(actor, today())
        assert len(queries) <= 2

    def test_every_kind_counts_for_every_role(self, world, given):
        for role in Role:
            assert all(n >= 0 for n in desk.counts(world.actor(role, world.ward), today()).values())

    def test_every_kind_leads_to_a_page(self):
        assert [
            kind.code for kind in desk.kinds() if kind.all_of and not reverse(kind.all_of)
        ] == []

    def test_two_kinds_never_stand_at_one_place(self):
        first = desk.kinds()[0]
        other = desk.Waiting(first.place, "khac", "Khác", first.rows, first.lines)
        with pytest.raises(ValueError, match=f"place {first.place}"):
            desk.register(other)


class TestPage:
    def test_tasks_wait_for_the_head_of_the_unit_and_are_accepted_in_one_press(self, world, given):
        unit = Task.objects.filter(desk_reason="accept").first().desk_unit
        count = Task.objects.filter(desk_reason="accept", desk_unit=unit).count()
        head, client = world.actor(Role.HEAD, unit), world.client(Role.HEAD, unit)
        assert waiting(head)["accept"] == count
        page = text(client.get("/"))
        pks = re.findall(r'name="pk" value="(\d+)"', page)
        assert len(pks) == (count if count > 1 else 0)
        chosen = pks or list(
            Task.objects.filter(desk_reason="accept", desk_unit=unit).values_list("pk", flat=True)
        )
        answer = client.post(
            reverse("task_accept_together"), {"pk": chosen, "told": "1", "next": "/"}
        )
        assert (answer.status_code, answer["Location"]) == (302, "/")
        assert "accept" not in waiting(head)
        assert not Task.objects.filter(pk__in=chosen, state=TaskState.ASSIGNED).exists()

    def test_nothing_waits_only_when_nothing_does(self, world, given):
        unit = Task.objects.filter(desk_reason="accept").first().desk_unit
        assert "Không có việc nào đang chờ" not in text(world.client(Role.HEAD, unit).get("/"))
        assert "Không có việc nào đang chờ" in text(world.client(Role.GUEST).get("/"))

    def test_the_menu_counts_what_the_desk_counts(self, world, given):
        unit = Task.objects.filter(desk_reason="accept").first().desk_unit
        said = text(world.client(Role.HEAD, unit).get(reverse("waiting_counts")))
        total = sum(waiting(world.actor(Role.HEAD, unit)).values())
        assert f'id="waits-desk" hx-swap-oob="true">{total}<' in said

    @pytest.mark.parametrize("role", [Role.OFFICER, Role.LEADER, Role.HEAD, Role.STAFF, Role.ADMIN])
    def test_the_first_screen_costs_twelve_queries_at_most(self, world, given, role):
        client = world.client(role)
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        assert len(queries) <= 12

    def test_a_page_elsewhere_is_no_way_back(self, world, given):
        answer = world.client(Role.HEAD).post(
            reverse("task_accept_together"), {"told": "1", "next": "https://example.org/"}
        )
        assert answer["Location"] == reverse("task_list")


class TestNews:
    def test_a_programme_given_out_is_told_to_each_lead_unit(
        self, world, django_capture_on_commit_callbacks
    ):
        heads = {unit: world.account(Role.HEAD, unit) for unit in world.units.values()}
        with django_capture_on_commit_callbacks(execute=True):
            given_programme(world, world.ward, "Đông Kinh")
        told = Notice.objects.filter(news="programme_confirmed")
        leads = {a.unit for t in Task.objects.all() for a in t.assignments.filter(part="lead")}
        assert {notice.account for notice in told} == {heads[unit] for unit in leads if unit}
        assert all(notice.url.startswith("/tasks/") for notice in told)

    def test_who_did_it_is_not_told(self, world, django_capture_on_commit_callbacks):
        from thenchot.platform.alerts.findings import about, roles
        from thenchot.platform.alerts.news import tell

        world.account(Role.HEAD, world.ward)
        finding = about(
            world.ward,
            "Có việc mới",
            path=world.ward.path,
            url="/",
            tells=roles(world.ward.path, Role.HEAD),
        )
        own = world.actor(Role.HEAD, world.ward).account_id
        assert tell("thing", [finding], by=own) == 0
        assert tell("thing", [finding], by=None) == 1

    def test_nor_whose_doing_it_is_where_the_program_acts_for_them(self, world):
        from thenchot.platform.alerts.findings import about, roles
        from thenchot.platform.alerts.news import tell

        own = world.account(Role.HEAD, world.ward)
        told = {"path": world.ward.path, "url": "/", "tells": roles(world.ward.path, Role.HEAD)}
        mine = about(world.ward, "a", **told, never=own.pk)
        other = about(world.ward, "a", **told, never=own.pk + 1)
        assert tell("thing", [mine], by=None) == 0
        assert tell("thing", [other], by=None) == 1

    def test_what_fails_afterwards_changes_nothing_for_who_acted(
        self, world, given, monkeypatch, django_capture_on_commit_callbacks
    ):
        from thenchot.platform.alerts import news
        from thenchot.platform.audit import trail

        def broken(facts):
            raise RuntimeError("broken")

        monkeypatch.setitem(news._news, "task_accepted", (broken, ()))
        monkeypatch.setitem(trail._followers, "task_accepted", [news._write_down])
        task = Task.objects.filter(desk_reason="accept").first()
        with django_capture_on_commit_callbacks(execute=True):
            accept_task(world.actor(Role.HEAD, task.desk_unit), task_id=task.pk)
        task.refresh_from_db()
        assert task.state == TaskState.IN_PROGRESS


def test_counts_come_only_for_entries_that_stand_in_the_own_menu(world):
    def counted(role):
        return text(world.client(role).get(reverse("waiting_counts")))

    assert 'id="waits-alert_list"' in counted(Role.OFFICER)
    assert 'id="waits-alert_list"' not in counted(Role.ADMIN)
