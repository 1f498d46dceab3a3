"""About ten roles to sign in with, all with one password made up for this demonstration."""

import secrets

from django.db import transaction

from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.people.services import link_account
from thenchot.platform.accounts.models import Account
from thenchot.platform.admission.services.giving import give
from thenchot.platform.audit.trail import record
from thenchot.platform.keys import home as data_home
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role
from thenchot.web.demo.tree import FOUNDED

# Who leads a body is also its head: what is given to the body itself waits for them.
ALSO = {"ubnd": Role.HEAD}
STAFF = "Chuyên viên"
# username, role, body (None: the commune itself), where and as what the person sits (none: the
# first of the body), what the person is
WARD = (
    ("canbo", Role.OFFICER, None, "Ban Xây dựng Đảng", STAFF, "Cán bộ Ban Xây dựng Đảng"),
    ("bithu", Role.LEADER, None, "Ban Thường vụ", "", "Bí thư Đảng ủy"),
    ("vanthu", Role.CLERK, None, "Văn phòng Đảng ủy", "", "Văn phòng Đảng ủy"),
    (
        "truongban",
        Role.HEAD,
        "Ban Xây dựng Đảng",
        "Ban Xây dựng Đảng",
        "",
        "Trưởng Ban Xây dựng Đảng",
    ),
    ("ubnd", Role.LEADER, "Ủy ban nhân dân", "Ủy ban nhân dân", "", "Chủ tịch UBND"),
    ("vhxh", Role.HEAD, "Phòng Văn hóa", "Phòng Văn hóa", "", "Trưởng phòng Văn hóa – Xã hội"),
    (
        "congchuc",
        Role.STAFF,
        "Phòng Văn hóa",
        "Phòng Văn hóa",
        STAFF,
        "Công chức Phòng Văn hóa – Xã hội",
    ),
    ("kiemtra", Role.INSPECTOR, None, "Ủy ban Kiểm tra", "", "Ủy ban Kiểm tra Đảng ủy"),
    ("quantri", Role.ADMIN, None, "Văn phòng HĐND", STAFF, "Quản trị hệ thống"),
)


def open_accounts(ward, province) -> None:
    """Password and list are written beside the data, for the log-in page of the demonstration."""
    password = secrets.token_urlsafe(9)
    people = _people(ward)
    rows = [(name, label) for name, *_, label in WARD]
    for username, role, body, seat, title, _label in WARD:
        person = people(seat, title)
        path = _path(ward, body)
        open_account(username, person, role, path, password, also=ALSO.get(username))
    open_account("tinh", None, Role.OFFICER, province.path, password, "Lò Thị Sao")
    rows.append(("tinh", "Ban Tổ chức Tỉnh ủy (tỉnh)"))
    lines = [f"{name}\t{label}" for name, label in rows]
    (data_home() / "demo-accounts.txt").write_text("\n".join([password, *lines]), encoding="utf8")


@transaction.atomic
def open_account(username, person, role, path, password, name="", also=None):
    account = Account.objects.create_user(username, password, name=name or person.full_name)
    record(SYSTEM, "account_opened", subject=account, unit_path=path, role=role)
    for one in filter(None, (role, also)):
        give(SYSTEM, account=account, role=one, path=path, starts_on=FOUNDED)
    if person:
        link_account(SYSTEM, person_id=person.pk, account_id=account.pk)


def _people(ward):
    taken: set[int] = set()

    def next_in(body, title):
        seats = Person.objects.filter(
            appointments__unit__path__startswith=ward.path,
            appointments__title__startswith=title,
            account=None,
        ).exclude(pk__in=taken)
        person = (
            seats.filter(appointments__unit__name__startswith=body)
            .order_by("-appointments__is_head", "pk")
            .first()
        )
        taken.add(person.pk)
        return person

    return next_in


def _path(ward, body):
    if body is None:
        return ward.path
    return Unit.objects.under([ward.path]).get(name__startswith=body).path
