"""What this room offers as columns: the file as it stands, with all its days. Nothing sealed."""

from thenchot.people.models import Appointment, Confirmation, Person, Pledge, Qualification, Seating
from thenchot.platform.datasets import DAY, FLAG, INT, TEXT, Column, Dataset, declare


def persons(actor):
    return (
        Person.objects.visible_to(actor) if not actor.is_system else Person.objects.order_by("pk")
    )


def posts(actor):
    rows = Appointment.objects.order_by("person_id", "pk")
    return rows if actor.is_system else rows.visible_to(actor)


def papers(actor):
    rows = Qualification.objects.order_by("person_id", "pk")
    return rows if actor.is_system else rows.filter(person__in=Person.objects.visible_to(actor))


def seatings(actor):
    rows = Seating.objects.order_by("pk")
    return rows if actor.is_system else rows.visible_to(actor)


def kept_each_year(model):
    def rows(actor):
        found = model.objects.order_by("pk")
        return (
            found if actor.is_system else found.filter(person__in=Person.objects.visible_to(actor))
        )

    return rows


declare(
    Dataset(
        "people_persons",
        persons,
        (
            Column("person_id", INT, "pk"),
            Column("sex", TEXT),
            Column("born_on", DAY),
            Column("born_year_only", FLAG),
            Column("recruited_on", DAY, "particulars__recruited_on"),
            Column("party_joined_on", DAY, "particulars__party_joined_on"),
            Column("party_official_on", DAY, "particulars__party_official_on"),
            Column("in_science", FLAG, "particulars__in_science"),
            Column("in_religious_area", FLAG, "particulars__in_religious_area"),
            Column("paper_state", TEXT, "particulars__paper_state"),
        ),
    )
)
declare(
    Dataset(
        "people_posts",
        posts,
        (
            Column("post_id", INT, "pk"),
            Column("person_id", INT),
            Column("unit_id", INT),
            Column("title_id", INT, "title_ref_id"),
            Column("position_id", INT),
            Column("staff_kind", TEXT),
            Column("is_head", FLAG),
            Column("is_primary", FLAG),
            Column("valid_from", DAY),
            Column("valid_to", DAY),
        ),
    )
)
declare(
    Dataset(
        "people_papers",
        papers,
        (
            Column("person_id", INT),
            Column("kind", TEXT),
            Column("level", TEXT),
            Column("name", TEXT),
            Column("field", TEXT),
            Column("language", TEXT),
            Column("issued_on", DAY),
            Column("expires_on", DAY),
            Column("is_studying", FLAG),
            Column("valid_from", DAY),
            Column("valid_to", DAY),
        ),
    )
)
declare(
    Dataset(
        "people_seatings",
        seatings,
        (
            Column("seating_id", INT, "pk"),
            Column("person_id", INT),
            Column("seat_id", INT),
            Column("valid_from", DAY),
            Column("valid_to", DAY),
            Column("committee_id", INT, "seat__committee_id"),
            Column("kind", TEXT, "seat__committee__kind"),
            Column("unit_id", INT, "seat__committee__unit_id"),
            Column("term_from", DAY, "seat__committee__term__starts_on"),
            Column("term_to", DAY, "seat__committee__term__ends_on"),
        ),
    )
)
for name, model in (("people_pledges", Pledge), ("people_confirmations", Confirmation)):
    declare(Dataset(name, kept_each_year(model), (Column("person_id", INT), Column("year", INT))))
