-- Counting over everybody. The dialect is DuckDB's. Nothing here knows a requirement: what a post is asked, what a paper
-- answers and what follows from facts is filled in by the one rule in Python, for each distinct case once (`sweep.py`).
-- Each statement begins with its name.

-- name: years
-- Completed years, as `rules.papers.full_years`; 255 where the file does not say.
CREATE OR REPLACE MACRO years(since, day) AS
  CASE WHEN since IS NULL THEN 255
       ELSE least(greatest(year(day) - year(since) - (month(day) * 100 + day(day) < month(since) * 100 + day(since))::INT, 0), 254) END;

-- name: seats
-- Posts in force on the day. `rank`: the smallest is the post in which the person counts (primary, longest held); its
-- last forty bits are the post.
CREATE OR REPLACE TABLE seats AS
SELECT p.person_id, p.unit_id, coalesce(p.title_id, 0) AS title_id, p.valid_from, u.region, u.bloc, p.staff_kind,
       coalesce(j.class, 0) AS position, p.is_head,
       ((NOT p.is_primary)::BIGINT << 58) + ((p.valid_from - DATE '1900-01-01')::BIGINT << 40) + p.post_id AS rank
FROM people_posts p JOIN units u USING (unit_id) LEFT JOIN positions j USING (position_id)
WHERE p.valid_from <= $on AND (p.valid_to IS NULL OR p.valid_to >= $on);

-- name: posts
-- The distinct cases of a post, numbered.
CREATE OR REPLACE TABLE posts AS
SELECT row_number() OVER () AS post, *
FROM (SELECT DISTINCT region, bloc, title_id, staff_kind, position, is_head FROM seats);

-- name: people
-- A person counts once.
CREATE OR REPLACE TABLE people AS
SELECT s.person_id, s.unit_id, s.title_id, s.valid_from AS since
FROM seats s JOIN (SELECT person_id, min(rank) AS rank FROM seats GROUP BY person_id) USING (person_id, rank);

-- name: papers
-- Qualifications with their standing on the day as `rules.papers.standing` has it: 0 held, 1 lapsed, 2 studying.
-- Name and field only of the kinds of which a requirement reads them.
CREATE OR REPLACE VIEW papers AS
SELECT person_id, kind, level, language,
       CASE WHEN list_contains(getvariable('by_name'), kind) THEN name ELSE '' END AS name,
       CASE WHEN list_contains(getvariable('by_field'), kind) THEN field ELSE '' END AS field,
       CASE WHEN is_studying
              THEN CASE WHEN (valid_from IS NULL OR valid_from <= getvariable('day'))
                         AND (valid_to IS NULL OR valid_to >= getvariable('day')) THEN 2 END
            WHEN coalesce(issued_on, valid_to, valid_from) > getvariable('day')
              THEN CASE WHEN valid_from <= getvariable('day') THEN 2 END
            WHEN expires_on < getvariable('day') THEN 1
            ELSE 0 END AS standing
FROM people_papers;

-- name: paper_cases
SELECT DISTINCT kind, level, language, name, field FROM papers;

-- name: situations
-- A person in a post, with the papers that matter there: equal ones share a number. `profiles` says which papers answer
-- every demand alike; profile and standing of a paper are one bit of `papers`.
CREATE OR REPLACE TABLE situated AS
WITH bags AS (
  SELECT p.person_id, {bags}
  FROM papers p JOIN profiles f USING (kind, level, language, name, field)
  WHERE standing IS NOT NULL GROUP BY p.person_id
)
SELECT s.person_id, c.post, {words}
FROM seats s JOIN posts c USING (region, bloc, title_id, staff_kind, position, is_head) LEFT JOIN bags b USING (person_id);

-- name: situations_apart
CREATE OR REPLACE TABLE situations AS
SELECT row_number() OVER () AS situation, post, {names} FROM (SELECT DISTINCT post, {names} FROM situated);

-- name: paper_facts
-- Best rank held, lapsed and studied for of each situation to each demand that looks at papers, as one number
-- (`sweep._facts` takes it apart again).
CREATE OR REPLACE TABLE paper_facts AS
WITH bits AS (
  SELECT s.situation, t.profile, t.standing FROM situations s JOIN tokens t ON {hits}
), best AS (
  SELECT b.situation, r.demand, max(CASE WHEN standing = 0 THEN r.rank ELSE 0 END) AS best,
         max(CASE WHEN standing = 1 THEN r.rank ELSE 0 END) AS lapsed, max(CASE WHEN standing = 2 THEN r.rank ELSE 0 END) AS studying
  FROM bits b JOIN ranks r USING (profile) GROUP BY ALL
)
SELECT s.situation, a.demand,
       (((((a.demand::BIGINT * 16 + coalesce(best, 0)) * 16 + coalesce(lapsed, 0)) * 16 + coalesce(studying, 0)) * 256 + 255) * 256 + 255) AS code
FROM situations s JOIN asks a USING (post) JOIN demands d USING (demand)
LEFT JOIN best b ON b.situation = s.situation AND b.demand = a.demand
WHERE d.measure = '';

