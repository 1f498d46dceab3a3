"""A small world for tests, made through services: a city with two wards, each with its bodies and
people.

world.ward, world.other_ward           communes (`Unit`)
world.units["phòng văn hóa"]           a body of the ward; world.other_units[...] of the other ward
world.account("head", unit)            an account with that role over that unit (made once per pair)
world.actor("head", unit)              who acts with it
world.client("head", unit)             a browser signed in with it
world.people[...]                      the head of each body of the ward
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from django.test import Client

from tests.replaying import once
from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import Unit
from thenchot.organisation.services import create_unit
from thenchot.people.models import Person
from thenchot.people.services import create_person, link_account
from thenchot.platform.accounts.models import Account
from thenchot.platform.scope.actor import SYSTEM, Actor, actor_for
from thenchot.platform.scope.models import Grant
from thenchot.platform.scope.roles import Role

SINCE = date(2025, 7, 1)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

PASSWORD = "Mat-khau-thu-2026"  # of every account of the small world

ORGANISATIONS = {
    "ban thường vụ": ("Ban Thường vụ Đảng ủy phường", UnitKind.COMMITTEE, Bloc.PARTY),
    "ban xây dựng đảng": ("Ban Xây dựng Đảng Đảng ủy phường", UnitKind.DIVISION, Bloc.PARTY),
    "ủy ban kiểm tra": ("Ủy ban Kiểm tra Đảng ủy phường", UnitKind.DIVISION, Bloc.PARTY),
    "văn phòng đảng ủy": ("Văn phòng Đảng ủy phường", UnitKind.DIVISION, Bloc.PARTY),
    "mặt trận": ("Ủy ban Mặt trận Tổ quốc Việt Nam phường", UnitKind.MASS, Bloc.FRONT),
    "ubnd": ("Ủy ban nhân dân phường", UnitKind.AGENCY, Bloc.GOVERNMENT),
    "phòng văn hóa": ("Phòng Văn hóa - Xã hội", UnitKind.DIVISION, Bloc.GOVERNMENT),
}
HEADS = {
    "ban thường vụ": "Đặng Thị Ánh",
    "ban xây dựng đảng": "Nguyễn Văn Đường",
    "ủy ban kiểm tra": "Trần Ích Ấn",
    "văn phòng đảng ủy": "Lê Thị Bích Ăn",
    "mặt trận": "Hoàng Đình Dư",
    "ubnd": "Phạm Thị Duyên",
    "phòng văn hóa": "Vũ Thị Ước",
}
OTHER_HEADS = {
    "ban thường vụ": "Bùi Quang Khải",
    "ban xây dựng đảng": "Đinh Thị Lụa",
    "ủy ban kiểm tra": "Mai Văn Sỹ",
    "văn phòng đảng ủy": "Tô Thị Nhàn",
    "mặt trận": "Ngô Xuân Quyết",
    "ubnd": "Lý Thị Thoa",
    "phòng văn hóa": "Dương Bá Vượng",
}


@dataclass
class World:
    city: Unit
    ward: Unit
    other_ward: Unit
    units: dict[str, Unit]
    other_units: dict[str, Unit]
    people: dict[str, Person]
    other_people: dict[str, Person]
    _accounts: dict = field(default_factory=dict)

    def account(self, role, unit=None) -> Account:
        """The account that holds this role over the unit (the ward when none is named)."""
        unit = unit or self.ward
        if (role, unit.path) not in self._accounts:
            self._accounts[role, unit.path] = account_with(role, unit)
        return self._accounts[role, unit.path]

    def actor(self, role, unit=None) -> Actor:
        return actor_for(self.account(role, unit))

    @property
    def other_ward_office(self) -> Unit:
        return self.other_units["văn phòng đảng ủy"]

    def client(self, role, unit=None) -> Client:
        return signed_in(self.account(role, unit))


def build_world() -> World:
    """Needs a database; about seventy rows. Built where something stands already it is made
    anew.
    """
    return _build() if Unit.objects.exists() or Account.objects.exists() else once(_build)


def _build() -> World:
    city = _unit(None, "Thành phố Bạch Hải", UnitKind.PROVINCE, Bloc.GOVERNMENT)
    ward = _unit(city, "Phường Đông Kinh", UnitKind.COMMUNE, Bloc.GOVERNMENT)
    other = _unit(city, "Phường Tân Lập", UnitKind.COMMUNE, Bloc.GOVERNMENT)
    units, other_units = _bodies(ward), _bodies(other)
    people, other_people = _heads(units, HEADS), _heads(other_units, OTHER_HEADS)
    return World(city, ward, other, units, other_units, people, other_people)


def in_world(build, world: World, *given):
    """once(build, world, …): what was built stands in this very world, with the accounts it made
    there.
    """
    made = once(build, world, *given)
    world._accounts |= made.world._accounts
    made.world = world
    return made


def account_with(role, unit, **fields) -> Account:
    name = fields.pop("name", f"{Role(role).label} {unit.short_name or unit.name}"[:120])
    username = fields.pop("username", f"{role}-{unit.pk}-{Account.objects.count()}")
    account = Account.objects.create_user(
        username, fields.pop("password", PASSWORD), name=name, **fields
    )
    Grant.objects.create(account=account, role=role, path=unit.path, starts_on=SINCE)
    return account


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=BACKEND)
    return client


def staff(world: World, unit: Unit, names) -> list[Person]:
    """More people in a unit, as many as there are names."""
    return [_person(unit, name, "Chuyên viên") for name in names]


def person_who_signs_in(world: World, key: str, role="head") -> Actor:
    """The head of a body of the ward, with an account of that role over the body."""
    account = world.account(role, world.units[key])
    link_account(SYSTEM, person_id=world.people[key].pk, account_id=account.pk)
    return actor_for(account)


def _bodies(ward: Unit) -> dict[str, Unit]:
    made = {
        key: _unit(ward, *body, position=n)
        for n, (key, body) in enumerate(ORGANISATIONS.items())
        if key != "phòng văn hóa"
    }
    return made | {"phòng văn hóa": _unit(made["ubnd"], *ORGANISATIONS["phòng văn hóa"])}


def _heads(units: dict[str, Unit], names: dict[str, str]) -> dict[str, Person]:
    return {
        key: _person(unit, names[key], "Trưởng đơn vị", is_head=True) for key, unit in units.items()
    }


def _person(unit: Unit, name: str, title: str, *, is_head=False) -> Person:
    return create_person(
        SYSTEM, full_name=name, unit_id=unit.pk, title=title, is_head=is_head, valid_from=SINCE
    )


def _unit(parent, name, kind, bloc, position=0) -> Unit:
    return create_unit(
        SYSTEM,
        parent_id=parent and parent.pk,
        name=name,
        kind=kind,
        bloc=bloc,
        position=position,
        valid_from=SINCE,
    )


@cache
def roles() -> tuple[str, ...]:
    return tuple(Role.values)
