"""A slip opens one account, once."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from thenchot.kernel.decision import Refused
from thenchot.platform.accounts.models import Account
from thenchot.platform.accounts.signals import account_opened
from thenchot.platform.admission import codes, queries, services
from thenchot.platform.admission.models import Slip
from thenchot.platform.admission.services import Invited
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import NotVisible, actor_for
from thenchot.platform.scope.models import Grant

PASSWORD = "mùa thu Bạch Hải 45"


@pytest.fixture
def admin(actor):
    return actor("admin", "/1/")


def print_one(actor, name="Nguyễn Văn An", role="staff", path="/1/4/", **other):
    (printed,) = services.print_slips(actor, people=[Invited(name, role, path, **other)])
    return printed


def use(printed, password=PASSWORD):
    return services.use_slip(username=printed.slip.username, code=printed.code, password=password)


def rule_of(refusal):
    return refusal.value.decision.reasons[0].rule


class TestPrinting:
    def test_the_code_is_kept_only_as_a_digest(self, admin):
        printed = print_one(admin)
        assert re.fullmatch(r"(\w{4}-){2}\w{4}", printed.code)
        assert printed.code not in str(Slip.objects.values().get())
        assert all(printed.code not in str(event.facts) for event in Event.objects.all())

    def test_usernames_are_made_of_names_and_never_twice(self, admin, account):
        account(username="annv")
        people = [
            Invited(name, "staff", "/1/4/")
            for name in ("Nguyễn Văn An", "Ngô Vĩnh Ân", "Lê Đức", "Tú")
        ]
        made = [printed.slip.username for printed in services.print_slips(admin, people=people)]
        assert made == ["annv2", "annv3", "ducl", "tu.tk"]

    @pytest.mark.parametrize("username", ["a", "có dấu", "an nv", "-an"])
    def test_a_username_that_is_hard_to_type_is_refused(self, admin, username):
        with pytest.raises(Refused) as refusal:
            print_one(admin, username=username)
        assert rule_of(refusal) == "slip.username"

    def test_a_username_in_use_is_refused(self, admin, account):
        account(username="annv")
        with pytest.raises(Refused) as refusal:
            print_one(admin, username="annv")
        assert rule_of(refusal) == "slip.taken"

    def test_all_or_none(self, admin):
        with pytest.raises(Refused):
            services.print_slips(
                admin, people=[Invited("An", "staff", "/1/4/"), Invited("Bình", "staff", "/2/")]
            )
        assert not Slip.objects.exists()

    @pytest.mark.parametrize(
        ("giver", "role", "path"),
        [
            ("officer", "leader", "/1/4/"),
            ("officer", "admin", "/1/4/"),
            ("admin", "staff", "/2/"),
            ("head", "staff", "/1/4/"),
        ],
    )
    def test_nobody_gives_more_than_the_own_role_may(self, actor, giver, role, path):
        with pytest.raises(Refused):
            print_one(actor(giver, "/1/"), role=role, path=path)


class TestUsing:
    def test_it_opens_the_account_with_its_role(self, admin):
        account = use(print_one(admin))
        assert account.check_password(PASSWORD)
        assert Grant.objects.values_list("account", "role", "path").get(account=account) == (
            account.pk,
            "staff",
            "/1/4/",
        )
        assert [e.name for e in Event.objects.order_by("seq")] == [
            "slip_printed",
            "account_opened",
            "grant_added",
        ]

    def test_the_rooms_above_are_told_for_whom(self, admin, django_capture_on_commit_callbacks):
        heard = []

        def listener(account, subject, **_):
            heard.append((account.username, subject))

        account_opened.connect(listener)
        with django_capture_on_commit_callbacks(execute=True):
            use(print_one(admin, subject="people.person:12"))
        assert heard == [("annv", "people.person:12")]

    def test_it_works_once(self, admin):
        printed = print_one(admin)
        use(printed)
        with pytest.raises(Refused) as refusal:
            use(printed, "mật khẩu của kẻ khác 1")
        assert rule_of(refusal) == "slip.wrong"
        assert Account.objects.get(username="annv").check_password(PASSWORD)

    def test_spaces_dashes_and_case_do_not_count(self, admin):
        printed = print_one(admin)
        typed = printed.code.lower().replace("-", " ")
        assert (
            services.use_slip(username=" AnNV ", code=typed, password=PASSWORD).username == "annv"
        )

    @pytest.mark.parametrize("days", [15, 400])
    def test_an_old_slip_is_void(self, admin, monkeypatch, days):
        printed = print_one(admin)
        later = date.today() + timedelta(days)
        monkeypatch.setattr("thenchot.platform.admission.services.slips.today", lambda: later)
        with pytest.raises(Refused):
            use(printed)

    def test_a_cancelled_slip_is_void(self, admin):
        printed = print_one(admin)
        services.cancel_slip(admin, slip_id=printed.slip.pk)
        with pytest.raises(Refused):
            use(printed)

    def test_the_code_of_one_person_does_not_open_for_another(self, admin):
        one, other = print_one(admin, "An"), print_one(admin, "Bình")
        with pytest.raises(Refused):
            services.use_slip(username=other.slip.username, code=one.code, password=PASSWORD)

    def test_a_weak_password_leaves_the_slip_usable(self, admin):
        printed = print_one(admin)
        with pytest.raises(ValidationError):
            use(printed, "1234567890")
        assert use(printed).username == "annv"

    def test_codes_are_never_alike(self):
        assert len({codes.new_code() for _ in range(500)}) == 500


class TestReset:
    def test_a_new_slip_sets_a_new_password(self, admin, account):
        person = account("staff", "/1/4/", password="mật khẩu đã quên 1")
        printed = services.print_reset_slip(admin, account_id=person.pk)
        use(printed)
        person.refresh_from_db()
        assert person.check_password(PASSWORD)
        assert Grant.objects.filter(account=person).count() == 1

    def test_the_newest_slip_counts(self, admin, account):
        person = account("staff", "/1/4/")
        first, second = (services.print_reset_slip(admin, account_id=person.pk) for _ in range(2))
        with pytest.raises(Refused):
            use(first)
        use(second)

    def test_nobody_climbs_by_resetting_a_password(self, actor, account):
        chief = account("admin", "/1/", "staff", "/1/4/")
        with pytest.raises(Refused) as refusal:
            services.print_reset_slip(actor("officer", "/1/"), account_id=chief.pk)
        assert rule_of(refusal) == "account.above"

    def test_another_branch_is_not_even_visible(self, actor, account):
        stranger = account("staff", "/2/")
        with pytest.raises(NotVisible):
            services.print_reset_slip(actor("admin", "/1/"), account_id=stranger.pk)


class TestFirstAdministrator:
    def test_opens_the_very_first_account(self, db):
        chief = services.open_first_administrator(
            username="quantri", name="Trần Thị Quản", password=PASSWORD, path="/1/"
        )
        assert actor_for(chief).has("accounts.administer")

    def test_only_while_there_is_nobody(self, account):
        account()
        with pytest.raises(Refused):
            services.open_first_administrator(
                username="quantri", name="A", password=PASSWORD, path="/1/"
            )

    @pytest.mark.parametrize("password", ["", "admin", "1234567890"])
    def test_never_with_a_weak_password(self, db, password):
        with pytest.raises(ValidationError):
            services.open_first_administrator(
                username="quantri", name="A", password=password, path="/1/"
            )
        assert not Account.objects.exists()


class TestPages:
    def test_a_slip_is_used_on_the_public_page(self, admin, client):
        printed = print_one(admin)
        data = {"username": "annv", "code": printed.code, "password": PASSWORD, "again": PASSWORD}
        assert client.post("/invite/", data).headers["Location"] == "/accounts/login/"
        signed_in = client.post("/accounts/login/", {"login": "annv", "password": PASSWORD})
        assert signed_in.headers["Location"] == "/welcome/"

    @pytest.mark.parametrize(
        ("changed", "message"),
        [
            ({"code": "SAI"}, "không đúng"),
            ({"again": "khác"}, "không giống"),
            ({"password": "ngắn", "again": "ngắn"}, "ít nhất"),
        ],
    )
    def test_a_mistake_is_told_at_its_field(self, admin, client, changed, message):
        printed = print_one(admin)
        data = {
            "username": "annv",
            "code": printed.code,
            "password": PASSWORD,
            "again": PASSWORD,
            **changed,
        }
        assert (
            message
            in client.post("/invite/", data, headers={"accept-language": "vi"}).content.decode()
        )

    def test_guessing_is_locked_after_five_codes(self, admin, client):
        printed = print_one(admin)
        data = {
            "username": "annv",
            "code": "AAAA-BBBB-CCCC",
            "password": PASSWORD,
            "again": PASSWORD,
        }
        for _ in range(5):
            client.post("/invite/", data)
        assert client.post("/invite/", {**data, "code": printed.code}).status_code == 429
        assert not Account.objects.filter(username="annv").exists()

    def test_the_sheet_shows_the_codes_once(self, signed_in, monkeypatch):
        from thenchot.platform.scope import places

        monkeypatch.setattr(places, "under", lambda paths: [("/1/4/", "Phòng Văn hóa")])
        browser = signed_in("admin", "/1/")
        data = {
            "role": "staff",
            "path": "/1/4/",
            "people": "Nguyễn Văn An\nTrần Thị Bình; binh.tt\n\n",
        }
        page = browser.post("/admin/slips/new/", data).content.decode()
        assert len(re.findall(r"<code>\w{4}-\w{4}-\w{4}</code>", page)) == 2
        assert "binh.tt" in page and "Nguyễn Văn An" in page
        assert not re.search(
            r"\w{4}-\w{4}-\w{4}</code>", browser.get("/admin/accounts/").content.decode()
        )


def test_accounts_without_a_grant_in_the_branch_are_not_listed(actor, account):
    here, elsewhere = account("staff", "/1/4/"), account("staff", "/2/")
    listed = queries.list_accounts(actor("admin", "/1/"))
    assert here in listed and elsewhere not in listed
