-- Common problems: topics over several reports, and the clusters that a sweep suggests as topics.

-- A row is the projection of its events, as with reports: the columns after `version` change only through the trigger
-- `topic_event_projects`.
CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  -- What the API calls the id: eight letters.
  code TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,

  version INTEGER NOT NULL DEFAULT 0,
  head_hash TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '',
  updated_at INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  category_code TEXT REFERENCES category (code),
  district_code TEXT REFERENCES district (code),
  case_slug TEXT,
  body_code TEXT REFERENCES body (code),
  order_text TEXT,
  due_at INTEGER,
  answer_text TEXT,
  answered_by TEXT REFERENCES account (id)
) STRICT;
CREATE INDEX topic_by_district ON topic (district_code, id);
CREATE INDEX topic_by_body ON topic (body_code, id) WHERE body_code IS NOT NULL;

-- The reports of a topic. `is_current` ends with the topic: a report may then be part of another.
CREATE TABLE topic_report (
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  report_id INTEGER NOT NULL REFERENCES report (id),
  is_current INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (topic_id, report_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX topic_report_current ON topic_report (report_id) WHERE is_current = 1;
CREATE INDEX topic_report_by_report ON topic_report (report_id);

-- The single steps that the table in shared/domain/topic-lifecycle.ts allows; a test holds the two equal.
CREATE TABLE topic_transition (
  action TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  PRIMARY KEY (action, from_state, to_state)
) STRICT, WITHOUT ROWID;
INSERT INTO topic_transition (action, from_state, to_state) VALUES
  ('open', '', 'open'),
  ('order', 'open', 'open'),
  ('add', 'open', 'open'),
  ('remove', 'open', 'open'),
  ('remove', 'in_review', 'in_review'),
  ('remove', 'answered', 'answered'),
  ('answer', 'open', 'in_review'),
  ('approve', 'in_review', 'answered'),
  ('send_back', 'in_review', 'open'),
  ('close', 'answered', 'closed'),
  ('drop', 'open', 'closed'),
  ('drop', 'in_review', 'closed'),
  ('note', 'open', 'open'),
  ('note', 'in_review', 'in_review'),
  ('note', 'answered', 'answered'),
  ('note', 'closed', 'closed');

CREATE TABLE topic_event (
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  seq INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  action TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT,
  actor_role TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_person TEXT,
  text TEXT,
  data TEXT NOT NULL DEFAULT '{}',
  -- The facts this event changes, keyed by the topic's column names; `added` and `removed` list report numbers.
  changes TEXT NOT NULL DEFAULT '{}',
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (topic_id, seq)
) STRICT, WITHOUT ROWID;

-- Refuses an event that does not continue its topic: wrong number, wrong state, wrong hash, unknown step.
CREATE TRIGGER topic_event_continues BEFORE INSERT ON topic_event
BEGIN
  SELECT RAISE (ABORT, 'UNIQUE constraint failed: topic_event.id')
  WHERE EXISTS (SELECT 1 FROM topic_event WHERE id = NEW.id);
  SELECT RAISE (ABORT, 'event does not follow its topic')
  WHERE NOT EXISTS (
    SELECT 1 FROM topic
    WHERE id = NEW.topic_id AND version = NEW.seq - 1 AND state = NEW.from_state AND head_hash = NEW.prev_hash
  );
  SELECT RAISE (ABORT, 'step not in the life of a topic')
  WHERE NOT EXISTS (
    SELECT 1 FROM topic_transition
    WHERE action = NEW.action AND from_state = NEW.from_state AND to_state = NEW.to_state
  );
END;

-- Nobody marks their own work.
CREATE TRIGGER topic_event_by_another BEFORE INSERT ON topic_event
WHEN NEW.action IN ('approve', 'send_back') AND NEW.actor_id IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'who answered cannot review') FROM topic WHERE id = NEW.topic_id AND answered_by = NEW.actor_id;
END;

-- A topic is answered when every report of it that was still on its way to an answer has got it, and closes with none
-- that came back since.
CREATE TRIGGER topic_event_leaves_nobody BEFORE INSERT ON topic_event
WHEN (NEW.to_state = 'answered' AND NEW.from_state <> 'answered') OR (NEW.to_state = 'closed' AND NEW.from_state = 'answered')
BEGIN
  SELECT RAISE (ABORT, 'topic would leave reports behind')
  WHERE EXISTS (
    SELECT 1 FROM topic_report JOIN report ON report.id = topic_report.report_id
    WHERE topic_report.topic_id = NEW.topic_id
      AND report.state IN ('submitted', 'needs_info', 'assigned', 'in_progress', 'disputed', 'in_review')
  );
END;

CREATE TRIGGER topic_event_is_forever_u BEFORE UPDATE ON topic_event
BEGIN
  SELECT RAISE (ABORT, 'events cannot be changed');
END;

CREATE TRIGGER topic_event_is_forever_d BEFORE DELETE ON topic_event
BEGIN
  SELECT RAISE (ABORT, 'events cannot be removed');
END;

-- A topic begins empty and is there to stay; what becomes of it, only its events say.
CREATE TRIGGER topic_begins_empty BEFORE INSERT ON topic
BEGIN
  SELECT RAISE (ABORT, 'a topic begins with its first event')
  WHERE NEW.version <> 0 OR NEW.state <> '' OR NEW.head_hash <> '';
  SELECT RAISE (ABORT, 'UNIQUE constraint failed: topic.code')
  WHERE EXISTS (SELECT 1 FROM topic WHERE code = NEW.code OR id = NEW.id);
END;

CREATE TRIGGER topic_is_forever BEFORE DELETE ON topic
BEGIN
  SELECT RAISE (ABORT, 'topics cannot be removed');
END;

CREATE TRIGGER topic_follows_its_events BEFORE UPDATE ON topic
BEGIN
  SELECT RAISE (ABORT, 'a topic changes only through its events')
  WHERE NEW.id <> OLD.id OR NEW.code <> OLD.code OR NEW.created_at <> OLD.created_at OR NEW.version <> OLD.version + 1
    OR NOT EXISTS (
      SELECT 1 FROM topic_event
      WHERE topic_id = NEW.id AND seq = NEW.version AND hash = NEW.head_hash AND to_state = NEW.state
    );
END;

-- Suggestions ---------------------------------------------------------------------------------------------------

-- One row a category and district that has reports. `stirs` counts what entered or left its pool of reports that may
-- form a cluster; the sweep looks where it is ahead of `seen`.
CREATE TABLE cluster_group (
  category_code TEXT NOT NULL REFERENCES category (code),
  district_code TEXT NOT NULL REFERENCES district (code),
  stirs INTEGER NOT NULL DEFAULT 1,
  seen INTEGER NOT NULL DEFAULT 0,
  -- When the first of those happened that nobody has looked at.
  stirred_at INTEGER NOT NULL,
  PRIMARY KEY (category_code, district_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX cluster_group_waiting ON cluster_group (stirred_at) WHERE stirs > seen;

CREATE TABLE cluster_suggestion (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  category_code TEXT NOT NULL REFERENCES category (code),
  district_code TEXT NOT NULL REFERENCES district (code),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  newest_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- The ids of the reports it had when a supervisor dismissed it; null while it is shown.
  dismissed TEXT CHECK (dismissed IS NULL OR json_valid(dismissed))
) STRICT;
CREATE INDEX cluster_suggestion_by_group ON cluster_suggestion (category_code, district_code);
CREATE INDEX cluster_suggestion_by_age ON cluster_suggestion (newest_at, id);

-- A report is in one suggestion at most.
CREATE TABLE cluster_member (
  report_id INTEGER PRIMARY KEY REFERENCES report (id),
  suggestion_id INTEGER NOT NULL REFERENCES cluster_suggestion (id) ON DELETE CASCADE,
  similarity REAL NOT NULL
) STRICT;
CREATE INDEX cluster_member_by_suggestion ON cluster_member (suggestion_id);

-- The newest reports of a group, without reading any other.
CREATE INDEX report_by_group ON report (category_code, district_code, created_at);

INSERT INTO cluster_group (category_code, district_code, stirred_at)
SELECT category_code, district_code, max(updated_at) FROM report GROUP BY category_code, district_code;

-- A report enters the pool when it begins, and leaves it when it is merged, declined or withdrawn.
CREATE TRIGGER report_stirs_clusters AFTER UPDATE OF state ON report
WHEN (OLD.state IN ('', 'merged', 'declined', 'withdrawn')) <> (NEW.state IN ('', 'merged', 'declined', 'withdrawn'))
BEGIN
  INSERT INTO cluster_group (category_code, district_code, stirred_at)
  VALUES (NEW.category_code, NEW.district_code, NEW.updated_at)
  ON CONFLICT DO UPDATE SET
    stirred_at = iif(stirs = seen, excluded.stirred_at, stirred_at),
    stirs = stirs + 1;
END;

-- Projects an event onto its topic: a key that `changes` does not name keeps its value, a null clears it.
CREATE TRIGGER topic_event_projects AFTER INSERT ON topic_event
BEGIN
  UPDATE topic SET
    version = NEW.seq,
    head_hash = NEW.hash,
    state = NEW.to_state,
    updated_at = NEW.at,
    title = coalesce(NEW.changes ->> '$.title', title),
    text = coalesce(NEW.changes ->> '$.text', text),
    category_code = CASE WHEN json_type(NEW.changes, '$.category_code') IS NULL THEN category_code ELSE NEW.changes ->> '$.category_code' END,
    district_code = CASE WHEN json_type(NEW.changes, '$.district_code') IS NULL THEN district_code ELSE NEW.changes ->> '$.district_code' END,
    case_slug = CASE WHEN json_type(NEW.changes, '$.case_slug') IS NULL THEN case_slug ELSE NEW.changes ->> '$.case_slug' END,
    body_code = CASE WHEN json_type(NEW.changes, '$.body_code') IS NULL THEN body_code ELSE NEW.changes ->> '$.body_code' END,
    order_text = CASE WHEN json_type(NEW.changes, '$.order_text') IS NULL THEN order_text ELSE NEW.changes ->> '$.order_text' END,
    due_at = CASE WHEN json_type(NEW.changes, '$.due_at') IS NULL THEN due_at ELSE NEW.changes ->> '$.due_at' END,
    answer_text = CASE WHEN json_type(NEW.changes, '$.answer_text') IS NULL THEN answer_text ELSE NEW.changes ->> '$.answer_text' END,
    answered_by = CASE WHEN json_type(NEW.changes, '$.answered_by') IS NULL THEN answered_by ELSE NEW.changes ->> '$.answered_by' END
  WHERE id = NEW.topic_id;

  -- A number that no report has is refused by the column, a report that another topic has by its key.
  INSERT INTO topic_report (topic_id, report_id)
  SELECT NEW.topic_id, (SELECT id FROM report WHERE number = added.value)
  FROM json_each(coalesce(NEW.changes -> '$.added', '[]')) AS added;

  DELETE FROM topic_report
  WHERE topic_id = NEW.topic_id AND report_id IN (
    SELECT report.id FROM json_each(coalesce(NEW.changes -> '$.removed', '[]')) AS removed
    JOIN report ON report.number = removed.value
  );

  UPDATE topic_report SET is_current = 0 WHERE topic_id = NEW.topic_id AND NEW.to_state = 'closed';

  -- What is in a topic is not suggested as one.
  INSERT INTO cluster_group (category_code, district_code, stirred_at)
  SELECT DISTINCT report.category_code, report.district_code, NEW.at
  FROM (
    SELECT value FROM json_each(coalesce(NEW.changes -> '$.added', '[]'))
    UNION ALL
    SELECT value FROM json_each(coalesce(NEW.changes -> '$.removed', '[]'))
  ) AS moved
  JOIN report ON report.number = moved.value
  WHERE true
  ON CONFLICT DO UPDATE SET
    stirred_at = iif(stirs = seen, excluded.stirred_at, stirred_at),
    stirs = stirs + 1;
END;
