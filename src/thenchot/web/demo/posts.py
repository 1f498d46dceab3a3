"""What the demo ward lays out: titles tied, an approved scheme of positions, numbers, committees
with seats, functions.
"""

from datetime import date, timedelta
from decimal import Decimal

from thenchot.organisation.models import CommitteeKind, Title, TitleRank, Unit
from thenchot.organisation.services import committees, duties, quotas, schemes
from thenchot.people.models import Appointment
from thenchot.people.staffing import linking, seatings
from thenchot.platform.scope.actor import SYSTEM
from thenchot.web.demo.calendar import day_of
from thenchot.web.demo.tree import FOUNDED

RESOLUTION = "Nghị quyết của Đảng ủy phường về công tác cán bộ"
STATED = {
    "": (131, 30),
    "party": (20, 11),
    "front": (16, 5),
    "government": (94, 14),
}  # the parts are one short of the whole
POSITIONS = {  # of the catalogue, by the body in which they are
    "Ủy ban nhân dân": ("LD-03", "LD-04"),
    "Văn phòng HĐND": (
        *(f"CM-{n:02d}" for n in (1, 2, 3, 4, 5, 16, 26, 28)),
        "HT-01",
        "HT-02",
        "HT-03",
    ),
    "Phòng Văn hóa": tuple(f"CM-{n}" for n in range(17, 26)),
    "Phòng Kinh tế": tuple(f"CM-{n:02d}" for n in range(6, 16)),
    "Trung tâm Phục vụ": ("CM-27",),
}
COMMITTEES = (  # kind, name, approved seats, how many of them are filled
    (CommitteeKind.PARTY, "Ban Chấp hành Đảng bộ phường", 21, 19),
    (CommitteeKind.STANDING, "Ban Thường vụ Đảng ủy phường", 7, 7),
    (CommitteeKind.INSPECTION, "Ủy ban Kiểm tra Đảng ủy phường", 5, 5),
)
ELECTED = (
    (CommitteeKind.COUNCIL, "Hội đồng nhân dân phường", 25, 24),
    (CommitteeKind.PEOPLE, "Ủy ban nhân dân phường", 8, 7),
)
DUTIES = (  # name, field, who answers for it, who helps
    (
        "Quản lý hồ sơ, chế độ của cán bộ, công chức",
        "Tổ chức, cán bộ",
        ("Ban Xây dựng",),
        ("Văn phòng HĐND",),
    ),
    ("Kiểm tra, giám sát việc chấp hành Điều lệ Đảng", "Kiểm tra", ("Ủy ban Kiểm tra",), ()),
    (
        "Giải quyết hồ sơ hộ tịch, chứng thực",
        "Tư pháp",
        ("Văn phòng HĐND",),
        ("Trung tâm Phục vụ",),
    ),
    (
        "Tiếp nhận và trả kết quả thủ tục hành chính",
        "Cải cách hành chính",
        ("Trung tâm Phục vụ",),
        (),
    ),
    ("Quản lý trật tự xây dựng", "Xây dựng", ("Phòng Kinh tế",), ()),
    ("Chính sách người có công, bảo trợ xã hội", "Lao động - xã hội", ("Phòng Văn hóa",), ()),
    (
        "Chuyển đổi số, công nghệ thông tin",
        "Khoa học - công nghệ",
        ("Phòng Văn hóa", "Văn phòng HĐND"),
        (),
    ),
    ("Quản lý an toàn thực phẩm", "Y tế", (), ("Phòng Kinh tế",)),
    ("Tuyên truyền, vận động Nhân dân", "Mặt trận", ("Ủy ban Mặt trận",), ("Ban Xây dựng",)),
)


def lay_out(actor, ward, on) -> None:
    """In the order in which an office does it; everything through the services of the rooms."""
    linking.link_surely(actor, home_id=ward.pk)
    plan_positions(actor, ward, on)
    set_numbers(actor, ward, on)
    hold_committees(actor, ward, on)
    give_duties(actor, ward)


def plan_positions(actor, ward, on) -> None:
    """The scheme of the People's Committee is approved and people hold its positions; the Party's
    is still a draft.
    """
    with day_of(on - timedelta(days=120)):
        scheme = schemes.begin_scheme(
            actor, unit_id=ward.pk, name="Đề án vị trí việc làm Ủy ban nhân dân phường"
        )
        for body, codes in POSITIONS.items():
            schemes.take_from_catalogue(
                actor, scheme_id=scheme.pk, codes=codes, unit_id=_body(ward, body).pk
            )
        for position in scheme.positions.exclude(code="LD-03"):
            number = 3 if position.group == "leadership" else 2
            schemes.put_position(
                actor, scheme_id=scheme.pk, position_id=position.pk, approved_number=number
            )
        schemes.submit_scheme(actor, scheme_id=scheme.pk)
    approved = {
        "decision": "Quyết định 1637/QĐ-UBND của Ủy ban nhân dân thành phố",
        "valid_from": on - timedelta(days=90),
    }
    schemes.approve_scheme(actor, scheme_id=scheme.pk, **approved)
    for body in POSITIONS:
        _take_positions(actor, scheme, _body(ward, body))
    party = _body(ward, "Đảng ủy")
    draft = schemes.begin_scheme(
        actor, unit_id=party.pk, name="Đề án vị trí việc làm Đảng ủy phường"
    )
    schemes.take_from_catalogue(
        actor, scheme_id=draft.pk, codes=["LD-01", "LD-02", "LD-05", "LD-06"], unit_id=party.pk
    )