-- name: measured_facts
-- Facts of demands that count years or look at membership.
CREATE OR REPLACE TABLE measured_facts AS
WITH lives AS (
  SELECT h.person_id, years(p.born_on, $on) AS age, years(p.recruited_on, $on) AS service, years(h.since, $on) AS seat,
         years(p.party_joined_on, $on) AS party,
         p.born_year_only AND NOT (month($on) = 12 AND day($on) = 31) AS by_year,
         CASE WHEN p.party_official_on <= $on THEN 2 WHEN p.party_joined_on <= $on THEN 1 ELSE 0 END AS membership
  FROM people h JOIN people_persons p USING (person_id)
), facts AS (
  SELECT s.person_id, a.demand, CASE d.measure WHEN 'membership' THEN membership ELSE 0 END AS best,
         CASE d.measure WHEN 'age' THEN age WHEN 'service' THEN service WHEN 'seat' THEN seat WHEN 'party' THEN party ELSE 255 END AS most,
         CASE WHEN d.measure = 'age' AND by_year THEN 1 ELSE 0 END AS doubt
  FROM situated s JOIN asks a USING (post) JOIN demands d USING (demand) JOIN lives l USING (person_id)
  WHERE d.measure <> ''
)
SELECT person_id, demand,
       (((demand::BIGINT * 16 + best) * 256 * 256 + CASE WHEN most = 255 THEN 255 ELSE greatest(most - doubt, 0) END) * 256 + most) AS code
FROM facts;

-- name: cases
SELECT DISTINCT code FROM (SELECT code FROM paper_facts UNION ALL SELECT code FROM measured_facts);

-- name: shortfalls
-- `lacking` holds the cases that do not meet their demand, with the weight of the result: as it is, and for the exempt.
-- Of several posts that ask the same thing the gravest result stands.
CREATE OR REPLACE TABLE shortfalls AS
WITH found AS (
  SELECT s.person_id, l.requirement, l.weight, l.exempt
  FROM situated s JOIN situations t ON s.post = t.post AND {same} JOIN paper_facts f USING (situation) JOIN lacking l USING (code)
  UNION ALL
  SELECT m.person_id, l.requirement, l.weight, l.exempt FROM measured_facts m JOIN lacking l USING (code)
), gravest AS (
  SELECT f.person_id, f.requirement, max(CASE WHEN e.person_id IS NULL THEN f.weight ELSE f.exempt END) AS weight
  FROM found f LEFT JOIN exempted e USING (person_id, requirement) GROUP BY f.person_id, f.requirement
)
SELECT g.person_id, g.requirement, r.set_id, p.unit_id, p.title_id, w.state, w.lack, w.bit
FROM gravest g JOIN weights w USING (weight) JOIN requirements r USING (requirement) JOIN people p USING (person_id);

-- name: states
-- Of each person and set: which requirements are asked (`asked`, a bit for each), which states occur (a bit for each).
CREATE OR REPLACE TABLE states AS
WITH asked AS (
  SELECT s.person_id, a.set_id, bit_or(a.asked) AS asked FROM situated s JOIN asked_of_post a USING (post) GROUP BY ALL
), short AS (
  SELECT person_id, set_id, bit_or(bit) AS bits, count(*) AS lacks FROM shortfalls GROUP BY ALL
)
SELECT a.person_id, a.set_id, a.asked, coalesce(bits, 0) | CASE WHEN coalesce(lacks, 0) < bit_count(a.asked) THEN 1 ELSE 0 END AS states
FROM asked a LEFT JOIN short s ON s.person_id = a.person_id AND s.set_id = a.set_id;

-- name: state_cases
SELECT DISTINCT states FROM states;

-- name: verdicts
CREATE OR REPLACE TABLE verdicts AS
SELECT s.person_id, s.set_id, p.unit_id, p.title_id, o.state, s.asked
FROM states s JOIN overalls o USING (states) JOIN people p USING (person_id);

-- name: tallies
-- By unit and title: whole sets (requirement 0), and each requirement that somebody there does not meet.
CREATE OR REPLACE TABLE tallies AS
WITH whole AS (
  SELECT set_id, 0 AS requirement, unit_id, title_id, asked, count(*) AS people, count_if(state = 'missing') AS missing,
         count_if(state = 'in_training') AS in_training, count_if(state = 'exempt') AS exempt
  FROM verdicts GROUP BY ALL
), single AS (
  SELECT set_id, requirement, unit_id, title_id, count_if(state = 'missing') AS missing,
         count_if(state = 'in_training') AS in_training, count_if(state = 'exempt') AS exempt
  FROM shortfalls GROUP BY ALL
), counted AS (
  SELECT s.set_id, s.requirement, s.unit_id, s.title_id, sum(w.people)::BIGINT AS people, any_value(s.missing) AS missing,
         any_value(s.in_training) AS in_training, any_value(s.exempt) AS exempt
  FROM single s JOIN requirements r USING (requirement)
  JOIN whole w ON w.set_id = s.set_id AND w.unit_id = s.unit_id AND w.title_id = s.title_id AND w.asked & r.bit <> 0
  GROUP BY s.set_id, s.requirement, s.unit_id, s.title_id
)
SELECT set_id, requirement, unit_id, title_id, asked, people - missing - in_training - exempt AS met, missing, in_training, exempt
FROM whole
UNION ALL
SELECT set_id, requirement, unit_id, title_id, 0, people - missing - in_training - exempt, missing, in_training, exempt FROM counted;

-- name: before
-- How people stand to the version in force, by the code of the requirement, which stays through the versions.
CREATE OR REPLACE TABLE before AS
SELECT v.person_id, c.code, coalesce(s.state, 'met') AS state
FROM verdicts v JOIN requirements r ON r.set_id = v.set_id AND v.asked & r.bit <> 0
JOIN codes c USING (requirement)
LEFT JOIN shortfalls s ON s.person_id = v.person_id AND s.requirement = r.requirement;

-- name: foreseen
CREATE OR REPLACE TABLE foreseen AS
SELECT s.person_id, s.requirement AS requirement_id, s.unit_id, s.state, coalesce(b.state, '') AS before
FROM shortfalls s JOIN codes c USING (requirement) LEFT JOIN before b ON b.person_id = s.person_id AND b.code = c.code
WHERE s.set_id = $draft;
