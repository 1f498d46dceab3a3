"""Giving, ending and lending roles; closing accounts."""

from datetime import timedelta

import pytest

from thenchot.kernel.decision import Refused
from thenchot.platform.admission import services
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, actor_for
from thenchot.platform.scope.models import Grant

DAY = today()


@pytest.fixture
def admin(actor):
    return actor("admin", "/1/")


def give(actor, person, role="head", path="/1/4/", starts_on=DAY, ends_on=None):
    return services.add_grant(
        actor, account_id=person.pk, role=role, path=path, starts_on=starts_on, ends_on=ends_on
    )


def rules_of(refusal):
    return [reason.rule for reason in refusal.value.decision.reasons]


class TestGiving:
    def test_the_new_role_counts_at_once_and_is_recorded(self, admin, account):
        person = account("staff", "/1/4/")
        give(admin, person)
        assert {g.role for g in actor_for(person).grants} == {"staff", "head"}
        assert Event.objects.get().facts["role"] == "head"

    def test_a_role_of_tomorrow_does_not_count_today(self, admin, account):
        person = account("staff", "/1/4/")
        give(admin, person, starts_on=DAY + timedelta(1))
        assert {g.role for g in actor_for(person).grants} == {"staff"}

    def test_the_same_role_twice_is_refused(self, admin, account):
        with pytest.raises(Refused) as refusal:
            give(admin, account("staff", "/1/4/"), role="staff")
        assert rules_of(refusal) == ["grant.twice"]

    def test_an_end_before_the_start_is_refused(self, admin, account):
        with pytest.raises(Refused) as refusal:
            give(admin, account("staff", "/1/4/"), ends_on=DAY - timedelta(1))
        assert rules_of(refusal) == ["grant.days"]

    @pytest.mark.parametrize(
        ("role", "path"), [("leader", "/1/4/"), ("staff", "/"), ("staff", "/2/")]
    )
    def test_an_officer_gives_no_higher_role_and_no_other_branch(self, actor, account, role, path):
        with pytest.raises(Refused):
            give(actor("officer", "/1/"), account("staff", "/1/4/"), role=role, path=path)


class TestEnding:
    def test_it_no_longer_counts_from_this_moment(self, admin, account):
        person = account("head", "/1/4/")
        services.end_grant(admin, grant_id=person.grants.get().pk)
        assert actor_for(person).grants == ()

    def test_a_planned_end_counts_until_its_day(self, admin, account):
        person = account("head", "/1/4/")
        services.end_grant(admin, grant_id=person.grants.get().pk, on=DAY)
        assert actor_for(person).grants
        assert not Grant.objects.in_force(DAY + timedelta(1)).filter(account=person).exists()

    def test_what_ended_does_not_end_again(self, admin, account):
        person = account("head", "/1/4/")
        services.end_grant(admin, grant_id=person.grants.get().pk)
        with pytest.raises(Refused) as refusal:
            services.end_grant(admin, grant_id=person.grants.get().pk)
        assert rules_of(refusal) == ["grant.ended"]

    def test_the_last_administrator_stays(self, account):
        chief = account("admin", "/1/")
        with pytest.raises(Refused) as refusal:
            services.end_grant(actor_for(chief), grant_id=chief.grants.get().pk)
        assert rules_of(refusal) == ["grant.last_admin"]

    def test_what_was_lent_ends_with_it(self, admin, account):
        head, deputy = account("head", "/1/4/"), account("staff", "/1/4/", username="deputy")
        lend(actor_for(head))
        services.end_grant(admin, grant_id=head.grants.get().pk)
        assert {g.role for g in actor_for(deputy).grants} == {"staff"}

    def test_a_grant_elsewhere_is_not_found(self, admin, account):
        stranger = account("staff", "/2/")
        with pytest.raises(NotVisible):
            services.end_grant(admin, grant_id=stranger.grants.get().pk)


def lend(actor, username="deputy", role="head", path="/1/4/", days=10):
    return services.delegate(
        actor, username=username, role=role, path=path, starts_on=DAY, ends_on=DAY + timedelta(days)
    )


class TestLending:
    @pytest.fixture
    def head(self, account):
        return account("head", "/1/4/")

    @pytest.fixture
    def deputy(self, account):
        return account("staff", "/1/4/", username="deputy")

    def test_the_other_holds_the_role_until_the_day(self, head, deputy):
        grant = lend(actor_for(head))
        assert {g.role for g in actor_for(deputy).grants} == {"staff", "head"}
        assert not Grant.objects.in_force(grant.ends_on + timedelta(1)).filter(pk=grant.pk).exists()
        assert grant.delegated_by == head

    def test_what_was_lent_is_not_lent_on(self, head, deputy, account):
        lend(actor_for(head))
        account("staff", "/1/4/", username="third")
        with pytest.raises(Refused) as refusal:
            lend(actor_for(deputy), username="third")
        assert rules_of(refusal) == ["delegate.own"]

    @pytest.mark.parametrize("username", ["nobody", "stranger", "myself"])
    def test_only_to_somebody_of_the_own_branch(self, account, username):
        account("staff", "/2/", username="stranger")
        head = account("head", "/1/4/", username="myself")
        with pytest.raises(Refused) as refusal:
            lend(actor_for(head), username=username)
        assert rules_of(refusal) == ["delegate.who"]

    def test_it_can_be_taken_back_at_once(self, head, deputy):
        grant = lend(actor_for(head))
        services.end_delegation(actor_for(head), grant_id=grant.pk)
        assert {g.role for g in actor_for(deputy).grants} == {"staff"}

    def test_only_by_who_lent_it(self, head, deputy):
        grant = lend(actor_for(head))
        with pytest.raises(NotVisible):
            services.end_delegation(actor_for(deputy), grant_id=grant.pk)


class TestClosing:
    def test_nobody_signs_in_and_what_was_lent_ends(self, admin, account):
        head, deputy = account("head", "/1/4/"), account("staff", "/1/4/", username="deputy")
        lend(actor_for(head))
        services.close_account(admin, account_id=head.pk)
        head.refresh_from_db()
        assert not head.is_active
        assert {g.role for g in actor_for(deputy).grants} == {"staff"}

    def test_opened_again_it_holds_what_it_held(self, admin, account):
        person = account("staff", "/1/4/")
        services.close_account(admin, account_id=person.pk)
        person = services.reopen_account(admin, account_id=person.pk)
        assert person.is_active and actor_for(person).grants

    def test_a_waiting_slip_is_void(self, admin, account):
        person = account("staff", "/1/4/")
        printed = services.print_reset_slip(admin, account_id=person.pk)
        services.close_account(admin, account_id=person.pk)
        assert services.find_slip(username=person.username, code=printed.code) is None

    def test_not_the_own_one(self, admin):
        with pytest.raises(Refused) as refusal:
            services.close_account(admin, account_id=admin.account_id)
        assert rules_of(refusal) == ["account.self"]

    def test_not_one_that_holds_more(self, actor, account):
        with pytest.raises(Refused):
            services.close_account(
                actor("officer", "/1/"), account_id=account("leader", "/1/4/").pk
            )
