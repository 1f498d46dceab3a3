"""What this room offers as columns: the file as it stands, with all its days. Nothing sealed."""

from thenchot.people.models import Appointment, Person, Qualification
from thenchot.platform.datasets import DAY, FLAG, INT, TEXT, Column, Dataset, declare


def persons(actor):
    return Person.objects.visible_to(actor) if not actor.is_system else Person.objects.order_by("pk")


def posts(actor):
    rows = Appointment.objects.order_by("person_id", "pk")
    return rows if actor.is_system else rows.visible_to(actor)


def papers(actor):
    rows = Qualification.objects.order_by("person_id", "pk")
    return rows if actor.is_system else rows.filter(person__in=Person.objects.visible_to(actor))


declare(Dataset("people_persons", persons, (
    Column("person_id", INT, "pk"), Column("sex", TEXT), Column("born_on", DAY), Column("born_year_only", FLAG),
    Column("recruited_on", DAY, "particulars__recruited_on"), Column("party_joined_on", DAY, "particulars__party_joined_on"),
    Column("party_official_on", DAY, "particulars__party_official_on"),
)))  # fmt: skip
declare(Dataset("people_posts", posts, (
    Column("post_id", INT, "pk"), Column("person_id", INT), Column("unit_id", INT), Column("title_id", INT, "title_ref_id"),
    Column("position_id", INT), Column("staff_kind", TEXT), Column("is_head", FLAG), Column("is_primary", FLAG),
    Column("valid_from", DAY), Column("valid_to", DAY),
)))  # fmt: skip
declare(Dataset("people_papers", papers, (
    Column("person_id", INT), Column("kind", TEXT), Column("level", TEXT), Column("name", TEXT), Column("field", TEXT),
    Column("language", TEXT), Column("issued_on", DAY), Column("expires_on", DAY), Column("is_studying", FLAG),
    Column("valid_from", DAY), Column("valid_to", DAY),
)))  # fmt: skip
