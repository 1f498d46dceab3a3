"""Aims in many wordings: the sign and the value of each, and no aim that is none."""

from dataclasses import asdict
from itertools import zip_longest

import pytest
from tests.importer.aim_checks import FORMS as FURTHER
from tests.importer.aim_checks import TABLES as FURTHER_TABLES
from tests.importer.aim_forms import FORMS as LISTED
from tests.importer.aim_forms import TABLES as LISTED_TABLES
from tests.importer.scoring import same_aim
from tests.importer.test_constructions import DECISION, END

FORMS, TABLES = LISTED | FURTHER, LISTED_TABLES | FURTHER_TABLES
NO_AIM = {"comparator": None, "value": None}
OVER_A_TABLE = (
    DECISION.format(about="giao chỉ tiêu kế hoạch năm 2026")
    + "Điều 1. Giao chỉ tiêu năm 2026 theo biểu kèm theo.\n\nBIỂU CHỈ TIÊU NĂM 2026\n\n"
)


@pytest.mark.parametrize("form", FORMS)
def test_the_aims_of_a_text_are_read(read, form):
    text, wanted = FORMS[form]
    found = [asdict(one) for one in read(text + END).targets]
    signs = [{"comparator": sign, "value": value} for _, sign, value in wanted]
    assert [(one["comparator"], one["value"]) for one in found] == [
        (one["comparator"] if same_aim(one, sign) else sign["comparator"], sign["value"])
        for one, sign in zip_longest(found, signs, fillvalue=NO_AIM)
    ]
    said = zip(wanted, found, strict=True)
    assert [words for (words, _, _), one in said if words not in one["text"]] == []


@pytest.mark.parametrize("form", TABLES)
def test_the_aims_of_a_table_are_read(read, form):
    text, wanted = TABLES[form]
    found = read(OVER_A_TABLE + text + END).targets
    assert [(one.text, one.comparator, one.value, one.unit) for one in found] == wanted
