"""Everybody at a date: SQL finds the distinct cases and counts, the one rule judges each case once.

A `Count` leaves its answers in tables of the engine (`shortfalls`, `verdicts`, `tallies`);
`recording` brings the stored rows in line with them. People with the same post and equivalent
papers share a situation, so that what is judged grows with the variety of the files, not with the
number of people.
"""

from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files

from thenchot.organisation.models import JobPosition, Title, Unit
from thenchot.platform.datasets import hand_over
from thenchot.standards.enums import GapState, Lack, RequirementKind
from thenchot.standards.law import NO_TITLE, TITLE_FIELDS, Law, exempted, in_position, post_in
from thenchot.standards.rules import (
    Demand,
    Facts,
    Paper,
    Post,
    demand_of,
    judge,
    overall,
    rank_for,
    weight,
)

DATASETS = ("people_persons", "people_posts", "people_papers")
UNKNOWN = 255  # years the file does not tell
WORD = 62  # bits of one word in which the papers of a person are kept
STANDINGS = 3
NAMED = {
    RequirementKind.CERTIFICATE: "",
    RequirementKind.SOFTWARE: "software",
    RequirementKind.SKILL: "skill",
    RequirementKind.COMPETENCY: "skill",
}
BITS = {state: 1 << at for at, state in enumerate(GapState)}
NUMBER, TEXT = "int64", "string"
PAPER = (("kind", TEXT), ("level", TEXT), ("language", TEXT), ("name", TEXT), ("field", TEXT))
BOX = 16 * 16 * 16 * 256 * 256  # what one demand takes of a case: three ranks, two numbers of years


