"""What can be done to a person: begin a file, correct it, give a seat, tie an account."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.people import forms, queries, services
from thenchot.people.access import EDIT, LINK_ACCOUNT
from thenchot.people.queries import place_of
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions

KNOWN = ("full_name", "sex", "email", "code", "identity_no", "born")


def over_person(permission: str):
    """Whoever holds the permission over the unit that answers for the file."""
    return lambda actor, person: actor.may(permission, place_of(person))


def may_link(actor, person):
    free = person.account_id is None
    return actor.may(LINK_ACCOUNT, place_of(person)) if free else False


def page_of(person) -> str:
    return reverse("person_detail", args=[person.pk]) if person else reverse("person_list")


def _known(actor, person) -> dict:
    """What is kept stands in the form: a read."""
    actor.reads.append(person)
    return {name: getattr(person, name) for name in KNOWN}


def _appoint(actor, person, data):
    if data.pop("kind") == "transfer":
        return services.transfer(actor, person_id=person.pk, **data)
    return services.appoint(actor, person_id=person.pk, is_primary=False, **data)


PERSON = Actions(
    code="person",
    get=queries.get_person,
    back=page_of,
    above=lambda person: person.full_name if person else _("Con người"),
    actions=(
        Action(
            name="new",
            title=_("Thêm người"),
            submit=_("Thêm"),
            form=forms.NewPersonForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.create_person(actor, **data),
            done=_("Đã thêm người."),
            to=lambda _none, person: page_of(person),
            on_thing=False,
        ),
        Action(
            name="account",
            title=_("Gắn tài khoản"),
            submit=_("Gắn"),
            form=forms.AccountForm,
            may=may_link,
            run=lambda actor, person, data: services.link_username(
                actor, person_id=person.pk, **data
            ),
            done=_("Đã gắn tài khoản."),
        ),
        Action(
            name="edit",
            title=_("Sửa thông tin"),
            submit=_("Ghi"),
            form=forms.PersonForm,
            initial=_known,
            may=over_person(EDIT),
            run=lambda actor, person, data: services.correct_person(
                actor, person_id=person.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="appoint",
            title=_("Vị trí mới"),
            submit=_("Ghi"),
            tone="go",
            form=forms.AppointForm,
            takes=("actor",),
            may=over_person(EDIT),
            run=_appoint,
            done=_("Đã ghi vị trí mới."),
        ),
    ),
)
