"""The library of documents: registered once, numbers however written, bases linked, originals
kept.
"""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.registers import chosen

from thenchot.documents import services
from thenchot.documents.models import LinkKind
from thenchot.documents.queries import (
    find_matching,
    get_directive,
    list_citing,
    list_directives,
    list_links,
    saying,
)
from thenchot.documents.registers import DirectiveRegister
from thenchot.kernel.decision import Refused
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role

DAY = date(2026, 6, 18)


def register(
    world, number="17-CTr/ĐU", issuer="Ban Thường vụ Đảng ủy", *, home=None, actor=None, **fields
):
    home = home or world.ward
    fields = {
        "title": "Về công tác cán bộ",
        "issued_on": DAY,
        "kind": "Chương trình hành động",
    } | fields
    actor = actor or world.actor(Role.CLERK, home)
    return services.register_directive(
        actor, home_id=home.pk, number=number, issuer=issuer, **fields
    )


def rule(error):
    return error.value.decision.reasons[0].rule


@pytest.mark.postgres
class TestOnce:
    @pytest.mark.parametrize("number", ["17-CTr/ĐU", "17 - CTr/ĐU", "17-CTR/ĐU", "17 -CTr / ĐU"])
    def test_the_same_number_however_written_is_the_same_document(self, world, number):
        register(world)
        with pytest.raises(Refused) as error:
            register(world, number)
        assert rule(error) == "directive.known"

    def test_the_same_number_of_another_issuer_is_another_document(self, world):
        register(world, "09-NQ/TU", "Ban Thường vụ Thành ủy")
        assert register(world, "09-NQ/ĐU", "Ban Chấp hành Đảng bộ phường").pk
        assert register(world, "09-NQ/TU", "Ban Chấp hành Đảng bộ tỉnh").pk

    def test_the_same_number_of_another_year_is_another_document(self, world):
        register(world)
        assert register(world, issued_on=date(2025, 6, 18)).pk

    def test_each_ward_has_its_own_library(self, world):
        register(world)
        assert register(world, home=world.other_ward).pk

    def test_documents_without_number_never_collide(self, world):
        assert register(world, "").pk != register(world, "").pk
        assert (
            register(world, "/KH-UBND", "UBND phường").pk
            != register(world, "/KH-UBND", "UBND phường").pk
        )

    def test_without_issuer_or_title_is_refused(self, world):
        for fields in ({"issuer": " "}, {"title": ""}):
            with pytest.raises(Refused) as error:
                register(world, **fields)
            assert rule(error) == "directive.incomplete"

    def test_only_into_the_library_of_a_commune(self, world):
        with pytest.raises(Refused) as error:
            register(world, home=world.units["ubnd"])
        assert rule(error) == "directive.home"

    def test_a_fuller_name_of_the_issuer_still_matches(self, world):
        known = register(world, "05-NQ/TU", "Thành ủy")
        assert find_matching(world.ward, "05 -NQ/TU", "Thành ủy Hải Phòng", DAY) == known
        assert find_matching(world.ward, "05-NQ/TU", "Tỉnh ủy", DAY) is None


class TestLinks:
    BASIS = [
        {
            "number": "05-NQ/TU",
            "date": "2026-05-10",
            "issuer": "Ban Thường vụ Thành ủy",
            "kind": "Nghị quyết",
        }
    ]

    def test_a_basis_in_the_library_is_linked(self, world):
        basis = register(world, "05-NQ/TU", "Ban Thường vụ Thành ủy", issued_on=date(2026, 5, 10))
        directive = register(world, bases=self.BASIS)
        assert [link.target for link in directive.links.all()] == [basis]

    def test_a_basis_that_comes_later_is_linked_then(self, world):
        directive = register(world, bases=self.BASIS)
        assert directive.links.get().target is None
        basis = register(world, "05 -NQ/TU", "Ban Thường vụ Thành ủy", issued_on=date(2026, 5, 10))
        assert directive.links.get().target == basis

    def test_the_cited_number_of_another_day_stays_open(self, world):
        directive = register(world, bases=self.BASIS)
        register(world, "05-NQ/TU", "Ban Thường vụ Thành ủy", issued_on=date(2020, 5, 10))
        assert directive.links.get().target is None

    def test_cited_by_is_seen_from_the_other_side(self, world):
        basis = register(world, "05-NQ/TU", "Ban Thường vụ Thành ủy", issued_on=date(2026, 5, 10))
        directive = register(world, bases=self.BASIS)
        assert [link.source for link in list_citing(world.actor(Role.STAFF), basis)] == [directive]

    def test_linking_twice_is_one_link(self, world):
        one, other = register(world), register(world, "18-CTr/ĐU")
        for _ in range(2):
            services.link_directives(
                world.actor(Role.CLERK),
                source_id=one.pk,
                kind=LinkKind.REPLACES,
                target_id=other.pk,
            )
        assert len(list_links(world.actor(Role.STAFF), one)) == 1

    def test_to_itself_or_to_nothing_is_refused(self, world):
        one = register(world)
        for fields in ({"target_id": one.pk}, {"cited_number": " "}):
            with pytest.raises(Refused):
                services.link_directives(
                    world.actor(Role.CLERK), source_id=one.pk, kind=LinkKind.BASIS, **fields
                )

    def test_a_stranger_s_document_cannot_be_linked(self, world):
        one, foreign = register(world), register(world, home=world.other_ward)
        with pytest.raises(NotVisible):
            services.link_directives(
                world.actor(Role.CLERK), source_id=one.pk, kind=LinkKind.BASIS, target_id=foreign.pk
            )


