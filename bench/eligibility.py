"""Eligibility for planning: 100,000 invented people against 12 titles.

Compared over the same tables, in the same engine, with the same two threads and bound of memory:
- bare: one DuckDB statement written out by hand for these very titles: months left by the table of
  ages, steps of the ladder, discipline, papers missing; it counts who may be planned in which line.
  No reasons, no gates, no policy.
- ours: SQL counts how many people share a case (months within the bounds of the policy, title held,
  discipline, best paper of each kind); the one rule `succession.rules.eligibility` judges each case
  for each title, with its reasons.
Both must give the same counts. Beside it, not part of the ratio: the rule called person by person.
"""

import time
from contextlib import contextmanager
from datetime import date

import duckdb
from django.core.management import call_command

from thenchot.people.retirement import months_between, retirement_day
from thenchot.platform import policies
from thenchot.platform.datasets import INT, TEXT, hand_over
from thenchot.platform.datasets.engine import MEMORY, THREADS
from thenchot.policy.codelists import code_list
from thenchot.policy.parameters import PeoplePolicy, SuccessionPolicy
from thenchot.succession.rules.eligibility import Facts, Missing, Reach, eligibility

ON = date(2026, 11, 25)
PEOPLE = 100_000
SAMPLE = 2_000
RECKONS = date(2030, 7, 1)
LACKS = {paper: Missing(paper, paper) for paper in ("degree", "theory", "state_management")}
TITLES = tuple(  # step of the ladder, and the rank each paper must have
    (step, (degree, theory, state))
    for step, degree, theory, state in (
        (6, 5, 3, 3),
        (7, 4, 3, 3),
        (7, 4, 3, 2),
        (7, 5, 3, 2),
        (8, 4, 3, 2),
        (8, 4, 2, 2),
        (8, 4, 3, 0),
        (9, 4, 2, 2),
        (9, 4, 2, 0),
        (9, 5, 2, 2),
        (10, 4, 2, 0),
        (10, 4, 0, 0),
    )
)
LEVELS = {
    "degree": ("bachelor",) * 24 + ("college", "master"),
    "theory": ("middle",) * 16 + ("high", "elementary"),
    "state_management": ("officer",) * 20 + ("senior", "assistant"),
}
BEST = """
    coalesce(max(rank) FILTER (kind = 'degree'), 0) AS degree,
    coalesce(max(rank) FILTER (kind = 'theory'), 0) AS theory,
    coalesce(max(rank) FILTER (kind = 'state_management'), 0) AS state_management
"""
CASES = f"""
SELECT months, ladder, barred, degree, theory, state_management, count(*) AS people FROM (
  SELECT r.months, p.ladder, p.is_disciplined AS barred, {BEST}
  FROM people p
  JOIN retiring r USING (birth, sex)
  LEFT JOIN papers USING (person_id)
  LEFT JOIN level_ranks USING (kind, level)
  GROUP BY p.person_id, r.months, p.ladder, p.is_disciplined
) GROUP BY ALL
"""
BARE = f"""
WITH births AS (SELECT DISTINCT birth, sex FROM people),
retires AS (
  SELECT b.birth, b.sex, min(b.birth + n.age) AS month
  FROM births b
  CROSS JOIN (SELECT unnest(range(600, 800)) AS age) n
  JOIN ages a ON a.year = least(greatest((b.birth + n.age) // 12, $first), $last)
  WHERE n.age >= CASE b.sex WHEN 'f' THEN a.women ELSE a.men END
  GROUP BY b.birth, b.sex
), best AS (
  SELECT p.person_id, r.month - $reckons AS months, p.ladder, {BEST}
  FROM people p
  JOIN retires r USING (birth, sex)
  LEFT JOIN papers USING (person_id)
  LEFT JOIN level_ranks USING (kind, level)
  WHERE NOT p.is_disciplined
  GROUP BY p.person_id, r.month, p.ladder
), judged AS (
  SELECT t.title,
         b.ladder - t.step <= $next_steps AND b.theory >= t.theory AS is_next,
         b.months >= $later AS is_later,
         b.theory < t.theory OR b.state_management < t.state_management AS is_lacking
  FROM best b JOIN titles t
    ON b.ladder > t.step AND b.ladder - t.step <= $later_steps AND b.degree >= t.degree
  WHERE b.months >= $next
)
SELECT title,
       count(*) FILTER (is_next AND NOT (is_later AND is_lacking)),
       count(*) FILTER (is_later AND (is_lacking OR NOT is_next))
FROM judged GROUP BY title ORDER BY title
"""
PEOPLE_OF = """
CREATE TABLE people AS
SELECT n AS person_id,
       ((1962 + hash(n) % 40) * 12 + hash(n, 'm') % 12)::BIGINT AS birth,
       CASE hash(n, 's') % 2 WHEN 0 THEN 'f' ELSE 'm' END AS sex,
       [11, 11, 11, 11, 11, 10, 10, 9, 9, 8, 7][(hash(n, 'l') % 11 + 1)::BIGINT] AS ladder,
       hash(n, 'd') % 100 = 0 AS is_disciplined
FROM range($people) t(n)
"""


