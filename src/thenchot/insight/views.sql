-- What indicators count, as tables made from the datasets of the rooms. The dialect is DuckDB's. `day` is the day asked about.
-- Handed over by Python: unit_homes (unit, home), places (home, young_age, young_on), titles (title, flags), degrees (level).

CREATE OR REPLACE MACRO age(born, day) AS
  year(day) - year(born) - (month(day) * 100 + day(day) < month(born) * 100 + day(born))::INT;

-- People with what the file tells of each.
CREATE OR REPLACE TEMP TABLE persons AS
SELECT p.person_id, coalesce(p.sex, '') AS sex, p.born_on, p.in_science, p.in_religious_area,
       coalesce(p.paper_state, 'none') AS paper_state,
       p.person_id IN (SELECT person_id FROM people_papers JOIN degrees USING (level)
                       WHERE kind = 'degree' AND NOT is_studying
                         AND coalesce(issued_on, valid_to, DATE '1900-01-01') <= getvariable('day')) AS is_postgraduate,
       p.person_id IN (SELECT person_id FROM people_papers JOIN graduate_degrees USING (level)
                       WHERE kind = 'degree' AND NOT is_studying
                         AND coalesce(issued_on, valid_to, DATE '1900-01-01') <= getvariable('day')) AS is_graduate,
       p.person_id IN (SELECT person_id FROM people_confirmations WHERE year = year(getvariable('day'))) AS has_confirmed,
       p.person_id IN (SELECT person_id FROM people_pledges WHERE year = year(getvariable('day'))) AS has_pledged
FROM people_persons p;

-- Posts held on the day.
CREATE OR REPLACE TEMP TABLE held AS
SELECT p.*, u.home_id, coalesce(t.is_manager, p.is_head) AS is_manager, coalesce(t.is_key, false) AS is_key
FROM people_posts p JOIN unit_homes u USING (unit_id) LEFT JOIN titles t USING (title_id)
WHERE p.valid_from <= getvariable('day') AND (p.valid_to IS NULL OR p.valid_to >= getvariable('day'));

-- Each person once, where the primary post is.
CREATE OR REPLACE TEMP TABLE staff AS
SELECT h.home_id, h.unit_id, h.staff_kind, h.is_manager, p.*,
       coalesce(age(p.born_on, getvariable('day')) < c.young_age, false) AS is_young
FROM held h JOIN persons p USING (person_id) JOIN places c USING (home_id)
WHERE h.is_primary;

-- Whoever holds a key title, also as a concurrent post.
CREATE OR REPLACE TEMP TABLE key_holders AS
SELECT DISTINCT h.home_id, p.*, coalesce(age(p.born_on, getvariable('day')) < c.young_age, false) AS is_young
FROM held h JOIN persons p USING (person_id) JOIN places c USING (home_id)
WHERE h.is_key;

-- Seats of the terms that run on the day: who ever sat, with the day at which age is taken.
CREATE OR REPLACE TEMP TABLE term_members AS
SELECT u.home_id, s.kind, s.committee_id, s.valid_from, s.valid_to, p.*,
       coalesce(age(p.born_on, CASE c.young_on WHEN 'seating' THEN s.valid_from WHEN 'term' THEN s.term_from
                               ELSE getvariable('day') END) < c.young_age, false) AS is_young
FROM people_seatings s JOIN unit_homes u USING (unit_id) JOIN persons p USING (person_id) JOIN places c USING (home_id)
WHERE s.term_from <= getvariable('day') AND s.term_to >= getvariable('day') AND s.valid_from <= getvariable('day');

-- Who sits there on the day.
CREATE OR REPLACE TEMP TABLE members AS
SELECT * FROM term_members WHERE valid_to IS NULL OR valid_to >= getvariable('day');

-- People of whom a set of standards asks something, and whether they meet all of them; of those exempt from all nothing is asked.
-- `for_leaders`: by the sets that hold for leaders and managers, beside all sets together.
CREATE OR REPLACE TEMP TABLE judged AS
SELECT s.*, v.for_leaders, v.meets_all
FROM staff s JOIN (
  SELECT person_id, false AS for_leaders, bool_and(state IN ('met', 'exempt')) AS meets_all
  FROM standards_verdicts GROUP BY person_id HAVING NOT bool_and(state = 'exempt')
  UNION ALL
  SELECT person_id, true, bool_and(state IN ('met', 'exempt'))
  FROM standards_verdicts WHERE for_leaders GROUP BY person_id HAVING NOT bool_and(state = 'exempt')
) v USING (person_id);

-- Everybody a group of subjects is for, and whether one of them was completed: handed over as `learners` by the room of training,
-- whose one rule says whom a subject is for.
CREATE OR REPLACE TEMP TABLE trained AS
SELECT h.home_id, l.unit_id, l.person_id, l.topic_group, l.has_learnt
FROM learners l JOIN unit_homes h USING (unit_id);

-- The level of each person in the last year that was decided by the day; public employees stand apart (S4-023).
CREATE OR REPLACE TEMP TABLE rated AS
SELECT s.*, l.level
FROM staff s JOIN (SELECT person_id, arg_max(level, year) AS level FROM rating_year_levels
                   WHERE level <> '' AND decided_on <= getvariable('day') GROUP BY person_id) l USING (person_id)
WHERE coalesce(s.staff_kind, '') <> 'public_employee';
