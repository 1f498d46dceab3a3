"""People enter the register and are put right. Nobody is deleted."""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.organisation.queries import get_unit
from thenchot.people import rules
from thenchot.people.access import EDIT, LINK_ACCOUNT
from thenchot.people.former import keep_former
from thenchot.people.models import Person
from thenchot.people.names import clean_name, folded_words, stored_order
from thenchot.people.presence import refresh
from thenchot.people.queries import place_of
from thenchot.people.services.appointments import appoint
from thenchot.people.services.finding import lock_person, require_over
from thenchot.platform.accounts.models import Account
from thenchot.platform.accounts.usernames import normal_username
from thenchot.platform.admission.queries import accounts_under
from thenchot.platform.audit.trail import digest, record
from thenchot.platform.clock import today
from thenchot.platform.keys.sealing import blind_indexes
from thenchot.platform.scope.actor import NotVisible, require

BORN = ("born_on", "born_year_only", "born_month_only")
PERSONAL = ("full_name", "sex", *BORN, "email", "code", "identity_no")


@transaction.atomic
def create_person(
    actor,
    *,
    full_name: str,
    unit_id: int,
    title: str = "",
    valid_from: date | None = None,
    is_head: bool = False,
    sex: str = "",
    born_on: date | None = None,
    born_year_only: bool = False,
    born_month_only: bool = False,
    email: str = "",
    code: str = "",
    identity_no: str = "",
) -> Person:
    """Registered by a unit; with a title or a first day the person also takes the primary seat
    there.
    """
    unit = get_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    person = Person(
        registered_in=unit,
        sex=sex,
        born_on=born_on,
        born_year_only=born_year_only,
        born_month_only=born_month_only,
        email=email,
        code=code.strip(),
        identity_no=identity_no,
    )
    _name(person, full_name)
    _check(person)
    person.save()
    refresh([person.pk])
    record(actor, "person_created", subject=person, unit_path=unit.path)
    if title or valid_from:
        appoint(
            actor,
            person_id=person.pk,
            unit_id=unit.pk,
            title=title,
            is_head=is_head,
            valid_from=valid_from or today(),
        )
    return person


@transaction.atomic
def correct_person(actor, *, person_id: int, **fields) -> Person:
    """Put right name, sex, birth, mail, code or identity number. What was said before stays,
    sealed; the trail keeps digests, never the values.
    """
    person = lock_person(actor, person_id)
    require_over(actor, EDIT, person)
    unknown = set(fields) - set(PERSONAL)
    if unknown:
        raise TypeError(f"not correctable: {sorted(unknown)}")
    if "full_name" in fields:
        fields["full_name"] = clean_name(fields["full_name"])
    changed = {name: value for name, value in fields.items() if getattr(person, name) != value}
    if not changed:
        return person
    keep_former(actor, person, person, changed)
    for name, value in changed.items():
        setattr(person, name, value)
    _name(person, person.full_name)
    _check(person)
    person.save()
    refresh([person.pk])
    digests = {name: digest(value) for name, value in sorted(changed.items())}
    record(actor, "person_corrected", subject=person, unit_path=place_of(person), **digests)
    return person


@transaction.atomic
def link_account(actor, *, person_id: int, account_id: int) -> Person:
    """From now on this account signs in as this person. One account, one person."""
    person = lock_person(actor, person_id)
    require_over(actor, LINK_ACCOUNT, person)
    account = _accounts_for(actor).filter(pk=account_id).first()
    if account is None:
        raise NotVisible
    if person.account_id == account.pk:
        return person
    _refuse_taken(actor, person, account).or_refuse()
    person.account = account
    person.save(update_fields=["account"])
    record(actor, "account_linked", subject=person, unit_path=place_of(person), account=account.pk)
    return person


def _accounts_for(actor):
    """Those that hold or held something in the branches where the actor links accounts."""
    return Account.objects.all() if actor.is_system else accounts_under(actor, LINK_ACCOUNT)


def _refuse_taken(actor, person: Person, account: Account) -> Decision:
    """Names a holder only to who sees that person."""
    if person.account_id:
        whose = f"{person} đã có tài khoản {person.account.username}"
    elif holder := Person.objects.visible_to(actor).filter(account=account).first():
        whose = f"tài khoản đã thuộc về {holder}"
    elif Person.objects.filter(account=account).exists():
        whose = "tài khoản đã gắn với một hồ sơ khác"
    else:
        return Decision.yes()
    return Decision.no(Reason("person.account", f"Không gắn được: {whose}."))


@transaction.atomic
def link_username(actor, *, person_id: int, username: str) -> Person:
    """As `link_account`, by the name with which the account signs in; an account of elsewhere is
    answered like one that does not exist.
    """
    account = _accounts_for(actor).filter(username=normal_username(username)).first()
    if account is None:
        reason = f"Trong phạm vi của ông (bà) không có tài khoản “{username.strip()}”."
        Decision.no(Reason("person.no_account", reason)).or_refuse()
    return link_account(actor, person_id=person_id, account_id=account.pk)


@transaction.atomic
def note_export(actor, filters: dict, *, what: str = "") -> None:
    """The list left the house: who took it, with which filters; `what` when it was not the ordinary
    one.
    """
    subject = Account.objects.get(pk=actor.account_id)
    facts = {"what": what} if what else {}
    record(
        actor,
        "people_exported",
        subject=subject,
        filters={k: v for k, v in filters.items() if v},
        **facts,
    )


def _name(person: Person, full_name: str) -> None:
    person.full_name = clean_name(full_name)
    person.folded, person.sort_key = folded_words(person.full_name), stored_order(person.full_name)


def _check(person: Person) -> None:
    if not person.full_name:
        Decision.no(Reason("person.name", "Cần có họ và tên.")).or_refuse()
    rules.may_be_born(person.born_on, today()).or_refuse()
    rules.may_have_identity(person.identity_no).or_refuse()
    if person.identity_no and _identity_taken(person):
        Decision.no(
            Reason("person.identity", "Số định danh này đã có trong một hồ sơ khác.")
        ).or_refuse()
    same = Person.objects.filter(registered_in=person.registered_in, code=person.code).exclude(
        pk=person.pk
    )
    if person.code and (other := same.first()):
        Decision.no(Reason("person.code", f"Mã {person.code} đã thuộc về {other}.")).or_refuse()


def _identity_taken(person: Person) -> bool:
    known = blind_indexes("people_person.identity_no", person.identity_no)
    return Person.objects.filter(identity_index__in=known).exclude(pk=person.pk).exists()
