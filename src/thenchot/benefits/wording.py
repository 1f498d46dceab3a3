"""Conditions and lines of a policy in words, with the values in force."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from thenchot.benefits.enums import Ask, Formula
from thenchot.benefits.labels import ASK, COUNTED, FORMULA, KIND
from thenchot.benefits.rules.formulas import dong, factor
from thenchot.organisation.models import StaffKind, Title
from thenchot.worklog.labels import BAND


def titles_called(codes) -> dict[str, str]:
    """Code -> name, of the shipped list; one query."""
    rows = Title.objects.filter(unit=None, code__in=set(codes))
    return dict(rows.values_list("code", "name"))


def condition_words(ask: str, params: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """ "số tháng đã công tác: từ 60, đến 119"."""
    said = _said_of(ask, params, titles)
    return f"{ASK[Ask(ask)]}: {said}" if said else str(ASK[Ask(ask)])


def _said_of(ask: str, params: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    parts = []
    if params.get("least"):
        parts.append(_("từ %s") % params["least"])
    if params.get("most") is not None:
        parts.append(_("đến %s") % params["most"])
    for name, words in (
        ("levels", BAND),
        ("titles", titles),
        ("staff_kinds", dict(StaffKind.choices)),
        ("kinds", KIND),
    ):
        parts.extend(str(words.get(code, code)) for code in params.get(name, ()))
    if params.get("except"):
        parts.append(_("trừ %s") % ", ".join(str(KIND[code]) for code in params["except"]))
    return ", ".join(parts)


def line_words(formula: str, params: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """What the function multiplies, with its factors."""
    parts = []
    if "amount" in params:
        parts.append(dong(params["amount"]))
    for name in ("months", "times"):
        if name in params:
            parts.append(factor(params[name]))
    if params.get("rates"):
        parts.append(_(", sau đó ").join(factor(rate) for rate in params["rates"]))
    if "counted" in params:
        parts.append(str(COUNTED[params["counted"]]))
    if params.get("cap"):
        parts.append(_("tối đa %s") % params["cap"])
    parts.extend(
        _("từ %(years)s năm: %(months)s") % {"years": years, "months": factor(months)}
        for years, months in params.get("tiers", ())
    )
    if "further" in params:
        parts.append(_("mỗi năm thêm %s") % factor(params["further"]))
    is_millions = formula == Formula.BY_KIND
    names = {**KIND, **BAND, **titles}
    for code, value in params.get("table", {}).items():
        shown = _("%s triệu") % value if is_millions else factor(value)
        parts.append(f"{names.get(code, code)} {shown}")
    return f"{FORMULA[Formula(formula)]}: {'; '.join(parts)}"