class Count:
    """One day, one law, an engine over the snapshots of `DATASETS`."""

    def __init__(self, db, law: Law, on: date):
        self.db, self.law, self.on = db, law, on
        self.regions: dict[tuple[int, ...], int] = {}
        self.positions: dict[int, tuple] = {}
        self.demands: list[Demand] = []
        self.words = 1

    def compute(self) -> int:
        """Judge everybody who holds a post on the day. How many people a set asks something of."""
        self.run("years")
        self.hand_over_tree()
        for name in ("seats", "posts", "people"):
            self.run(name, **({"on": self.on} if name == "seats" else {}))
        self.ask()
        self.answer()
        self.judge()
        self.sum_up()
        return self.db.execute("SELECT count(DISTINCT person_id) FROM verdicts").fetchone()[0]

    # Units, positions, posts: who is asked what

    def hand_over_tree(self) -> None:
        """Units with the sets that hold there (`region`), and job positions as far as a requirement
        looks at them.
        """
        units = Unit.objects.order_by().values_list("pk", "path", "bloc")
        rows = [
            (pk, self.regions.setdefault(self.law.for_unit(path), len(self.regions)), bloc)
            for pk, path, bloc in units
        ]
        self.hand_over("units", (("unit_id", NUMBER), ("region", NUMBER), ("bloc", TEXT)), rows)
        cases = self.position_cases()
        numbers = {case: at for at, case in enumerate(dict.fromkeys(cases.values()), 1)}
        self.positions = {at: case for case, at in numbers.items()}
        rows = [(pk, numbers[case]) for pk, case in cases.items()]
        self.hand_over("positions", (("position_id", NUMBER), ("class", NUMBER)), rows)

    def position_cases(self) -> dict[int, tuple]:
        """Position id -> (code, group, fields, competencies), each only where some requirement asks
        for it.
        """
        asked = [standard for standards in self.law.standards.values() for standard in standards]
        codes = {code for standard in asked for code in standard.addressees.get("positions", ())}
        groups = any(standard.addressees.get("groups") for standard in asked)
        fields = any(
            standard.kind == RequirementKind.FIELD and not standard.fields for standard in asked
        )
        levels = any(standard.kind == RequirementKind.COMPETENCY for standard in asked)
        if not (codes or groups or fields or levels):
            return {}
        found = {}
        for pk, code, group, own, framework in _rows(
            JobPosition, "pk", "code", "group", "fields", "competencies"
        ):
            post = in_position(
                Post(), group if groups else "", own if fields else (), framework if levels else {}
            )
            found[pk] = (code if code in codes else "", post.group, post.fields, post.competencies)
        return found

    def ask(self) -> None:
        """Each distinct post meets each requirement once."""
        titles = {pk: rest for pk, *rest in _rows(Title, "pk", *TITLE_FIELDS)}
        sets_of = {region: sets for sets, region in self.regions.items()}
        numbers: dict[tuple, int] = {}
        asks, masks = [], {}
        for number, *case in self.db.execute("SELECT * FROM posts ORDER BY post").fetchall():
            post = self.post_of(case, titles)
            for set_id, standard in (
                (pk, one) for pk in sets_of[case[0]] for one in self.law.standards[pk]
            ):
                if demand := demand_of(standard, post):
                    if demand.key not in numbers:
                        numbers[demand.key] = len(self.demands)
                        self.demands.append(demand)
                    asks.append((number, numbers[demand.key]))
                    masks[number, set_id] = (
                        masks.get((number, set_id), 0) | self.law.bits[standard.key]
                    )
        self.hand_over("asks", (("post", NUMBER), ("demand", NUMBER)), asks)
        rows = [(*key, mask) for key, mask in masks.items()]
        self.hand_over(
            "asked_of_post", (("post", NUMBER), ("set_id", NUMBER), ("asked", NUMBER)), rows
        )
        rows = [
            (at, demand.standard.key, _measure(demand)) for at, demand in enumerate(self.demands)
        ]
        self.hand_over(
            "demands", (("demand", NUMBER), ("requirement", NUMBER), ("measure", TEXT)), rows
        )

    def post_of(self, case: list, titles: dict) -> Post:
        _, bloc, title_id, staff_kind, position, is_head = case
        named, group, fields, competencies = self.positions.get(position, ("", "", (), ()))
        post = post_in(bloc, titles.get(title_id, NO_TITLE), staff_kind, is_head)
        return replace(post, position=named, group=group, fields=fields, competencies=competencies)

    # Papers: what the files answer

    def answer(self) -> None:
        """Each distinct paper answers each demand once; papers that answer alike are one
        profile.
        """
        named = {
            NAMED[d.standard.kind] or d.standard.paper
            for d in self.demands
            if d.standard.kind in NAMED and d.standard.names
        }
        read = {
            "day": self.on,
            "by_name": sorted(named),
            "by_field": [k for k in ("degree",) if self.asks_fields()],
        }
        for name, value in read.items():
            self.db.execute(f"SET VARIABLE {name} = $value", {"value": value or [""]})
        self.run("papers")
        profiles: dict[tuple, int] = {}
        rows = []
        for case in self.run("paper_cases").fetchall():
            ranks = self.ranks_of(
                Paper(case[0], case[1], language=case[2], name=case[3], field=case[4])
            )
            if ranks:
                rows.append((*case, profiles.setdefault(ranks, len(profiles))))
        self.hand_over("profiles", (*PAPER, ("profile", NUMBER)), rows)
        rows = [
            (profile, demand, rank) for ranks, profile in profiles.items() for demand, rank in ranks
        ]
        self.hand_over("ranks", (("profile", NUMBER), ("demand", NUMBER), ("rank", NUMBER)), rows)
        self.situate(len(profiles))

    def asks_fields(self) -> bool:
        return any(demand.standard.kind == RequirementKind.FIELD for demand in self.demands)

    def ranks_of(self, paper: Paper) -> tuple[tuple[int, int], ...]:
        ranks = ((at, rank_for(demand, paper)) for at, demand in enumerate(self.demands))
        return tuple((at, min(rank, 15)) for at, rank in ranks if rank)

    def situate(self, profiles: int) -> None:
        """The papers of a person as bits: profile and standing. As many words as the profiles
        need.
        """
        tokens = [
            (at // STANDINGS, at % STANDINGS, at // WORD, 1 << (at % WORD))
            for at in range(profiles * STANDINGS)
        ]
        self.hand_over(
            "tokens",
            (("profile", NUMBER), ("standing", NUMBER), ("word", NUMBER), ("bit", NUMBER)),
            tokens,
        )
        words = range(-(-profiles * STANDINGS // WORD) or 1)
        token = f"(f.profile * {STANDINGS} + p.standing)"
        parts = {
            "bags": [
                (
                    f"bit_or(CASE WHEN {token} // {WORD} = {n} THEN 1::BIGINT << ({token} % "
                    f"{WORD}) "
                    f"ELSE 0 END) AS w{n}"
                )
                for n in words
            ],
            "words": [f"coalesce(b.w{n}, 0) AS w{n}" for n in words],
            "names": [f"w{n}" for n in words],
            "same": [f"s.w{n} = t.w{n}" for n in words],
            "hits": [f"(t.word = {n} AND s.w{n} & t.bit <> 0)" for n in words],
        }
        glue = {"same": " AND ", "hits": " OR "}
        self.parts = {name: glue.get(name, ", ").join(texts) for name, texts in parts.items()}
        for name in ("situations", "situations_apart", "paper_facts"):
            self.run(name)
        self.run("measured_facts", on=self.on)

    # What follows

    def judge(self) -> None:
        """Each distinct case of facts is judged once, as it is and for somebody exempt."""
        rows = []
        for (code,) in self.run("cases").fetchall():
            demand = self.demands[code // BOX]
            found, free = (
                judge(demand, _facts(code % BOX, is_exempt)) for is_exempt in (False, True)
            )
            if found.state != GapState.MET:
                rows.append(
                    (
                        code,
                        demand.standard.key,
                        weight(found.state, found.lack),
                        weight(free.state, free.lack),
                    )
                )
        self.hand_over(
            "lacking",
            (("code", NUMBER), ("requirement", NUMBER), ("weight", NUMBER), ("exempt", NUMBER)),
            rows,
        )
        free = sorted(exempted(self.law, self.on))
        self.hand_over("exempted", (("person_id", NUMBER), ("requirement", NUMBER)), free)
        rows = [(key, set_id, self.law.bits[key]) for key, set_id in self.law.set_of.items()]
        self.hand_over(
            "requirements", (("requirement", NUMBER), ("set_id", NUMBER), ("bit", NUMBER)), rows
        )
        rows = [(key, code) for (_, _, code), key in self.law.lineage.items()]
        self.hand_over("codes", (("requirement", NUMBER), ("code", TEXT)), rows)
        self.hand_over(
            "weights",
            (("weight", NUMBER), ("state", TEXT), ("lack", TEXT), ("bit", NUMBER)),
            WEIGHTS,
        )
        self.run("shortfalls")

    def sum_up(self) -> None:
        self.run("states")
        masks = [mask for (mask,) in self.run("state_cases").fetchall()]
        rows = [
            (mask, str(overall(state for state, bit in BITS.items() if mask & bit)))
            for mask in masks
        ]
        self.hand_over("overalls", (("states", NUMBER), ("state", TEXT)), rows)
        self.run("verdicts")
        self.run("tallies")

    def run(self, name: str, **values):
        text = statement(name)
        return self.db.execute(text.format(**self.parts) if "{" in text else text, values or None)

    def hand_over(self, name: str, columns, rows) -> None:
        hand_over(self.db, name, columns, rows)


WEIGHTS = [
    (weight(state, lack), str(state), str(lack), bit)
    for state, bit in BITS.items()
    for lack in Lack
]


@cache
def _statements() -> dict[str, str]:
    text = files("thenchot.standards").joinpath("sweep.sql").read_text(encoding="utf8")
    return dict(part.split("\n", 1) for part in text.split("-- name: ")[1:])


def statement(name: str) -> str:
    return _statements()[name]


def _rows(model, *fields):
    return model.objects.order_by().values_list(*fields)


def _measure(demand: Demand) -> str:
    """Where the facts of a demand without papers come from."""
    kind = demand.standard.kind
    return {
        RequirementKind.YEARS: demand.standard.measure,
        RequirementKind.AGE: "age",
        RequirementKind.PARTY: "membership",
    }.get(kind, "")


def _facts(code: int, is_exempt: bool) -> Facts:
    """Back from the number built in `sweep.sql`."""
    code, most = divmod(code, 256)
    code, least = divmod(code, 256)
    code, studying = divmod(code, 16)
    best, lapsed = divmod(code, 16)
    years = [None if value == UNKNOWN else value for value in (least, most)]
    return Facts(best, lapsed, studying, *years, is_exempt=is_exempt)
