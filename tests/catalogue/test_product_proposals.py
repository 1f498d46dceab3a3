"""Work nobody has converted: proposed by anybody, weighed by colleagues, signed by the owner of the
catalogue.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.worlds import account_with

from thenchot.catalogue.models import Product, ProductProposal, RatioEstimate
from thenchot.catalogue.queries.proposals import get_proposal, list_proposals, voices_of
from thenchot.catalogue.rules.converting import may_sign, yardstick
from thenchot.catalogue.services import proposing
from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import NotVisible, actor_for
from thenchot.platform.scope.roles import Role
from thenchot.scoring.services import self_reporting
from thenchot.worklog.models import Work

RATIOS = st.lists(st.decimals("0.01", "50", places=2), min_size=1, max_size=9)


class TestYardstick:
    @pytest.mark.parametrize(
        ("said", "median", "least", "most", "times"),
        [
            (["2"], "2", "2", "2", "1.0"),
            (["1", "4"], "2.5", "1", "4", "4.0"),
            (["1", "2", "9"], "2", "1", "9", "9.0"),
            (["3", "1", "2", "2.01"], "2.01", "1", "3", "3.0"),
            (["1", "1.01"], "1.01", "1", "1.01", "1.0"),
        ],
    )
    def test_median_and_spread(self, said, median, least, most, times):
        found = yardstick([Decimal(one) for one in said])
        assert (found.median, found.least, found.most, found.times) == tuple(
            map(Decimal, (median, least, most, times))
        )

    def test_nobody_said_anything(self):
        assert yardstick([]) is None

    @given(RATIOS)
    def test_lies_between_and_does_not_depend_on_the_order(self, said):
        found = yardstick(said)
        assert found == yardstick(said[::-1]) == yardstick(sorted(said))
        assert found.least <= found.median <= found.most and found.times >= 1


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({}, None),
        ({"given": 2}, "proposal.few"),
        ({"is_proposer": True}, "proposal.own"),
        ({"state": "signed"}, "proposal.decided"),
        ({"factor": Decimal(3)}, "proposal.reason"),
        ({"factor": Decimal(3), "note": "Việc kéo dài"}, None),
    ],
)
def test_when_the_owner_may_sign(change, rule):
    facts = {
        "state": "open",
        "given": 3,
        "least": 3,
        "is_proposer": False,
        "factor": Decimal(2),
        "median": Decimal(2),
        "note": "",
    } | change
    assert [reason.rule for reason in may_sign(**facts).reasons] == ([rule] if rule else [])


@pytest.fixture
def colleagues(office):
    return [actor_for(account_with(Role.STAFF, office.world.ward)) for _ in range(4)]


@pytest.fixture
def made(office) -> ProductProposal:
    """Work that came suddenly, without a product, and the proposal for it."""
    an = office.actor("an")
    work = self_reporting.add_work(
        an,
        assessment_id=office.assessment("an").pk,
        name="Vận động giải phóng mặt bằng",
        done_on=office.assessment("an").starts_on,
    )
    return proposing.propose(
        an,
        unit_id=office.world.ward.pk,
        name="Vận động một hộ",
        output="Biên bản đồng thuận",
        work_id=work.pk,
    )


def give(actors, made, *ratios):
    for actor, ratio in zip(actors, ratios, strict=False):
        proposing.give_ratio(actor, proposal_id=made.pk, ratio=Decimal(ratio))


def sign(office, made, *, code="BS.01", factor="2", **more):
    return proposing.sign_proposal(
        office.actor("leader"),
        proposal_id=made.pk,
        code=code,
        factor=Decimal(factor),
        basis="QĐ 9",
        **more,
    )


def refused(error):
    return {reason.rule for reason in error.value.decision.reasons}


@pytest.mark.django_db
class TestFromProposalToCatalogue:
    def test_signed_it_is_a_line_of_the_catalogue_and_the_work_counts(
        self, office, made, colleagues
    ):
        give(colleagues, made, "1.5", "2", "6")
        product = sign(office, made)
        made.refresh_from_db()
        work = Work.objects.get(pk=made.work_id)
        assert (product.code, product.factor, product.catalogue.name, product.section) == (
            "BS.01",
            Decimal(2),
            "Danh mục thử",
            "Bổ sung theo quyết định",
        )
        assert (made.state, made.product, made.basis) == ("signed", product, "QĐ 9")
        assert (work.product, work.code, work.factor) == (product, "BS.01", Decimal(2))
        facts = Event.objects.get(name="suggestion_signed").facts
        assert (facts["said"], facts["factor"], facts["converted"]) == (3, "2", True)

    def test_three_colleagues_first(self, office, made, colleagues):
        give(colleagues, made, "2", "2")
        with pytest.raises(Refused) as few:
            sign(office, made)
        assert (
            refused(few) == {"proposal.few"} and not Product.objects.filter(code="BS.01").exists()
        )

    def test_another_factor_than_the_median_needs_its_reason(self, office, made, colleagues):
        give(colleagues, made, "1", "2", "3")
        with pytest.raises(Refused) as silent:
            sign(office, made, factor="5")
        assert refused(silent) == {"proposal.reason"}
        assert sign(office, made, factor="5", note="Kéo dài cả tháng").factor == Decimal(5)

    def test_the_proposer_neither_weighs_nor_signs(self, office, made):
        with pytest.raises(Refused) as own:
            proposing.give_ratio(office.actor("an"), proposal_id=made.pk, ratio=Decimal(9))
        assert refused(own) == {"proposal.own"} and not RatioEstimate.objects.exists()
        ProductProposal.objects.update(proposed_by=office.accounts["leader"])
        with pytest.raises(Refused) as signing:
            sign(office, made)
        assert "proposal.own" in refused(signing)

    def test_said_anew_the_former_answer_stays_but_does_not_count(self, office, made, colleagues):
        give(colleagues[:1], made, "8")
        give(colleagues, made, "2", "2", "2")
        assert RatioEstimate.objects.count() == 4
        assert [one.ratio for one in get_proposal(colleagues[0], made.pk).standing] == [
            Decimal(2)
        ] * 3
        assert sign(office, made).factor == Decimal(2)

    def test_only_who_approves_catalogues_signs(self, office, made, colleagues):
        give(colleagues, made, "2", "2", "2")
        for name in ("head", "an", "binh"):
            with pytest.raises(Refused) as cannot:
                proposing.sign_proposal(
                    office.actor(name),
                    proposal_id=made.pk,
                    code="B",
                    factor=Decimal(2),
                    basis="QĐ",
                )
            assert refused(cannot) == {"catalogue.approve"}

    def test_a_code_that_is_taken(self, office, made, colleagues):
        give(colleagues, made, "2", "2", "2")
        with pytest.raises(Refused) as taken:
            sign(office, made, code="vb")
        assert refused(taken) == {"product.code"}
        made.refresh_from_db()
        assert made.state == "open"

    def test_not_into_a_sixth_group(self, office, made, colleagues):
        give(colleagues, made, "2", "2", "2")
        for at, product in enumerate([*office.products.values()] * 2):
            Product.objects.create(
                catalogue=product.catalogue,
                code=f"N{at}",
                name="Việc",
                folded="",
                factor=1,
                group=f"N{min(at, 4)}",
                position=90 + at,
            )
        with pytest.raises(Refused) as groups:
            sign(office, made, group="N9")
        assert refused(groups) == {"catalogue.groups"}
        assert sign(office, made, group="n4").group == "n4"

    def test_points_follow_where_the_list_counts_in_points(self, office, made, colleagues):
        office.products["bc"].catalogue.__class__.objects.update(unit_points=Decimal("3.33"))
        give(colleagues, made, "2.25", "2.25", "2.25")
        product = sign(office, made, factor="2.25")
        product.refresh_from_db()
        assert product.points == Decimal("7.49")

    def test_a_closed_sheet_is_not_touched(self, office, made, colleagues):
        from thenchot.platform.clock import now

        give(colleagues, made, "2", "2", "2")
        sheet = office.assessment("an")
        sheet.state, sheet.closed_at = "closed", now()
        sheet.save()
        sign(office, made)
        assert Work.objects.get(pk=made.work_id).factor is None
        assert Event.objects.get(name="suggestion_signed").facts["converted"] is False

    def test_refused_with_a_reason_and_decided_once(self, office, made):
        with pytest.raises(Refused):
            proposing.refuse_proposal(office.actor("leader"), proposal_id=made.pk, note=" ")
        proposing.refuse_proposal(
            office.actor("leader"), proposal_id=made.pk, note="Đã có mã DC.07"
        )
        with pytest.raises(Refused) as decided:
            sign(office, made)
        assert "proposal.decided" in refused(decided)

    def test_somebody_elses_work_is_not_named(self, office):
        work = office.assign("binh", "bc")
        with pytest.raises(NotVisible):
            proposing.propose(
                office.actor("an"),
                unit_id=office.world.ward.pk,
                name="Việc",
                output="Văn bản",
                work_id=work.pk,
            )

    def test_seen_by_everybody_of_the_ward_and_by_no_stranger(self, office, made, colleagues):
        assert (
            list(list_proposals(colleagues[0]))
            == [made]
            == list(list_proposals(office.actor("head")))
        )
        stranger = office.world.actor(Role.LEADER, office.world.other_ward)
        assert list(list_proposals(stranger)) == []
        with pytest.raises(NotVisible):
            proposing.give_ratio(stranger, proposal_id=made.pk, ratio=Decimal(1))

    def test_voices_know_the_own_one(self, office, made, colleagues):
        give(colleagues, made, "1", "2", "6")
        voices = voices_of(colleagues[1], get_proposal(colleagues[1], made.pk))
        assert (voices.own.ratio, voices.yardstick.median, len(voices.given)) == (
            Decimal(2),
            Decimal(2),
            3,
        )
        assert voices_of(colleagues[3], get_proposal(colleagues[3], made.pk)).own is None
