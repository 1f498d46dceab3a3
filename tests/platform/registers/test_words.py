"""Searching a list by words: neither case nor accents count, on SQLite and on PostgreSQL."""

from types import SimpleNamespace

import pytest
from django.http import QueryDict
from tests.worlds import SINCE

from thenchot.kernel.text import fold
from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import Title, Unit
from thenchot.organisation.services import create_unit
from thenchot.platform.registers.filters import RegisterFilter, WordsFilter
from thenchot.platform.registers.folding import LETTERS, PLAIN, Folded
from thenchot.platform.scope.actor import SYSTEM

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NAMES = ("Đỗ Động", "Ủy ban Mặt trận", "ĐIỆN BÀN 12-KH/ĐU")


@pytest.fixture(autouse=True)
def units():
    common = {"kind": UnitKind.PROVINCE, "bloc": Bloc.GOVERNMENT, "valid_from": SINCE}
    for name in NAMES:
        create_unit(SYSTEM, parent_id=None, name=name, **common)


class ByName(RegisterFilter):
    q = WordsFilter("name", "short_name")


class ByFolded(RegisterFilter):
    q = WordsFilter(folded="folded")


def found(filters, text) -> set[str]:
    asked = QueryDict(mutable=True)
    asked["q"] = text
    rows = filters(asked, queryset=Unit.objects.all(), request=SimpleNamespace(actor=SYSTEM)).qs
    return set(rows.values_list("name", flat=True))


@pytest.mark.parametrize("filters", [ByName, ByFolded])
@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("đỗ", NAMES[:1]),
        ("Đỗ ĐỘNG", NAMES[:1]),
        ("do dong", NAMES[:1]),
        ("mat uy", NAMES[1:2]),
        ("điện bàn", NAMES[2:]),
        ("12-kh/đu", NAMES[2:]),
        ("đỗ mặt", ()),
        ("", NAMES),
        ("%", ()),
    ],
)
def test_case_and_accents_do_not_count(filters, text, fits):
    assert found(filters, text) == set(fits)


def test_the_database_folds_every_letter_as_the_kernel_does():
    title = Title.objects.create(code="letters", name=LETTERS, names=["Đỗ", "ẤM"])
    row = Title.objects.annotate(one=Folded("name"), several=Folded("names")).get(pk=title.pk)
    assert row.one == PLAIN == fold(LETTERS)
    assert "do" in row.several and "am" in row.several


def test_nothing_folds_to_nothing():
    rows = Unit.objects.annotate(heir=Folded("successor__name"))
    assert set(rows.values_list("heir", flat=True)) == {None}