def run():
    call_command("migrate", verbosity=0)
    with town() as db:
        policy = policies.in_force(SuccessionPolicy, path="/", on=ON)
        ages = policies.in_force(PeoplePolicy, path="/", on=ON).retirement_age
        reach = Reach(
            policy.next_months, policy.later_months, policy.next_steps, policy.later_steps
        )
        asked = given(db, reach, ages)
        bare = best_of(lambda: db.execute(BARE, asked).fetchall(), 5)
        ours = best_of(lambda: counted(db, reach, ages), 5)
        found = counted(db, reach, ages)
        assert db.execute(BARE, asked).fetchall() == found[0], found[0]
        print(
            f"{PEOPLE:,} people x {len(TITLES)} titles: {sum(a + b for _, a, b in found[0]):,} may "
            f"be planned; {found[1]:,} cases put to the rule; count {ours:.2f} s, bare SQL "
            f"{bare:.2f} s, ratio {ours / bare:.2f} (goal <= 3)"
        )
        print(f"        the rule person by person: {one_by_one(db, reach, ages):.1f} s")


@contextmanager
def town():
    """The tables of both ways: people, seven papers each, titles."""
    db = duckdb.connect(config={"threads": THREADS, "memory_limit": MEMORY})
    db.execute(PEOPLE_OF, {"people": PEOPLE})
    db.execute("CREATE TABLE papers (person_id BIGINT, kind TEXT, level TEXT)")
    for kind, levels in LEVELS.items():
        db.execute(
            """
            INSERT INTO papers
            SELECT person_id, $kind, $levels[(hash(person_id, $kind, n) % len($levels) + 1)::BIGINT]
            FROM people, range(2) t(n)
            """,
            {"kind": kind, "levels": list(levels)},
        )
    db.execute("INSERT INTO papers SELECT person_id, 'language', 'level2' FROM people")
    ranks = [(kind, one.code, one.rank) for kind in LEVELS for one in code_list(kind)]
    hand_over(db, "level_ranks", (("kind", TEXT), ("level", TEXT), ("rank", INT)), ranks)
    try:
        yield db
    finally:
        db.close()


def given(db, reach: Reach, ages) -> dict:
    """What the statement written by hand is told."""
    hand_over(
        db,
        "ages",
        (("year", INT), ("men", INT), ("women", INT)),
        [(year, *months) for year, months in ages.items()],
    )
    columns = ("title", "step", "degree", "theory", "state_management")
    rows = [(at, step, *asked) for at, (step, asked) in enumerate(TITLES)]
    hand_over(db, "titles", tuple((name, INT) for name in columns), rows)
    return {
        "first": min(ages),
        "last": max(ages),
        "reckons": RECKONS.year * 12 + RECKONS.month - 1,
        "next": reach.next_months,
        "later": reach.later_months,
        "next_steps": reach.next_steps,
        "later_steps": reach.later_steps,
    }


def counted(db, reach: Reach, ages) -> tuple[list[tuple], int]:
    """(title, next in line, later) of each title, and how many cases were judged."""
    births = db.execute("SELECT DISTINCT birth, sex FROM people").fetchall()
    rows = [(birth, sex, bounded(months_of(birth, sex, ages), reach)) for birth, sex in births]
    hand_over(db, "retiring", (("birth", INT), ("sex", TEXT), ("months", INT)), rows)
    cases = db.execute(CASES).fetchall()
    lines = [[0, 0] for _ in TITLES]
    for *case, people in cases:
        for at, title in enumerate(TITLES):
            line = judged(title, case, reach)
            if line:
                lines[at][line != "next"] += people
    found = [(at, next_, later) for at, (next_, later) in enumerate(lines) if next_ or later]
    return found, len(cases) * len(TITLES)


def judged(title, case, reach: Reach) -> str:
    """The line of the one rule; `case`: months, ladder, barred, best rank of each paper."""
    months, ladder, barred, *ranks = case
    step, asked = title
    missing = tuple(
        LACKS[paper]
        for paper, has, wanted in zip(LEVELS, ranks, asked, strict=True)
        if has < wanted
    )
    until = ON if barred else None
    facts = Facts(months, ladder, step, disciplined_until=until, missing=missing)
    return str(eligibility(facts, reach).line)


def months_of(birth: int, sex: str, ages) -> int:
    day = retirement_day(date(birth // 12, birth % 12 + 1, 1), sex, ages)
    return months_between(RECKONS, day)


def bounded(months: int, reach: Reach) -> int:
    """The rule asks only which bounds are reached: one number stands for all between two."""
    return max((one for one in (reach.next_months, reach.later_months) if one <= months), default=0)


def one_by_one(db, reach: Reach, ages) -> float:
    """Seconds for everybody, from the first two thousand."""
    rows = db.execute(
        f"""
        SELECT birth, sex, ladder, is_disciplined, {BEST}
        FROM (FROM people LIMIT {SAMPLE}) p
        LEFT JOIN papers USING (person_id) LEFT JOIN level_ranks USING (kind, level)
        GROUP BY person_id, birth, sex, ladder, is_disciplined
        """
    ).fetchall()
    begun = time.perf_counter()
    for birth, sex, *rest in rows:
        for title in TITLES:
            judged(title, [months_of(birth, sex, ages), *rest], reach)
    return (time.perf_counter() - begun) * PEOPLE / SAMPLE


def best_of(do, times: int) -> float:
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        do()
        spent.append(time.perf_counter() - begun)
    return min(spent)
