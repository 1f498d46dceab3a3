"""The pledge of a year as a Word file to sign (S4-034)."""

from thenchot.organisation.queries import home_of
from thenchot.people.models import Person, Pledge
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, build


@in_vietnamese
def write(person: Person, pledge: Pledge) -> bytes:
    seat = (
        person.appointments.filter(is_primary=True, valid_to__isnull=True)
        .select_related("unit")
        .first()
    )
    unit = seat.unit if seat else person.registered_in
    body = [
        f"Họ và tên: {person.full_name}",
        f"Chức vụ, đơn vị: {f'{seat.title}, ' if seat else ''}{unit.name}",
        ("h", "Nội dung cam kết"),
        *pledge.content.splitlines(),
    ]
    if pledge.review:
        body += [("h", "Kết quả thực hiện"), *pledge.review.splitlines()]
    letter = Letter(
        layout="party",
        issuer=unit.name,
        superior="",
        place=home_of(unit).name,
        issued_on=pledge.signed_on,
        kind="Bản cam kết",
        title=f"rèn luyện, nêu gương năm {pledge.year}",
        body=body,
        signer_title="Người cam kết",
        signer=person.full_name,
    )
    return build(letter)
