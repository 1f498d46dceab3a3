"""A day in the address of a page, as somebody types it."""

from django.urls import reverse
from tests.worlds import build_world


def test_policies_of_a_day_typed_either_way(db):
    client = build_world().client("leader")
    for typed in ("01/03/2026", "2026-03-01"):
        page = client.get(reverse("policy_list"), {"on": typed}).content.decode()
        assert 'value="01/03/2026"' in page and 'type="date"' not in page
