"""What the files, plans and policies say, as the solver reads it, and its answers in words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256

from django.db.models import Q

from thenchot.optimiser import seats
from thenchot.optimiser.seats import Arc, Board, Option, Post, Share
from thenchot.organisation.enums import PositionGroup, SchemeState, UnitKind
from thenchot.organisation.models import JobPosition, Unit
from thenchot.people.kinship import kin_pairs
from thenchot.people.models import Appointment, Person
from thenchot.people.retirement import full_years
from thenchot.placement.queries.procedures import barred_in
from thenchot.placement.suiting import Suiting, Suits
from thenchot.platform import policies
from thenchot.policy.parameters import PlacementPolicy, ProgrammePolicy, ScenarioPolicy
from thenchot.scenarios.enums import LineKind
from thenchot.scenarios.models import ScenarioLine

LEADS = PositionGroup.LEADERSHIP
SHARES = {"women": "Nữ lãnh đạo, quản lý", "young": "Cán bộ trẻ lãnh đạo, quản lý"}
LEADER, KEY, OTHER = 3, 2, 1
NO_STEP = 0  # a post outside of the ladder of titles


def digest(*parts) -> str:
    """Of all that went in."""
    return sha256(repr(parts).encode()).hexdigest()


@dataclass
class PlacementBoard:
    """People in office of a place and the positions of its approved schemes. `communes`: several
    of them as one pool; `with_own`: and the agencies of the province itself.
    """

    home: Unit
    on: date
    communes: Sequence[int] = ()
    with_own: bool = False
    suits: dict[tuple[int, int], Suits] = field(default_factory=dict)

    @cached_property
    def policy(self) -> ScenarioPolicy:
        return policies.in_force(ScenarioPolicy, path=self.home.path, on=self.on)

    @cached_property
    def units(self):
        """Whose positions and people are in the pool."""
        inside = Unit.objects.under([self.home.path])
        if not self.communes:
            return inside
        paths = inside.filter(kind=UnitKind.COMMUNE).values_list("pk", "path")
        chosen = [path for pk, path in paths if pk in set(self.communes)]
        wanted = Q(pk__in=Unit.objects.under(chosen).values("pk"))
        if self.with_own:
            wanted |= ~Q(pk__in=Unit.objects.under([path for _, path in paths]).values("pk"))
        return inside.filter(wanted)

    @cached_property
    def positions(self) -> dict[int, JobPosition]:
        rows = JobPosition.objects.kept().filter(
            scheme__state=SchemeState.APPROVED, unit__in=self.units.values("pk")
        )
        return {one.pk: one for one in rows.select_related("unit", "title").order_by("pk")}

    @cached_property
    def people(self) -> dict[int, Appointment]:
        """By person: the primary seat of whoever holds one of the positions, or none and no title
        of a leader. Who holds a title outside of the schemes stays out of this.
        """
        rows = Appointment.objects.in_force(self.on).filter(
            is_primary=True, unit__in=self.units.values("pk")
        )
        found = {}
        for seat in rows.select_related("person", "unit", "title_ref").order_by("pk"):
            leads = seat.title_ref and seat.title_ref.is_manager
            if seat.position_id in self.positions or (seat.position_id is None and not leads):
                found[seat.person_id] = seat
        return found

    @cached_property
    def suiting(self) -> Suiting:
        return Suiting(self.home, self.on, sorted(self.people))

    @cached_property
    def shut(self) -> set[int]:
        """Who goes nowhere: behind a closed gate, or within the time after a discipline."""
        policy = policies.in_force(PlacementPolicy, path=self.home.path, on=self.on)
        closed = {person for person, reasons in self.suiting.gates.items() if reasons}
        return closed | set(barred_in(sorted(self.people), policy, self.on))

    @cached_property
    def board(self) -> Board:
        posts = {key: _post(one) for key, one in self.positions.items()}
        held = {person: seat.position_id for person, seat in self.people.items()}
        arcs = dict(self._arcs())
        return seats.thinned(Board(posts, held, arcs, list(self._apart()), tuple(self._shares())))

    @cached_property
    def kin(self) -> list[tuple[int, int]]:
        return kin_pairs(sorted(self.people)) if self.policy.relatives_apart else []

    @cached_property
    def together(self) -> dict[tuple[int, int], int]:
        """Relatives who are in one unit already, and the unit: told, not torn apart by us."""
        where = {
            person: self.positions[seat.position_id].unit_id
            for person, seat in self.people.items()
            if seat.position_id
        }
        return {
            (one, other): where[one]
            for one, other in self.kin
            if one in where and where[one] == where.get(other)
        }

    def _apart(self) -> Iterator[tuple[int, int, frozenset[int]]]:
        of_unit: dict[int, set[int]] = defaultdict(set)
        for key, position in self.positions.items():
            of_unit[position.unit_id].add(key)
        for one, other in self.kin:
            for unit, posts in of_unit.items():
                if self.together.get((one, other)) != unit:
                    yield one, other, frozenset(posts)

    def _shares(self) -> Iterator[Share]:
        """What the place asks of its leaders, on the number of leaders of the schemes."""
        leading = {key for key, one in self.positions.items() if one.group == LEADS}
        number = sum(self.positions[key].approved_number for key in leading)
        age = policies.in_force(ProgrammePolicy, path=self.home.path, on=self.on).young_age
        people = {key: seat.person for key, seat in self.people.items()}
        able = {
            "women": {key for key, one in people.items() if one.sex == "f"},
            "young": {
                key
                for key, one in people.items()
                if one.born_on and full_years(one.born_on, self.on) < age
            },
        }
        asked = {"women": self.policy.women_leaders, "young": self.policy.young_leaders}
        for code, percent in asked.items():
            least = -(-percent * number // 100)
            if least:
                yield Share(code, frozenset(able[code]), frozenset(leading), least)

    def _arcs(self) -> Iterator[tuple[tuple[int, int], Arc]]:
        for person, seat in self.people.items():
            for key, position in self.positions.items():
                stays = seat.position_id == key
                if not stays and (person in self.shut or not self._is_alike(seat, position)):
                    continue
                suits = self.suiting.suits(person, position, position.unit)
                if stays or len(suits.missing) <= self.policy.most_missing:
                    self.suits[person, key] = suits
                    yield (person, key), Arc(len(suits.missing), suits.points)

    def _is_alike(self, seat: Appointment, position: JobPosition) -> bool:
        """Within the own group; a leader only on the same step of the ladder. Higher is the matter
        of planning and appointment, lower of the law on discipline and release.
        """
        own = self.positions[seat.position_id] if seat.position_id else None
        group = own.group if own else PositionGroup.PROFESSIONAL
        if group != position.group or group != PositionGroup.LEADERSHIP:
            return group == position.group
        return _step(own) == _step(position) != NO_STEP

    @cached_property
    def names(self) -> dict[int, str]:
        return {person: seat.person.full_name for person, seat in self.people.items()}

    def leaders_after(self, option: Option) -> dict[str, list[int]]:
        """Women and young people among those who hold the posts of leaders after the moves, of how
        many.
        """
        moved = {move.person: move.takes for move in option.moves}
        after = {person: moved.get(person, post) for person, post in self.board.held.items()}
        leading = [
            self.people[person].person
            for person, post in after.items()
            if post and self.positions[post].group == LEADS
        ]
        age = policies.in_force(ProgrammePolicy, path=self.home.path, on=self.on).young_age
        young = [one for one in leading if one.born_on and full_years(one.born_on, self.on) < age]
        women = [one for one in leading if one.sex == "f"]
        return {"women": [len(women), len(leading)], "young": [len(young), len(leading)]}

    def hash(self) -> str:
        board = self.board
        return digest(
            sorted(board.arcs.items()),
            sorted(board.held.items()),
            self.kin,
            [(one.code, one.least) for one in board.shares],
            self.on,
        )

    def lines(self, option: Option) -> Iterator[ScenarioLine]:
        """Moves first, then what stays open."""
        followed = {move.leaves: self.names[move.person] for move in option.moves}
        for move in option.moves:
            yield self._line(move, followed.get(move.takes, ""))
        for key, number in option.empty.items():
            yield ScenarioLine(
                position=self.positions[key],
                kind=LineKind.EMPTY,
                takes=self._place(key),
                reason=self._why_empty(key, number),
            )
        for code, number in option.short.items():
            words = f"Còn thiếu {number} người so với cơ cấu lãnh đạo được đặt."
            yield ScenarioLine(kind=LineKind.SHORT, takes=SHARES[code], reason=words)
        for key, number in option.over.items():
            words = f"{number} người."
            yield ScenarioLine(kind=LineKind.OVER, takes=self._place(key), reason=words)

    def _line(self, move: seats.Move, leaver: str) -> ScenarioLine:
        suits = self.suits[move.person, move.takes]
        told = "; ".join(f"{one.text} +{one.points}" for one in suits.told)
        why = [
            f"Thay {leaver} chuyển đi." if leaver else "Chỗ đang khuyết.",
            f"Điểm phù hợp {move.before.fit} → {move.after.fit}." if move.before else "",
            f"{told}." if told else "",
            f"Còn thiếu: {'; '.join(suits.missing)}." if suits.missing else "",
        ]
        return ScenarioLine(
            person=Person(pk=move.person),
            position=self.positions[move.takes],
            kind=LineKind.MOVES if move.leaves else LineKind.PLACED,
            leaves=self._place(move.leaves) if move.leaves else "",
            takes=self._place(move.takes),
            reason=" ".join(part for part in why if part),
        )

    def _place(self, key: int) -> str:
        one = self.positions[key]
        return f"{one.name}, {one.unit.name}"

    def _holds(self, person: int, key: int) -> bool:
        return self.people[person].position_id == key

    def _why_empty(self, key: int, number: int) -> str:
        able = sum(1 for person, post in self.suits if post == key and not self._holds(person, key))
        if not able:
            return f"{number} chỗ: không ai trong phạm vi đạt điều kiện; xem xét tuyển dụng."
        return f"{number} chỗ: {able} người khác đạt điều kiện."


def _step(position: JobPosition | None) -> int:
    """Of the ladder of titles; a smaller number is higher."""
    title = position.title if position else None
    return (title.ladder if title else None) or NO_STEP


def _post(position: JobPosition) -> Post:
    title = position.title
    leads = position.group == PositionGroup.LEADERSHIP
    is_key = bool(title and title.is_key)
    weight = LEADER if leads else KEY if is_key else OTHER
    return Post(position.approved_number, weight)
