-- Honest figures. A row counts the reports that were filed on one day (`day`, a date in Asia/Shanghai) and have the
-- other keys in common; '*' stands for all, '-' for reports without a body. Which combinations are kept: `figure_cut`.
CREATE TABLE figure (
  district_code TEXT NOT NULL,
  category_code TEXT NOT NULL,
  station_number TEXT NOT NULL,
  body_code TEXT NOT NULL,
  day TEXT NOT NULL,

  -- Where the reports stand now: received = open + rated + not_rated + declined + withdrawn + merged.
  received INTEGER NOT NULL,
  open INTEGER NOT NULL,
  awaiting_rating INTEGER NOT NULL,
  overdue INTEGER NOT NULL,
  rated INTEGER NOT NULL,
  answered_yes INTEGER NOT NULL,
  solved_yes INTEGER NOT NULL,
  satisfied_yes INTEGER NOT NULL,
  not_rated INTEGER NOT NULL,
  declined INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL,
  merged INTEGER NOT NULL,
  reopened INTEGER NOT NULL,
  bounces INTEGER NOT NULL,

  -- What happened to them. It stays with the body that had the report then, wherever the report goes.
  pre_review_done INTEGER NOT NULL,
  pre_review_on_time INTEGER NOT NULL,
  sign_done INTEGER NOT NULL,
  sign_on_time INTEGER NOT NULL,
  handle_done INTEGER NOT NULL,
  handle_on_time INTEGER NOT NULL,
  review_done INTEGER NOT NULL,
  review_on_time INTEGER NOT NULL,
  promise_done INTEGER NOT NULL,
  promise_on_time INTEGER NOT NULL,
  escalations INTEGER NOT NULL,
  PRIMARY KEY (district_code, category_code, station_number, body_code, day)
) STRICT, WITHOUT ROWID;

-- The combinations of keys that are counted: 1 where the report's own value stands, 0 for '*'.
CREATE VIEW figure_cut (by_district, by_category, by_station, by_body) AS
VALUES (0, 0, 0, 0), (1, 0, 0, 0), (1, 0, 1, 0), (1, 0, 0, 1), (0, 1, 0, 0), (1, 1, 0, 0), (1, 1, 1, 0), (1, 1, 0, 1);

-- The events that are counted, and as what. A step is done when whoever had to take it took it: a report that was
-- withdrawn, settled by the clock or merged while its body had not signed says nothing about an office's speed.
CREATE VIEW figure_step (from_state, action, step) AS
VALUES
  ('submitted', 'ask', 'pre_review'),
  ('submitted', 'decline', 'pre_review'),
  ('submitted', 'assign', 'pre_review'),
  ('submitted', 'merge', 'pre_review'),
  ('disputed', 'assign', 'pre_review'),
  ('assigned', 'sign', 'sign'),
  ('assigned', 'bounce', 'sign'),
  ('in_progress', 'finish', 'handle'),
  ('in_review', 'approve', 'review'),
  ('in_review', 'send_back', 'review'),
  ('submitted', 'escalate', 'escalation'),
  ('assigned', 'escalate', 'escalation'),
  ('in_progress', 'escalate', 'escalation'),
  ('disputed', 'escalate', 'escalation'),
  ('in_review', 'escalate', 'escalation');

-- Takes the report away as it was (sign -1), adds it as it is (1) and what its event ended (0). What is the same
-- before and after cancels out, so a row is written once an event.
CREATE TRIGGER report_moves_figures AFTER UPDATE OF version ON report
WHEN (OLD.state, OLD.round, OLD.bounces, OLD.overdue_level, OLD.body_code)
  IS NOT (NEW.state, NEW.round, NEW.bounces, NEW.overdue_level, NEW.body_code)
