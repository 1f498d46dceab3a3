"""Whom a row means where the list alone does not say: a question for each person, that waits for
the answer of whoever takes the list in.

An answer is "new", or the id of the person, with what happens to the number or the name: "12",
"12:number" (as the list says), "12:keep" (as the file says).
"""

from collections.abc import Mapping

from thenchot.people.imports.known import PersonMatcher, Recognised, Someone
from thenchot.people.imports.plan import Plan
from thenchot.platform.office.excel.reports import Question

NEW, ALL, SAME = "new", "*", "same"
BY = {
    "id": "mã hệ thống",
    "number": "họ tên và số định danh",
    "code": "họ tên và mã cán bộ",
    "birth": "họ tên và ngày sinh đầy đủ",
    "unit": "họ tên, năm sinh và đơn vị",
    "decided": "quyết định của người nhập",
}
WHY = {
    "name": "chỉ trùng họ tên, chưa đủ căn cứ (số định danh, ngày sinh đầy đủ, hoặc năm sinh cùng "
    "đơn vị)",
    "near": "cùng họ tên và đơn vị, ngày sinh chỉ khác một chỗ",
    "several": "có nhiều người cùng họ tên",
    "other_name": "mã hoặc số là của người này nhưng họ tên khác",
    "number": "cùng người nhưng số định danh khác",
}


class Decider:
    """`answers`: row -> option chosen; the row "*" answers for all who only share a name."""

    def __init__(self, known: PersonMatcher, answers: Mapping[str, str]):
        self.known, self.answers = known, answers

    def decide(self, plan: Plan, found: Recognised) -> tuple[Someone | None, Question | None]:
        """Whom the row means (nobody known: none), or what has to be asked first."""
        renumbers = self._renumbers(plan, found)
        why = found.likely or ("number" if renumbers else "")
        if not why:
            return (found.people[0] if found.people else None), None
        options = self._options(found, why, plan)
        chosen = self._chosen(plan, options, why)
        if not chosen:
            return None, self._question(plan, found, why, options)
        pk, _, how = chosen.partition(":")
        if pk == NEW:
            return None, None
        if how == "keep":
            plan.said.pop("name" if why == "other_name" else "identity_no", None)
        plan.how = "decided"
        return self.known.by_id[int(pk)], None

    def _renumbers(self, plan: Plan, found: Recognised) -> bool:
        """The file has a number already, and the list another one that nobody holds."""
        number = plan.said.get("identity_no")
        return bool(
            number
            and found.people
            and number not in self.known.by_number
            and any(one.index for one in found.people)
        )

    def _options(self, found: Recognised, why: str, plan: Plan) -> tuple[tuple[str, str], ...]:
        options: list[tuple[str, str]] = []
        for one in found.people:
            told = self.known.told(one)
            if why == "other_name":
                options += [
                    (f"{one.pk}:name", f"Là {told}; đổi họ tên theo tệp"),
                    (f"{one.pk}:keep", f"Là {told}; giữ họ tên trong hồ sơ"),
                ]
            elif plan.said.get("identity_no") and one.index and found.how != "number":
                options += [
                    (f"{one.pk}:number", f"Là {told}; đổi số định danh theo tệp"),
                    (f"{one.pk}:keep", f"Là {told}; giữ số định danh trong hồ sơ"),
                ]
            else:
                options.append((str(one.pk), f"Là {told}"))
        if found.how in ("birth", "unit", "name"):
            options.append((NEW, "Là người khác: lập hồ sơ mới"))
        return tuple(options)

    def _chosen(self, plan: Plan, options: tuple[tuple[str, str], ...], why: str) -> str:
        values = [value for value, _ in options]
        chosen = self.answers.get(plan.key, "")
        if chosen in values:
            return chosen
        for_all = self.answers.get(ALL, "")
        if why == "name" and for_all == NEW:
            return NEW
        alone = [value for value in values if value != NEW]
        return alone[0] if why == "name" and for_all == SAME and len(alone) == 1 else ""

    def _question(
        self, plan: Plan, found: Recognised, why: str, options: tuple[tuple[str, str], ...]
    ) -> Question:
        alone = [value for value, _ in options if value != NEW]
        same = alone[0] if why == "name" and len(alone) == 1 else ""
        text = f"Hồ sơ đang có: {WHY[why]}."
        return Question(plan.number, plan.name, text, plan.key, options, same, plan.sheet)