class TestScope:
    @pytest.mark.parametrize("role", [r for r in Role if r not in (Role.OFFICER, Role.CLERK)])
    def test_who_may_not_register(self, world, role):
        with pytest.raises(Refused):
            register(world, actor=world.actor(role))

    def test_a_division_reads_the_library_of_its_ward(self, world):
        directive = register(world)
        head = world.actor(Role.HEAD, world.units["phòng văn hóa"])
        assert get_directive(head, directive.pk) == directive
        assert list(list_directives(head)) == [directive]

    def test_another_ward_does_not(self, world):
        directive = register(world)
        with pytest.raises(NotVisible):
            get_directive(world.actor(Role.HEAD, world.other_units["phòng văn hóa"]), directive.pk)

    def test_the_city_reads_the_libraries_of_its_wards_but_not_they_its(self, world):
        in_city = register(world, home=world.city)
        in_ward = register(world)
        assert set(list_directives(world.actor(Role.OFFICER, world.city))) == {in_city, in_ward}
        assert list(list_directives(world.actor(Role.OFFICER))) == [in_ward]


@pytest.mark.postgres
class TestSearch:
    @pytest.mark.parametrize(
        ("q", "is_found"),
        [
            ("cong tac can bo", True),
            ("cán bộ", True),
            ("ong tac", False),
            ("17 -CTr/ĐU", True),
            ("17-CTR/ĐU", True),
            ("thuong vu", True),
            ("18-CTr/ĐU", False),
        ],
    )
    def test_by_words_and_by_number(self, world, q, is_found):
        register(world)
        assert bool(list_directives(world.actor(Role.STAFF)).filter(saying(q))) is is_found

    def test_by_kind_and_year(self, world):
        one, other = (
            register(world),
            register(world, "18-KH/ĐU", kind="Kế hoạch", issued_on=date(2025, 3, 1)),
        )
        staff = world.actor(Role.STAFF)
        assert chosen(DirectiveRegister, staff, kind="Kế hoạch") == [other]
        assert chosen(DirectiveRegister, staff, year="2026") == [one]

    def test_newest_first(self, world):
        old, new = (
            register(world, "1-KH/ĐU", issued_on=date(2025, 1, 1)),
            register(world, "2-KH/ĐU"),
        )
        assert list(list_directives(world.actor(Role.STAFF))) == [new, old]


class TestOriginal:
    def attach(self, world, directive, role=Role.CLERK):
        upload = SimpleUploadedFile("ban-goc.txt", "Nội dung".encode())
        return services.attach_original(world.actor(role), directive_id=directive.pk, upload=upload)

    def test_is_downloaded_by_who_reads_the_document(self, world):
        directive = self.attach(world, register(world))
        url = reverse("file_download", args=[directive.original_id])
        head = world.client(Role.HEAD, world.units["phòng văn hóa"]).get(url)
        assert b"".join(head.streaming_content).decode() == "Nội dung"
        assert world.client(Role.HEAD, world.other_ward).get(url).status_code == 404
        assert world.client(Role.ADMIN).get(url).status_code == 404

    def test_is_never_replaced(self, world):
        directive = self.attach(world, register(world))
        with pytest.raises(Refused) as error:
            self.attach(world, directive)
        assert rule(error) == "directive.has_original"


class TestPages:
    FORM = {
        "issuer": "Đảng ủy phường",
        "title": "Về công tác cán bộ",
        "number": "12-NQ/ĐU",
        "recipients": "UBND phường\n\nLưu.",
    }

    def test_register_by_hand(self, world):
        answer = world.client(Role.CLERK).post(
            reverse("directive_new"), self.FORM | {"home": world.ward.pk}, follow=True
        )
        directive = list_directives(world.actor(Role.CLERK)).get()
        assert directive.recipients == ["UBND phường", "Lưu."]
        assert "Đã vào sổ" in answer.content.decode()

    def test_a_known_document_is_refused_on_the_form(self, world):
        register(world, "12-NQ/ĐU", "Đảng ủy phường", issued_on=None)
        answer = world.client(Role.CLERK).post(
            reverse("directive_new"), self.FORM | {"home": world.ward.pk}
        )
        assert "Thư viện đã có văn bản này" in answer.content.decode()

    def test_into_a_stranger_s_library_is_no_choice(self, world):
        world.client(Role.CLERK).post(
            reverse("directive_new"), self.FORM | {"home": world.other_ward.pk}
        )
        assert not list_directives(world.actor(Role.CLERK, world.other_ward))

    def test_what_a_document_says_is_never_markup(self, world):
        directive = register(world, text="<script>alert(1)</script>", title="<b>đậm</b>")
        text = (
            world.client(Role.STAFF)
            .get(reverse("directive_detail", args=[directive.pk]))
            .content.decode()
        )
        assert "&lt;script&gt;" in text and "<b>đậm" not in text
