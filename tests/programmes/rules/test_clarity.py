import pytest

from thenchot.programmes.enums import Clarity, Timing
from thenchot.programmes.rules.clarity import Clear, missing

SIX = tuple(Clarity)
FOUR = (Clarity.PERSON, Clarity.WORK, Clarity.TIME, Clarity.PRODUCT)  # S3-013


def clear(**facts):
    usual = dict(
        has_person=True,
        text="Rà soát",
        timing=Timing.DATED,
        has_date=True,
        responsibility="Trưởng ban",
        product="Báo cáo",
        authority="Trình ký",
    )
    return Clear(**{**usual, **facts})


@pytest.mark.parametrize(
    ("facts", "demanded", "lacking"),
    [
        ({}, SIX, ()),
        ({"has_person": False, "product": " "}, SIX, (Clarity.PERSON, Clarity.PRODUCT)),
        ({"responsibility": "", "authority": ""}, FOUR, ()),
        ({"timing": Timing.UNDATED, "has_date": False}, SIX, (Clarity.TIME,)),
        ({"timing": Timing.OPEN, "has_date": False}, SIX, ()),
        ({"timing": Timing.ONGOING, "has_date": False}, SIX, ()),
    ],
)
def test_which_clarities_are_missing(facts, demanded, lacking):
    assert missing(clear(**facts), demanded) == lacking