BEGIN
  INSERT INTO figure (
    district_code, category_code, station_number, body_code, day,
    received, open, awaiting_rating, overdue, rated, answered_yes, solved_yes, satisfied_yes, not_rated,
    declined, withdrawn, merged, reopened, bounces,
    pre_review_done, pre_review_on_time, sign_done, sign_on_time, handle_done, handle_on_time,
    review_done, review_on_time, promise_done, promise_on_time, escalations
  )
  SELECT
    CASE WHEN cut.by_district THEN NEW.district_code ELSE '*' END,
    CASE WHEN cut.by_category THEN NEW.category_code ELSE '*' END,
    CASE WHEN cut.by_station THEN coalesce(NEW.station_number, '-') ELSE '*' END,
    CASE WHEN cut.by_body THEN coalesce(part.body_code, '-') ELSE '*' END,
    date(NEW.created_at / 1000, 'unixepoch', '+8 hours'),
    sum(sign),
    sum(sign * (state NOT IN ('', 'closed', 'declined', 'withdrawn', 'merged'))),
    sum(sign * (state = 'answered')),
    sum(sign * (overdue_level <> 'none')),
    sum(sign * (state = 'closed' AND rated_answered IS NOT NULL)),
    sum(sign * (state = 'closed' AND rated_answered IS 1)),
    sum(sign * (state = 'closed' AND rated_solved IS 1)),
    sum(sign * (state = 'closed' AND rated_satisfied IS 1)),
    sum(sign * (state = 'closed' AND rated_answered IS NULL)),
    sum(sign * (state = 'declined')),
    sum(sign * (state = 'withdrawn')),
    sum(sign * (state = 'merged')),
    sum(sign * (round > 1)),
    sum(sign * bounces),
    sum(step = 'pre_review'),
    sum(step = 'pre_review' AND on_time),
    sum(step = 'sign'),
    sum(step = 'sign' AND on_time),
    sum(step = 'handle'),
    sum(step = 'handle' AND on_time),
    sum(step = 'review'),
    sum(step = 'review' AND on_time),
    sum(step = 'promise'),
    sum(step = 'promise' AND on_time),
    sum(step = 'escalation')
  FROM (
    SELECT -1 AS sign, OLD.body_code AS body_code, OLD.state AS state, OLD.round AS round, OLD.bounces AS bounces,
      OLD.overdue_level AS overdue_level, OLD.rated_answered AS rated_answered, OLD.rated_solved AS rated_solved,
      OLD.rated_satisfied AS rated_satisfied, '' AS step, 0 AS on_time
    WHERE OLD.version > 0
    UNION ALL
    -- The promise is for the first answer, and counts with the body that gave it.
    SELECT 1, NEW.body_code, NEW.state, NEW.round, NEW.bounces, NEW.overdue_level, NEW.rated_answered,
      NEW.rated_solved, NEW.rated_satisfied,
      CASE WHEN OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL THEN 'promise' ELSE '' END,
      NEW.updated_at <= NEW.promised_at
    UNION ALL
    SELECT 0, OLD.body_code, '', 1, 0, 'none', NULL, NULL, NULL, figure_step.step,
      coalesce(event.at <= OLD.due_at, 0)
    FROM report_event AS event
    JOIN figure_step ON figure_step.from_state = event.from_state AND figure_step.action = event.action
    WHERE event.report_id = NEW.id AND event.seq = NEW.version
  ) AS part
  CROSS JOIN figure_cut AS cut
  GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT DO UPDATE SET
    received = received + excluded.received,
    open = open + excluded.open,
    awaiting_rating = awaiting_rating + excluded.awaiting_rating,
    overdue = overdue + excluded.overdue,
    rated = rated + excluded.rated,
    answered_yes = answered_yes + excluded.answered_yes,
    solved_yes = solved_yes + excluded.solved_yes,
    satisfied_yes = satisfied_yes + excluded.satisfied_yes,
    not_rated = not_rated + excluded.not_rated,
    declined = declined + excluded.declined,
    withdrawn = withdrawn + excluded.withdrawn,
    merged = merged + excluded.merged,
    reopened = reopened + excluded.reopened,
    bounces = bounces + excluded.bounces,
    pre_review_done = pre_review_done + excluded.pre_review_done,
    pre_review_on_time = pre_review_on_time + excluded.pre_review_on_time,
    sign_done = sign_done + excluded.sign_done,
    sign_on_time = sign_on_time + excluded.sign_on_time,
    handle_done = handle_done + excluded.handle_done,
    handle_on_time = handle_on_time + excluded.handle_on_time,
    review_done = review_done + excluded.review_done,
    review_on_time = review_on_time + excluded.review_on_time,
    promise_done = promise_done + excluded.promise_done,
    promise_on_time = promise_on_time + excluded.promise_on_time,
    escalations = escalations + excluded.escalations;
END;