def _take_positions(actor, scheme, unit) -> None:
    """Leaders of the People's Committee hold theirs, every other place goes to the next officer;
    the last stay free.
    """
    places = [
        position
        for position in scheme.positions.filter(unit=unit).order_by("-group", "code")
        for _place in range(position.approved_number)
    ]
    places.sort(key=lambda position: position.group != "leadership")
    serving = Appointment.objects.filter(unit=unit, valid_to=None, is_primary=True).order_by("pk")
    officers = (
        serving
        if unit.name.startswith("Ủy ban nhân dân")
        else serving.exclude(title_ref__is_manager=True)
    )
    for seat, position in zip(officers, places[:-1], strict=False):
        linking.link_position(actor, appointment_id=seat.pk, position_id=position.pk)


def set_numbers(actor, ward, on) -> None:
    """The government has one person more than was approved: the one whom the parts of the
    resolution leave out.
    """
    for bloc, (total, managers) in STATED.items():
        more = {"population": 116_091, "area_km2": Decimal("6.56")} if not bloc else {}
        said = {"total": total, "managers": managers, "source": RESOLUTION, **more}
        quotas.state_headcount(
            actor, unit_id=ward.pk, on=min(on, date(2026, 1, 1)), bloc=bloc, **said
        )
        if bloc:
            given = {
                "number": total,
                "managers": managers,
                "basis": "Quyết định giao biên chế của Ban Tổ chức Thành ủy",
            }
            quotas.set_quota(actor, unit_id=ward.pk, year=on.year, bloc=bloc, **given)
    deputies = Title.objects.get(unit=None, code="division_deputy").pk
    for body in ("Phòng Văn hóa", "Phòng Kinh tế"):
        given = {"number": 2, "basis": "Nghị định 370/2025/NĐ-CP"}
        quotas.set_title_limit(actor, unit_id=_body(ward, body).pk, title_id=deputies, **given)


def hold_committees(actor, ward, on) -> None:
    party = committees.open_term(
        actor,
        unit_id=ward.pk,
        name="Đảng bộ 2025 - 2030",
        starts_on=FOUNDED,
        ends_on=date(2030, 6, 30),
    )
    council = {
        "name": "HĐND, UBND 2026 - 2031",
        "starts_on": date(2026, 3, 23),
        "ends_on": date(2031, 3, 22),
    }
    elected = committees.open_term(actor, unit_id=ward.pk, **council)
    vice = Title.objects.get(unit=None, code="people_vice_chair").pk
    more = {
        "number": 3,
        "basis": "Nghị định 300/2025/NĐ-CP: tăng thêm 01 Phó Chủ tịch nhiệm kỳ 2026 - 2031",
    }
    quotas.set_title_limit(actor, unit_id=ward.pk, title_id=vice, term_id=elected.pk, **more)
    people = _leaders_first(ward)
    for term, rows in ((party, COMMITTEES), (elected, ELECTED)):
        for kind, name, seats, filled in rows:
            fields = {
                "kind": kind,
                "name": name,
                "approved_seats": seats,
                "basis": "Đề án nhân sự nhiệm kỳ",
            }
            _fill(
                actor,
                committees.open_committee(actor, term_id=term.pk, **fields),
                people[:filled],
                on,
            )


def _fill(actor, committee, people, on) -> None:
    """The seats that stay free: the last one vacant, of the Party committee one more held for
    structure.
    """
    seats = list(committee.seats.order_by("number"))
    for seat, person in zip(seats, people, strict=False):
        seatings.seat_person(
            actor, seat_id=seat.pk, person_id=person, valid_from=committee.term.starts_on
        )
    if committee.kind == CommitteeKind.PARTY:
        review = on + timedelta(days=90)
        seatings.hold_seat(
            actor,
            seat_id=seats[-1].pk,
            held_for="cán bộ trẻ, có trình độ khoa học, công nghệ",
            review_on=review,
        )


def _leaders_first(ward) -> list[int]:
    """People of the ward, those who lead something before the others."""
    order = {TitleRank.HEAD: 0, TitleRank.DEPUTY: 1}
    rows = Appointment.objects.filter(
        unit__path__startswith=ward.path, valid_to=None, is_primary=True
    ).select_related("title_ref")
    ranked = sorted(
        rows, key=lambda seat: (order.get(seat.title_ref and seat.title_ref.rank, 2), seat.pk)
    )
    return [seat.person_id for seat in ranked]


def give_duties(actor, ward) -> None:
    """One function has two responsible bodies, one has none; a power comes from the city."""
    for name, field, responsible, helping in DUTIES:
        said = {
            "name": name,
            "field": field,
            "basis": "Quy định chức năng, nhiệm vụ của phường",
            "valid_from": FOUNDED,
        }
        _hold(actor, ward, duties.put_duty(actor, unit_id=ward.pk, **said), responsible, helping)
    power = {
        "name": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
        "field": "Xây dựng",
        "level": "commune",
        "is_delegated": True,
        "basis": "Quyết định phân cấp của Ủy ban nhân dân thành phố",
        "valid_from": FOUNDED,
    }
    _hold(
        actor,
        ward,
        duties.put_duty(SYSTEM, unit_id=ward.parent_id, **power),
        ("Phòng Kinh tế",),
        (),
    )


def _hold(actor, ward, duty, responsible, helping) -> None:
    for bodies, alone in ((responsible, True), (helping, False)):
        for body in bodies:
            unit = _body(ward, body)
            duties.give_duty(
                actor, duty_id=duty.pk, unit_id=unit.pk, valid_from=FOUNDED, is_responsible=alone
            )


def _body(ward, start) -> Unit:
    return Unit.objects.under([ward.path]).filter(name__startswith=start).order_by("path").first()
