"""Code lists: whole, each with its source; found by how people write them."""

import pytest

from thenchot.policy.codelists import code_list, code_lists

EXPECTED = {
    "ethnicity": 56,
    "province": 34,
    "theory": 5,
    "state_management": 5,
    "degree": 7,
    "religion": 8,
    "defence": 4,
    "identity_place": 63,
}


@pytest.mark.parametrize(("key", "count"), EXPECTED.items())
def test_lists_are_whole(key, count):
    assert len(code_list(key).items) == count


@pytest.mark.parametrize("found", code_lists(), ids=lambda one: one.key)
def test_every_list_names_its_source_and_every_code_is_found_by_its_name(found):
    assert found.name and found.source and found.certainty
    assert all(found.find(code.name) is code for code in found)


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("theory", "Cao cấp LLCT", "high"),
        ("theory", "TRUNG CẤP", "middle"),
        ("theory", "trung  cap", "middle"),
        ("degree", "Thạc sỹ", "master"),
        ("degree", "ĐH", "bachelor"),
        ("state_management", "CVC", "senior"),
        ("ethnicity", "H'Mông", "08"),
        ("ethnicity", "Êđê", "11"),
        ("religion", "Không theo tôn giáo", "none"),
        ("province", "TP Hải Phòng", "31"),
        ("province", "Đồng Nai", "75"),
        ("province", "Tỉnh Đồng Nai", "75"),
        ("rank", "01.003", "01.003"),
        ("theory", "Nhà thơ", None),
        ("theory", "", None),
    ],
)
def test_found_by_how_people_write_it(key, text, code):
    found = code_list(key).find(text)
    assert (found and found.code) == code


def test_levels_have_an_order():
    theory = code_list("theory")
    assert (
        theory.rank("bachelor")
        > theory.rank("high")
        > theory.rank("middle")
        > theory.rank("elementary")
        > theory.rank("none")
        == 0
    )
    assert theory.rank("unheard of") == 0 and theory.name_of("unheard of") == "unheard of"


def test_what_the_law_dropped_stays_for_old_records():
    forms = code_list("discipline_state")
    assert (
        str(forms.get("demotion").valid_to) == "2025-06-30"
        and forms.get("removal").valid_to is None
    )


def test_a_list_nobody_ships():
    with pytest.raises(KeyError):
        code_list("beliefs")
