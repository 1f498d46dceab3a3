"""Nobody climbs: by a slip printed before, by a grant of tomorrow, by a borrowed power, alone."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, transaction
from django.urls import reverse

from thenchot.kernel.decision import Refused
from thenchot.platform.accounts.models import Account
from thenchot.platform.admission import queries, services
from thenchot.platform.admission.alerts import grants_waiting
from thenchot.platform.admission.models import Proposal, Slip
from thenchot.platform.admission.services import Invited
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import real_now, today
from thenchot.platform.scope.actor import SYSTEM, NotVisible, actor_for
from thenchot.platform.scope.models import Grant

pytestmark = pytest.mark.postgres
DAY = today()
PASSWORD = "mùa thu Bạch Hải 45"


@pytest.fixture
def admin(actor):
    return actor("admin", "/1/")


@pytest.fixture
def second(actor):
    return actor("admin", "/1/", name="Người thứ hai")


def propose(actor, person, role="leader", path="/1/4/", starts_on=DAY, ends_on=None):
    return services.add_grant(
        actor, account_id=person.pk, role=role, path=path, starts_on=starts_on, ends_on=ends_on
    )


def use(printed):
    return services.use_slip(username=printed.slip.username, code=printed.code, password=PASSWORD)


def rule_of(refusal):
    return refusal.value.decision.reasons[0].rule


def roles_of(account):
    return {grant.role for grant in actor_for(account).grants}


class TestSlipOfBefore:
    """A slip is worth what its holder was when it was printed, and no more."""

    def change_grant(self, admin, second, person):
        propose(admin, person, role="clerk")

    def confirm_guarded(self, admin, second, person):
        services.confirm_grant(second, proposal_id=propose(admin, person, role="admin").pk)

    def end_one(self, admin, second, person):
        services.end_grant(admin, grant_id=person.grants.get().pk)

    def borrow(self, admin, second, person):
        services.delegate(
            second, username=person.username, role="admin", path="/1/", starts_on=DAY, ends_on=DAY
        )

    @pytest.mark.parametrize("change", [change_grant, confirm_guarded, end_one, borrow])
    def test_it_is_void_after_a_change_of_grants(self, admin, second, account, actor, change):
        person = account("staff", "/1/4/")
        printed = services.print_reset_slip(actor("officer", "/1/"), account_id=person.pk)
        change(self, admin, second, person)
        with pytest.raises(Refused) as refusal:
            use(printed)
        assert rule_of(refusal) == "slip.wrong"
        assert Event.objects.filter(name="slip_cancelled").count() == 1

    def test_a_grant_that_came_by_another_road_is_seen_when_it_is_used(self, account, actor):
        person = account("staff", "/1/4/")
        printed = services.print_reset_slip(actor("officer", "/1/"), account_id=person.pk)
        Grant.objects.create(account=person, role="admin", path="/1/", starts_on=DAY)
        with pytest.raises(Refused) as refusal:
            use(printed)
        assert rule_of(refusal) == "slip.issuer"

    @pytest.mark.parametrize("left", ["closed", "ended"])
    @pytest.mark.parametrize("is_reset", [True, False])
    def test_who_printed_it_must_still_hold_the_power(self, admin, account, left, is_reset):
        officer, person = account("officer", "/1/"), account("staff", "/1/4/")
        printed = (
            services.print_reset_slip(actor_for(officer), account_id=person.pk)
            if is_reset
            else services.print_slips(
                actor_for(officer), people=[Invited("Nguyễn Văn An", "staff", "/1/4/")]
            )[0]
        )
        if left == "closed":
            services.close_account(admin, account_id=officer.pk)
        else:
            services.end_grant(admin, grant_id=officer.grants.get().pk)
        with pytest.raises(Refused):
            use(printed)
        assert not Account.objects.filter(username="annv").exists()

    def test_the_keeper_of_the_server_always_may(self, account):
        use(services.print_reset_slip(SYSTEM, account_id=account("admin", "/1/").pk))


class TestTomorrow:
    @pytest.mark.parametrize("days", [1, 300])
    def test_a_grant_that_begins_later_counts_when_resetting(self, actor, account, days):
        person = account("staff", "/1/4/")
        Grant.objects.create(
            account=person, role="leader", path="/1/", starts_on=DAY + timedelta(days)
        )
        officer = actor("officer", "/1/")
        for service in (services.print_reset_slip, services.close_account):
            with pytest.raises(Refused) as refusal:
                service(officer, account_id=person.pk)
            assert rule_of(refusal) == "account.above"

    def test_so_does_one_that_waits_for_a_second_person(self, admin, actor, account):
        person = account("staff", "/1/4/")
        propose(admin, person)
        with pytest.raises(Refused) as refusal:
            services.print_reset_slip(actor("officer", "/1/"), account_id=person.pk)
        assert rule_of(refusal) == "account.above"

    def test_what_is_over_does_not(self, actor, account):
        person = account("staff", "/1/4/", "leader", "/1/4/")
        Grant.objects.filter(account=person, role="leader").update(revoked_at=real_now())
        assert services.print_reset_slip(actor("officer", "/1/"), account_id=person.pk)


class TestBorrowedPower:
    @pytest.fixture
    def deputy(self, account, admin):
        person = account("staff", "/1/4/", username="deputy")
        days = {"starts_on": DAY, "ends_on": DAY + timedelta(5)}
        services.delegate(admin, username="deputy", role="admin", path="/1/", **days)
        return actor_for(person)

    def test_gives_nothing_that_would_outlive_it(self, deputy, account):
        person = account("staff", "/1/4/")
        for ends_on in (None, DAY):
            with pytest.raises(Refused) as refusal:
                propose(deputy, person, role="head", ends_on=ends_on)
            assert rule_of(refusal) == "grant.borrowed"
        with pytest.raises(Refused):
            services.print_slips(deputy, people=[Invited("An", "staff", "/1/4/")])
        assert not Slip.objects.exists()

    def test_sets_no_password_of_whom_two_persons_appointed(self, deputy, account):
        with pytest.raises(Refused) as refusal:
            services.print_reset_slip(deputy, account_id=account("leader", "/1/4/").pk)
        assert rule_of(refusal) == "account.borrowed"

    def test_still_does_the_daily_work(self, deputy, account):
        person = account("staff", "/1/4/", "head", "/1/4/")
        use(services.print_reset_slip(deputy, account_id=person.pk))
        services.end_grant(deputy, grant_id=person.grants.get(role="head").pk)

    def test_confirms_nothing(self, deputy, second, account):
        proposal = propose(second, account("staff", "/1/4/"))
        with pytest.raises(Refused) as refusal:
            services.confirm_grant(deputy, proposal_id=proposal.pk)
        assert rule_of(refusal) == "grant.confirmer"

    def test_the_form_offers_no_role(self, deputy):
        from thenchot.platform.admission.forms import GrantForm

        assert GrantForm(deputy).fields["role"].choices == []


class TestTerm:
    """An own power with a last day gives nothing that lasts longer."""

    @pytest.fixture
    def leaving(self, account):
        chief = account("admin", "/1/")
        Grant.objects.filter(account=chief).update(ends_on=DAY + timedelta(30))
        return actor_for(chief)

    @pytest.mark.parametrize(("days", "rule"), [(None, "grant.beyond"), (31, "grant.beyond")])
    def test_beyond_it_is_refused_with_the_day(self, leaving, account, days, rule):
        last = DAY + timedelta(days) if days else None
        with pytest.raises(Refused) as refusal:
            propose(leaving, account("staff", "/1/4/"), role="head", ends_on=last)
        assert rule_of(refusal) == rule
        assert f"{DAY + timedelta(30):%d/%m/%Y}" in str(refusal.value)

    def test_up_to_it_is_given(self, leaving, account):
        last = DAY + timedelta(30)
        assert (
            propose(leaving, account("staff", "/1/4/"), role="head", ends_on=last).ends_on == last
        )

    def test_a_slip_opens_with_a_role_until_then(self, leaving):
        (printed,) = services.print_slips(leaving, people=[Invited("An", "staff", "/1/4/")])
        assert use(printed).grants.get().ends_on == DAY + timedelta(30)


class TestTwoPersons:
    @pytest.mark.parametrize("role", ["leader", "officer", "head"])
    def test_nobody_grants_to_oneself(self, admin, role):
        with pytest.raises(Refused) as refusal:
            propose(admin, Account.objects.get(pk=admin.account_id), role=role)
        assert rule_of(refusal) == "grant.self"

    @pytest.mark.parametrize("role", ["admin", "officer", "leader"])
    def test_a_high_role_counts_only_when_another_confirmed(self, admin, second, account, role):
        person = account("staff", "/1/4/")
        proposal = propose(admin, person, role=role)
        assert roles_of(person) == {"staff"}
        services.confirm_grant(second, proposal_id=proposal.pk)
        assert roles_of(person) == {"staff", role}
        assert [e.name for e in Event.objects.order_by("seq")] == [
            "grant_proposed",
            "grant_confirmed",
            "grant_added",
        ]

    @pytest.mark.parametrize(
        ("role", "path", "rule"),
        [
            ("leader", "/1/4/", None),
            ("leader", "/1/", None),
            ("admin", "/", None),
            ("leader", "/1/4/9/", "unseen"),
            ("leader", "/2/", "unseen"),
            ("officer", "/1/", "grant.confirmer"),
            ("head", "/1/", "unseen"),
        ],
    )
    def test_who_the_second_person_may_be(self, admin, actor, account, role, path, rule):
        proposal = propose(admin, account("staff", "/1/4/"))
        other = actor(role, path)
        if rule is None:
            assert services.confirm_grant(other, proposal_id=proposal.pk).confirmed_at
            return
        with pytest.raises(NotVisible if rule == "unseen" else Refused) as refusal:
            services.confirm_grant(other, proposal_id=proposal.pk)
        assert rule == "unseen" or rule_of(refusal) == rule

    def test_not_the_proposer_who_is_told_the_way(self, admin, account):
        proposal = propose(admin, account("staff", "/1/4/"))
        with pytest.raises(Refused, match="thenchot grants") as refusal:
            services.confirm_grant(admin, proposal_id=proposal.pk)
        assert rule_of(refusal) == "grant.second_person"

    def test_not_the_one_it_is_for(self, admin, account):
        leader = account("leader", "/1/")
        proposal = propose(admin, leader, role="officer")
        with pytest.raises(Refused) as refusal:
            services.confirm_grant(actor_for(leader), proposal_id=proposal.pk)
        assert rule_of(refusal) == "grant.self"

    def test_the_database_says_so_too(self, admin, account):
        proposal = propose(admin, account("staff", "/1/4/"))
        for somebody in (proposal.proposed_by_id, proposal.account_id):
            with pytest.raises(IntegrityError), transaction.atomic():
                Proposal.objects.update(confirmed_by=somebody, confirmed_at=real_now())

    def test_once_and_not_after_it_was_dropped(self, admin, second, account):
        proposal = propose(admin, account("staff", "/1/4/"))
        services.drop_proposal(admin, proposal_id=proposal.pk)
        for service in (services.confirm_grant, services.drop_proposal):
            with pytest.raises(Refused) as refusal:
                service(second, proposal_id=proposal.pk)
            assert rule_of(refusal) == "grant.over"

    def test_not_when_the_proposer_has_left(self, admin, second, actor, account):
        chief = Account.objects.get(pk=admin.account_id)
        proposal = propose(admin, account("staff", "/1/4/"))
        services.close_account(second, account_id=chief.pk)
        with pytest.raises(Refused) as refusal:
            services.confirm_grant(second, proposal_id=proposal.pk)
        assert rule_of(refusal) == "grant.issuer"

    def test_the_same_is_not_proposed_twice(self, admin, account):
        person = account("staff", "/1/4/")
        propose(admin, person)
        with pytest.raises(Refused) as refusal:
            propose(admin, person)
        assert rule_of(refusal) == "grant.waiting"

    def test_which_roles_is_a_value_of_the_locality(self, admin, account, actor):
        from thenchot.platform.policies.services import confirm_value, enter_value

        value = enter_value(
            actor("officer", "/1/"),
            path="/1/",
            key="access.second_person_roles",
            value=["head"],
            basis="Quy chế số 1",
            valid_from=DAY,
        )
        confirm_value(actor("leader", "/1/"), value_id=value.pk)
        person = account("staff", "/1/4/")
        assert isinstance(propose(admin, person, role="leader"), Grant)
        assert isinstance(propose(admin, person, role="head"), Proposal)
        elsewhere = propose(actor("admin", "/2/"), account("staff", "/2/"), path="/2/")
        assert isinstance(elsewhere, Proposal)


class TestSlipOfAHighRole:
    @pytest.fixture
    def printed(self, admin):
        return services.print_slips(admin, people=[Invited("Lê Bí Thư", "leader", "/1/")])[0]

    def test_it_opens_an_account_that_may_nothing_yet(self, printed, second):
        person = use(printed)
        assert actor_for(person).grants == ()
        services.confirm_grant(second, proposal_id=Proposal.objects.get().pk)
        assert roles_of(person) == {"leader"}

    def test_confirmed_before_it_opens_with_the_role(self, printed, second):
        services.confirm_grant(second, proposal_id=Proposal.objects.get().pk)
        assert not Grant.objects.filter(role="leader").exists()
        assert roles_of(use(printed)) == {"leader"}

    def test_not_agreed_to_it_opens_nothing(self, printed, second):
        services.drop_proposal(second, proposal_id=Proposal.objects.get().pk)
        with pytest.raises(Refused):
            use(printed)

    def test_a_cancelled_slip_takes_its_proposal_along(self, printed, admin):
        services.cancel_slip(admin, slip_id=printed.slip.pk)
        assert not queries.proposals_waiting(admin).exists()

    def test_printed_by_the_keeper_of_the_server_it_needs_nobody(self, db):
        (printed,) = services.print_slips(SYSTEM, people=[Invited("Lê An", "leader", "/1/")])
        assert roles_of(use(printed)) == {"leader"}


class TestTheKeeperOfTheServer:
    def test_is_the_second_person_where_there_is_nobody_else(self, admin, account, capsys):
        person = account("staff", "/1/4/", name="Lê Thị Hai")
        proposal = propose(admin, person)
        call_command("grants")
        assert f"{proposal.pk}\tLê Thị Hai\tLãnh đạo\t/1/4/" in capsys.readouterr().out
        call_command("grants", confirm=proposal.pk)
        assert roles_of(person) == {"staff", "leader"}
        with pytest.raises(CommandError):
            call_command("grants", confirm=proposal.pk)
        with pytest.raises(CommandError):
            call_command("grants", confirm=999_999)


class TestTheOneWhoWaits:
    def audience(self):
        (finding,) = grants_waiting(DAY)
        return finding.detail, finding.audience[0].account_ids

    def test_the_nearest_second_person_is_told(self, admin, actor, account):
        near, _far = actor("leader", "/1/4/"), actor("leader", "/1/")
        propose(admin, account("staff", "/1/4/"))
        assert self.audience() == ("", (near.account_id,))

    def test_where_there_is_none_the_proposer_is_told_the_way(self, admin, account):
        propose(admin, account("staff", "/1/4/"))
        assert self.audience() == ("nobody", (admin.account_id,))

    def test_the_page_and_its_buttons(self, admin, account, signed_in):
        person = account("staff", "/1/4/", name="Lê Thị Hai")
        proposal = propose(admin, person)
        browser = signed_in("leader", "/1/")
        page = browser.get("/admin/grants/waiting/").content.decode()
        assert "Lê Thị Hai" in page and f"/admin/grants/waiting/{proposal.pk}/confirm/" in page
        browser.post(f"/admin/grants/waiting/{proposal.pk}/confirm/")
        assert roles_of(person) == {"staff", "leader"}
        assert "Lê Thị Hai" not in browser.get("/admin/grants/waiting/").content.decode()

    def test_the_proposer_sees_no_button_to_confirm(self, account, signed_in, monkeypatch):
        monkeypatch.setattr(
            "thenchot.platform.scope.places.under", lambda paths: [("/1/4/", "Phòng Văn hóa")]
        )
        person, browser = account("staff", "/1/4/"), signed_in("admin", "/1/")
        data = {"role": "leader", "path": "/1/4/", "starts_on": DAY.isoformat(), "ends_on": ""}
        told = browser.post(f"/admin/accounts/{person.pk}/grants/", data, follow=True)
        assert "chờ người quản trị khác hoặc lãnh đạo xác nhận" in told.content.decode()
        page = browser.get(f"/admin/accounts/{person.pk}/").content.decode()
        assert "Vai trò chờ xác nhận" in page and "/confirm/" not in page and "/drop/" in page


class TestNewPasswordOfAGuardedRole:
    """One administrator alone does not become a leader."""

    @pytest.fixture
    def leader(self, account):
        return account("leader", "/1/", password="mat-khau-cu-12")

    @pytest.fixture
    def printed(self, admin, leader):
        return services.print_reset_slip(admin, account_id=leader.pk)

    def waiting(self):
        return Proposal.objects.waiting(DAY).get()

    def test_the_slip_opens_nothing_before_a_second_person_confirmed(self, printed, leader):
        with pytest.raises(Refused) as refusal:
            use(printed)
        assert rule_of(refusal) == "slip.second"
        leader.refresh_from_db()
        assert leader.check_password("mat-khau-cu-12")

    @pytest.mark.parametrize("who", ["the same", "the leader"])
    def test_not_by_who_printed_it_and_not_by_whom_it_is_about(self, printed, admin, leader, who):
        actor = admin if who == "the same" else actor_for(leader)
        with pytest.raises(Refused):
            services.confirm_grant(actor, proposal_id=self.waiting().pk)

    def test_with_both_it_opens_and_the_old_second_factor_is_gone(self, printed, second, leader):
        Authenticator.objects.create(user=leader, type="totp", data={"secret": "x"})
        services.confirm_grant(second, proposal_id=self.waiting().pk)
        assert Grant.objects.filter(account=leader).count() == 1
        use(printed)
        leader.refresh_from_db()
        assert not leader.check_password("mat-khau-cu-12")
        assert not Authenticator.objects.filter(user=leader).exists()
        names = set(Event.objects.values_list("name", flat=True))
        assert {"reset_proposed", "reset_confirmed", "password_reset", "factors_taken_off"} <= names

    def test_dropped_it_is_void(self, printed, second):
        services.drop_proposal(second, proposal_id=self.waiting().pk)
        with pytest.raises(Refused) as refusal:
            use(printed)
        assert rule_of(refusal) == "slip.wrong"

    def test_nor_takes_he_off_the_second_factor_alone(self, admin, leader):
        Authenticator.objects.create(user=leader, type="totp", data={"secret": "x"})
        with pytest.raises(Refused) as refusal:
            services.take_off_factors(admin, account_id=leader.pk)
        assert rule_of(refusal) == "account.factor_second"
        assert Authenticator.objects.filter(user=leader).exists()

    def test_the_page_says_what_waits(self, printed, signed_in):
        page = signed_in("admin", "/1/").get(reverse("grant_waiting")).content.decode()
        assert "Mật khẩu mới (" in page

    def test_of_other_roles_one_is_enough(self, admin, account):
        use(services.print_reset_slip(admin, account_id=account("staff", "/1/4/").pk))
        assert not Proposal.objects.exists()
