"""Whom each row means, what would change, and what cannot be: every reason with its row and
column.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from thenchot.kernel.decision import Decision
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.people import columns as c
from thenchot.people import identity, rules
from thenchot.people.access import EDIT
from thenchot.people.filing.showing import shown_day
from thenchot.people.imports.comparing import differences, gains
from thenchot.people.imports.deciding import BY, Decider
from thenchot.people.imports.known import PersonMatcher, heads_of
from thenchot.people.imports.numbers import COLUMN, beyond_numbers
from thenchot.people.imports.plan import Plan
from thenchot.people.imports.showing import shown
from thenchot.people.imports.state import states_of
from thenchot.people.imports.titles import beyond_titles
from thenchot.people.names import same_letters
from thenchot.platform.clock import today
from thenchot.platform.office.excel.grid import cell_text
from thenchot.platform.office.excel.reports import Change, Guess, ImportLine, ImportReport, Problem
from thenchot.platform.scope.actor import missing

CHUNK = 400
NO_ANSWERS: Mapping[str, str] = {}
REFUSED = {
    "missing": ("id", "Không có người mang mã hệ thống này trong {home}."),
    "elsewhere": (
        "identity_no",
        "Số định danh này đã có trong hồ sơ của một nơi khác: kiểm tra số, hoặc đề nghị nơi đó "
        "chuyển hồ sơ.",
    ),
}


class Validator:
    """`units`: the units of the commune by id; `override`: what allows more people than were
    approved, in words; `answers`: row -> who is meant.
    """

    def __init__(
        self,
        actor,
        home: Unit,
        units: dict[int, Unit],
        areas: Iterable[str],
        report: ImportReport,
        override: str = "",
        answers: Mapping[str, str] = NO_ANSWERS,
    ):
        self.actor, self.home, self.units, self.areas, self.report = (
            actor,
            home,
            units,
            set(areas),
            report,
        )
        self.override, self.answers = override, answers
        self.names = {pk: unit.name for pk, unit in units.items()}
        self.on = today()

    def judge(self, plans: Sequence[Plan]) -> None:
        self._recognise(plans)
        for at in range(0, len(plans), CHUNK):
            self._compare(plans[at : at + CHUNK])
        self._one_head_a_unit(plans)
        self._within_numbers(plans)
        self.report.notes += beyond_titles(self.home, plans, self.on)
        self._forget_orders(plans)
        for plan in plans:
            self._tell(plan)

    # Whom a row means

    def _recognise(self, plans: Sequence[Plan]) -> None:
        known = PersonMatcher(
            self.home, {plan.said["identity_no"] for plan in plans if "identity_no" in plan.said}
        )
        known.look_at(plan.name for plan in plans if plan.name)
        decider = Decider(known, self.answers)
        meant: dict[int, Plan] = {}
        new: dict[tuple, Plan] = {}
        for plan in plans:
            self._recognise_one(plan, known, decider, meant, new)
        self._holds_number(plans, known)
        self._codes_once(plans)

    def _recognise_one(
        self, plan: Plan, known: PersonMatcher, decider: Decider, meant, new
    ) -> None:
        said = plan.said
        found = known.find(
            given=said.get("id", ""),
            code=said.get("code", ""),
            number=said.get("identity_no", ""),
            name=plan.name,
            born=plan.born,
            unit=plan.unit or plan.likely or self._nowhere(plan),
        )
        if found.how in REFUSED:
            key, reason = REFUSED[found.how]
            self.blame(plan, key, reason.format(home=self.home.name))
            return
        person, question = decider.decide(plan, found)
        if question:
            self.report.questions.append(question)
            plan.is_open = True
        elif person:
            self._meant_once(plan, person.pk, plan.how or found.how, meant)
        else:
            self._only_once(plan, new)
            if found.namesakes:
                others = "; ".join(known.told(one) for one in found.namesakes[:3])
                self.guess(plan, "name", f"người khác với {others}", "namesake")

    def _nowhere(self, plan: Plan) -> Unit | None:
        """A row that names no unit puts whoever is new at the commune itself."""
        return None if plan.unplaced else self.home

    def _meant_once(self, plan: Plan, pk: int, how: str, meant: dict[int, Plan]) -> None:
        if pk in meant:
            self.blame(plan, "name", f"Trùng người với {meant[pk].row_name}.")
        meant.setdefault(pk, plan)
        plan.person_id, plan.how = pk, how
        if how != "id":
            self.guess(plan, "name", f"nhận ra theo {BY[how]}", f"by_{how}")

    def _only_once(self, plan: Plan, new: dict[tuple, Plan]) -> None:
        key = (
            same_letters(plan.name),
            plan.born_on,
            plan.said.get("code"),
            plan.said.get("identity_no"),
            plan.unit and plan.unit.pk,
        )
        if key in new:
            self.blame(
                plan, "name", f"Trùng với {new[key].row_name}: cùng tên, ngày sinh và đơn vị."
            )
        new.setdefault(key, plan)

    def _holds_number(self, plans: Sequence[Plan], known: PersonMatcher) -> None:
        """A number belongs to one person: in the list, and in the system."""
        times = Counter(plan.said["identity_no"] for plan in plans if "identity_no" in plan.said)
        for plan in plans:
            number = plan.said.get("identity_no")
            if number is None:
                continue
            holder = known.by_number.get(number)
            if times[number] > 1:
                self.blame(plan, "identity_no", "Số định danh này có ở nhiều dòng.")
            elif holder and plan.person_id and holder != plan.person_id:
                whose = known.by_id[holder].name if holder in known.by_id else "người ở nơi khác"
                self.blame(plan, "identity_no", f"Số định danh này là của {whose}.")

    def _codes_once(self, plans: Sequence[Plan]) -> None:
        times = Counter(plan.said["code"] for plan in plans if "code" in plan.said)
        for plan in plans:
            if times.get(plan.said.get("code"), 0) > 1:
                self.blame(plan, "code", "Mã này có ở nhiều dòng.")

    # What would change

    def _compare(self, plans: Sequence[Plan]) -> None:
        states = states_of([plan.person_id for plan in plans if plan.person_id], self.areas)
        for plan in plans:
            if plan.is_open:
                continue
            if plan.is_new:
                self._complete(plan)
                self._year_of_reward(plan, "reward" in plan.said)
                self._doubt_number(plan, plan.said.get("sex", ""), plan.born_on)
                continue
            plan.state = states[plan.person_id]
            self._sits_there(plan)
            plan.changes = differences(plan, plan.state)
            plan.gained = gains(plan, plan.state)
            self._doubt_birth(plan)
            self._allowed(plan)
            self._doubt_number(
                plan,
                plan.said.get("sex") or plan.state.person.sex,
                plan.born_on or plan.state.person.born_on,
            )
            if plan.differs:
                self._year_of_reward(plan, "reward" in plan.changes)
                self._may_sit(plan)
            else:
                plan.state = None

    def _complete(self, plan: Plan) -> None:
        """A new person needs a unit and a first day; what the sheet leaves open is understood and
        told.
        """
        if plan.unplaced:
            self.report.problems.append(plan.unplaced)
            return
        if plan.unit is None:
            plan.unit = plan.likely or self.home
            if plan.likely is None:
                self.guess(plan, "unit", f"đặt tại {self.home.name}", "home")
        first = plan.said.setdefault("valid_from", max(self.on, plan.unit.valid_from))
        self._sits(plan, plan.unit, first)

    def _sits_there(self, plan: Plan) -> None:
        """A unit that ended, or that shares its name, is no mistake where the person sits in it."""
        seat = plan.state.seat
        if seat:
            self.names[seat.unit_id] = seat.unit.name
        if plan.unplaced and not (seat and tidy(nfc(seat.unit.name)) == plan.unplaced.value):
            self.report.problems.append(plan.unplaced)

    def _year_of_reward(self, plan: Plan, is_new: bool) -> None:
        if is_new and plan.said["reward"][1] is None:
            self.blame(
                plan,
                "reward",
                "Chưa có năm khen thưởng; ghi ví dụ “Bằng khen UBND tỉnh năm 2024”.",
                of_value=True,
            )

    def _allowed(self, plan: Plan) -> None:
        if plan.differs and not self.actor.may(EDIT, plan.state.place):
            self.blame(
                plan, "name", f"Hồ sơ của người này do nơi khác quản lý. {missing(EDIT).message}"
            )

    def _may_sit(self, plan: Plan) -> None:
        seat = plan.state.seat
        if plan.moves:
            first = first_day(plan, self.on)
            self._sits(plan, plan.unit, first)
            self._decided(
                plan,
                "unit",
                rules.may_end(seat.valid_from, None, first - timedelta(days=1)) if seat else None,
            )
        elif "valid_from" in plan.changes and seat:
            self._sits(plan, seat.unit, plan.said["valid_from"])

    def _sits(self, plan: Plan, unit: Unit, first: date) -> None:
        self._decided(
            plan, "valid_from", rules.may_sit(unit.name, unit.valid_from, unit.valid_to, first)
        )

    def _decided(self, plan: Plan, key: str, decision: Decision | None) -> None:
        if decision is not None and not decision:
            self.blame(plan, key, decision.reasons[0].message)

    def _doubt_number(self, plan: Plan, sex: str, born_on: date | None) -> None:
        number = plan.said.get("identity_no")
        if number and (doubt := identity.doubts(number, born_on, sex)):
            self.guess(plan, "identity_no", f"{doubt}: xem lại", "doubt")

    def _doubt_birth(self, plan: Plan) -> None:
        """A fuller date is never replaced by a year; where they do not fit, it is told."""
        kept = plan.state.get("born") if plan.state else None
        if (
            kept
            and "born" in plan.said
            and "born" not in plan.changes
            and kept[0].year != (plan.said["born"][0].year)
        ):
            self.guess(plan, "born", f"hồ sơ ghi {shown_day(*kept)}, giữ nguyên: xem lại", "doubt")

    def _one_head_a_unit(self, plans: Sequence[Plan]) -> None:
        """Two heads of one unit in the file, or one in the file and another who sits there and is
        not in it.
        """
        leading = [plan for plan in plans if plan.said.get("is_head") and self._unit_after(plan)]
        sitting = heads_of(self._unit_after(plan).pk for plan in leading)
        leaving = {
            plan.person_id
            for plan in plans
            if plan.person_id and (plan.said.get("is_head") is False or plan.moves)
        }
        heads: dict[int, str] = {}
        for plan in leading:
            unit = self._unit_after(plan)
            pk, name = sitting.get(unit.pk, (None, ""))
            if unit.pk in heads:
                self.blame(plan, "is_head", f"{unit.name} đã có người đứng đầu ở {heads[unit.pk]}.")
            elif pk not in (None, plan.person_id) and pk not in leaving:
                self.blame(plan, "is_head", rules.may_lead(unit.name, name).reasons[0].message)
            heads.setdefault(unit.pk, plan.row_name)

    def _unit_after(self, plan: Plan) -> Unit | None:
        """Where the primary seat will be."""
        if plan.unit is not None:
            return plan.unit
        return plan.state.seat.unit if plan.state and plan.state.seat else None

    def _within_numbers(self, plans: Sequence[Plan]) -> None:
        for may, said in beyond_numbers(self.home, plans, self.on, self.override):
            if may:
                self.report.notes.append(said)
            else:
                self.report.problems.append(
                    Problem(
                        0,
                        COLUMN,
                        f"{said} Cần lý do và văn bản của cấp có thẩm quyền cho phép vượt.",
                    )
                )

    def _forget_orders(self, plans: Sequence[Plan]) -> None:
        """Which post is the primary one is no question where the file says the same already."""
        settled = {
            (plan.sheet, plan.number)
            for plan in plans
            if plan.person_id and "title" not in plan.changes
        }
        self.report.guesses[:] = [
            g
            for g in self.report.guesses
            if not ((g.sheet, g.row) in settled and g.kind in ("title:posts", "title:unit"))
        ]

    # What is told

    def _tell(self, plan: Plan) -> None:
        if plan.is_open:
            line = ImportLine(plan.number, "open", plan.name, "chờ trả lời", plan.sheet)
            self.report.lines.append(line)
            return
        action = "created" if plan.is_new else "updated" if plan.differs else "unchanged"
        for key, (before, after) in plan.changes.items():
            self.report.changes.append(
                Change(
                    plan.number,
                    plan.name,
                    c.BY_KEY[key].title,
                    *self._both(key, before, after),
                    plan.sheet,
                )
            )
        for area, said in plan.gained:
            self.report.changes.append(self._gain(plan, area, said))
        details = f"{len(plan.changes) + len(plan.gained)} chỗ khác" if plan.differs else ""
        if plan.how in BY:
            details = " · ".join(filter(None, (details, f"nhận ra theo {BY[plan.how]}")))
        if plan.is_new:
            details = ", ".join(
                part
                for part in ("; ".join(plan.posts.titles), plan.unit.name if plan.unit else "")
                if part
            )
        self.report.lines.append(ImportLine(plan.number, action, plan.name, details, plan.sheet))

    def _gain(self, plan: Plan, area: str, said: dict[str, Any]) -> Change:
        title = next(column.title for column in c.KEPT if column.area == area)
        told = ", ".join(shown(key, value, self.names) for key, value in said.items())
        return Change(plan.number, plan.name, title, "", f"ghi thêm: {told}", plan.sheet)

    def _both(self, key: str, before: Any, after: Any) -> tuple[str, str]:
        if key in c.SENSITIVE:
            return ("có số khác" if before is not None else "chưa có"), "đổi theo tệp"
        return shown(key, before, self.names), shown(key, after, self.names)

    def blame(self, plan: Plan, key: str, reason_vi: str, *, of_value: bool = False) -> None:
        use, raw = plan.place(key)
        said = cell_text(raw) if raw is not None else ""
        self.report.problems.append(
            Problem(
                plan.number,
                c.BY_KEY[key].title,
                reason_vi,
                said,
                use.letter if use else "",
                of_value,
                plan.sheet,
            )
        )

    def guess(self, plan: Plan, key: str, meaning_vi: str, kind: str) -> None:
        use, raw = plan.place(key)
        said = cell_text(raw) if raw is not None else ""
        self.report.guesses.append(
            Guess(
                plan.number,
                c.BY_KEY[key].title,
                said,
                meaning_vi,
                f"{key}:{kind}",
                use.letter if use else "",
                sheet=plan.sheet,
            )
        )


def first_day(plan: Plan, on: date) -> date:
    """Of a transfer: the day in the row when it is later than the present seat began, else
    today.
    """
    said, seat = plan.said.get("valid_from"), plan.state.seat if plan.state else None
    return said if said and (seat is None or said > seat.valid_from) else on