-- The same figures counted anew, from every report and every event; what an event ended is read from the events
-- before it, not from the row. For the beginning below, and to check the counters against.
CREATE VIEW figure_recount AS
SELECT
  CASE WHEN cut.by_district THEN report.district_code ELSE '*' END AS district_code,
  CASE WHEN cut.by_category THEN report.category_code ELSE '*' END AS category_code,
  CASE WHEN cut.by_station THEN coalesce(report.station_number, '-') ELSE '*' END AS station_number,
  CASE WHEN cut.by_body THEN coalesce(part.body_code, '-') ELSE '*' END AS body_code,
  date(report.created_at / 1000, 'unixepoch', '+8 hours') AS day,
  count(*) FILTER (WHERE step = '') AS received,
  count(*) FILTER (WHERE step = '' AND state NOT IN ('closed', 'declined', 'withdrawn', 'merged')) AS open,
  count(*) FILTER (WHERE step = '' AND state = 'answered') AS awaiting_rating,
  count(*) FILTER (WHERE step = '' AND overdue_level <> 'none') AS overdue,
  count(rated_answered) FILTER (WHERE step = '' AND state = 'closed') AS rated,
  count(*) FILTER (WHERE step = '' AND state = 'closed' AND rated_answered = 1) AS answered_yes,
  count(*) FILTER (WHERE step = '' AND state = 'closed' AND rated_solved = 1) AS solved_yes,
  count(*) FILTER (WHERE step = '' AND state = 'closed' AND rated_satisfied = 1) AS satisfied_yes,
  count(*) FILTER (WHERE step = '' AND state = 'closed' AND rated_answered IS NULL) AS not_rated,
  count(*) FILTER (WHERE step = '' AND state = 'declined') AS declined,
  count(*) FILTER (WHERE step = '' AND state = 'withdrawn') AS withdrawn,
  count(*) FILTER (WHERE step = '' AND state = 'merged') AS merged,
  count(*) FILTER (WHERE step = '' AND round > 1) AS reopened,
  coalesce(sum(bounces) FILTER (WHERE step = ''), 0) AS bounces,
  count(*) FILTER (WHERE step = 'pre_review') AS pre_review_done,
  count(*) FILTER (WHERE step = 'pre_review' AND at <= limit_at) AS pre_review_on_time,
  count(*) FILTER (WHERE step = 'sign') AS sign_done,
  count(*) FILTER (WHERE step = 'sign' AND at <= limit_at) AS sign_on_time,
  count(*) FILTER (WHERE step = 'handle') AS handle_done,
  count(*) FILTER (WHERE step = 'handle' AND at <= limit_at) AS handle_on_time,
  count(*) FILTER (WHERE step = 'review') AS review_done,
  count(*) FILTER (WHERE step = 'review' AND at <= limit_at) AS review_on_time,
  count(*) FILTER (WHERE step = 'promise') AS promise_done,
  count(*) FILTER (WHERE step = 'promise' AND at <= limit_at) AS promise_on_time,
  count(*) FILTER (WHERE step = 'escalation') AS escalations
FROM (
  SELECT id AS report_id, body_code, '' AS step, 0 AS at, 0 AS limit_at FROM report WHERE version > 0
  UNION ALL
  SELECT event.report_id,
    (SELECT past.changes ->> '$.body_code' FROM report_event AS past
     WHERE past.report_id = event.report_id AND past.seq < event.seq
       AND json_type(past.changes, '$.body_code') IS NOT NULL
     ORDER BY past.seq DESC LIMIT 1),
    figure_step.step,
    event.at,
    (SELECT past.changes ->> '$.due_at' FROM report_event AS past
     WHERE past.report_id = event.report_id AND past.seq < event.seq
       AND json_type(past.changes, '$.due_at') IS NOT NULL
     ORDER BY past.seq DESC LIMIT 1)
  FROM report_event AS event
  JOIN figure_step ON figure_step.from_state = event.from_state AND figure_step.action = event.action
  UNION ALL
  SELECT event.report_id,
    (SELECT past.changes ->> '$.body_code' FROM report_event AS past
     WHERE past.report_id = event.report_id AND past.seq <= event.seq
       AND json_type(past.changes, '$.body_code') IS NOT NULL
     ORDER BY past.seq DESC LIMIT 1),
    'promise',
    event.at,
    (SELECT past.changes ->> '$.promised_at' FROM report_event AS past
     WHERE past.report_id = event.report_id AND past.seq <= event.seq
       AND json_type(past.changes, '$.promised_at') IS NOT NULL
     ORDER BY past.seq DESC LIMIT 1)
  FROM report_event AS event
  WHERE event.to_state = 'answered'
    AND event.seq = (SELECT min(first.seq) FROM report_event AS first
                     WHERE first.report_id = event.report_id AND first.to_state = 'answered')
) AS part
JOIN report ON report.id = part.report_id
CROSS JOIN figure_cut AS cut
GROUP BY 1, 2, 3, 4, 5;

INSERT INTO figure SELECT * FROM figure_recount;
