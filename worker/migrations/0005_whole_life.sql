-- The rest of a report's life: merging, what the clock does, how far an overdue step was brought.

-- A row stays the projection of its events: steps that were running before keep their dates empty, so nobody is
-- reminded of them, and the supervisor hears of them as soon as the station.
ALTER TABLE report ADD COLUMN remind_at INTEGER;
ALTER TABLE report ADD COLUMN escalate_at INTEGER;
ALTER TABLE report ADD COLUMN overdue_level TEXT NOT NULL DEFAULT 'none';
ALTER TABLE report ADD COLUMN lead_number TEXT REFERENCES report (number);
ALTER TABLE report ADD COLUMN merged_from TEXT;

CREATE INDEX report_followers ON report (lead_number, id) WHERE state = 'merged';
-- What the sweep looks for, so that a run over a quiet city reads nothing.
CREATE INDEX report_due ON report (due_at, id) WHERE due_at IS NOT NULL AND overdue_level = 'none';
CREATE INDEX report_overdue ON report (overdue_level, escalate_at, id) WHERE overdue_level <> 'none';
CREATE INDEX report_remind ON report (remind_at, id) WHERE remind_at IS NOT NULL;

INSERT INTO lifecycle_transition (action, from_state, to_state) VALUES
  ('merge', 'submitted', 'merged'),
  ('merge', 'assigned', 'merged'),
  ('unmerge', 'merged', 'submitted'),
  ('unmerge', 'merged', 'assigned'),
  ('archive', 'answered', 'closed'),
  ('resume', 'needs_info', 'submitted'),
  ('escalate', 'submitted', 'submitted'),
  ('escalate', 'assigned', 'assigned'),
  ('escalate', 'in_progress', 'in_progress'),
  ('escalate', 'disputed', 'disputed'),
  ('escalate', 'in_review', 'in_review'),
  ('settle', 'merged', 'answered'),
  ('settle', 'submitted', 'answered'),
  ('settle', 'needs_info', 'answered'),
  ('settle', 'assigned', 'answered'),
  ('settle', 'in_progress', 'answered'),
  ('settle', 'disputed', 'answered'),
  ('settle', 'in_review', 'answered'),
  ('publish', 'merged', 'merged'),
  ('unpublish', 'merged', 'merged'),
  ('redact', 'assigned', 'assigned'),
  ('redact', 'in_progress', 'in_progress'),
  ('redact', 'disputed', 'disputed'),
  ('redact', 'in_review', 'in_review'),
  ('redact', 'answered', 'answered'),
  ('redact', 'closed', 'closed'),
  ('redact', 'declined', 'declined'),
  ('redact', 'merged', 'merged'),
  ('redact', 'withdrawn', 'withdrawn'),
  ('note', 'merged', 'merged');

-- One more limit: working days from the due time until the supervisor hears of it.
CREATE TABLE deadline_limit_new (
  category_code TEXT NOT NULL,
  complexity TEXT NOT NULL CHECK (complexity IN ('*', 'simple', 'ordinary', 'complex')),
  step TEXT NOT NULL
    CHECK (step IN ('pre_review', 'sign', 'handle', 'review', 'rating', 'needs_info', 'escalation')),
  days INTEGER NOT NULL,
  PRIMARY KEY (category_code, complexity, step)
) STRICT, WITHOUT ROWID;
INSERT INTO deadline_limit_new SELECT category_code, complexity, step, days FROM deadline_limit;
-- A city that is there already has limits; a new one brings its own.
INSERT INTO deadline_limit_new (category_code, complexity, step, days)
SELECT '*', '*', 'escalation', 1 FROM deadline_limit LIMIT 1;
DROP TABLE deadline_limit;
ALTER TABLE deadline_limit_new RENAME TO deadline_limit;

-- A merged report follows one that is on its way to an answer and follows nobody itself, with at most 49 others: all of
-- them are answered in one transaction.
CREATE TRIGGER report_event_merges BEFORE INSERT ON report_event WHEN NEW.to_state = 'merged' AND NEW.from_state <> 'merged'
BEGIN
  SELECT RAISE (ABORT, 'lead cannot be followed')
  WHERE NOT EXISTS (
    SELECT 1 FROM report
    WHERE number = NEW.changes ->> '$.lead_number' AND id <> NEW.report_id
      AND state IN ('submitted', 'needs_info', 'assigned', 'in_progress', 'disputed', 'in_review')
      AND (SELECT count(*) FROM report AS follower
           WHERE follower.lead_number = report.number AND follower.state = 'merged') < 50
  );
END;

-- A lead neither is answered nor ends before every report that follows it has been answered or let go.
CREATE TRIGGER report_event_leaves_nobody BEFORE INSERT ON report_event
WHEN NEW.to_state IN ('answered', 'closed', 'declined', 'withdrawn', 'merged') AND NEW.to_state <> NEW.from_state
BEGIN
  SELECT RAISE (ABORT, 'merged reports would be left behind')
  FROM report AS lead
  WHERE lead.id = NEW.report_id
    AND EXISTS (SELECT 1 FROM report WHERE lead_number = lead.number AND state = 'merged');
END;

DROP TRIGGER report_event_projects;
-- Projects an event onto its report: a key that `changes` does not name keeps its value, a null clears it.
CREATE TRIGGER report_event_projects AFTER INSERT ON report_event
BEGIN
  UPDATE report SET
    version = NEW.seq,
    head_hash = NEW.hash,
    state = NEW.to_state,
    updated_at = NEW.at,
    round = coalesce(NEW.changes ->> '$.round', round),
    body_code = CASE WHEN json_type(NEW.changes, '$.body_code') IS NULL THEN body_code ELSE NEW.changes ->> '$.body_code' END,
    co_body_codes = coalesce(NEW.changes ->> '$.co_body_codes', co_body_codes),
    deputy_id = CASE WHEN json_type(NEW.changes, '$.deputy_id') IS NULL THEN deputy_id ELSE NEW.changes ->> '$.deputy_id' END,
    complexity = coalesce(NEW.changes ->> '$.complexity', complexity),
    holder_type = CASE WHEN json_type(NEW.changes, '$.holder_type') IS NULL THEN holder_type ELSE NEW.changes ->> '$.holder_type' END,
    holder_code = CASE WHEN json_type(NEW.changes, '$.holder_code') IS NULL THEN holder_code ELSE NEW.changes ->> '$.holder_code' END,
    due_at = CASE WHEN json_type(NEW.changes, '$.due_at') IS NULL THEN due_at ELSE NEW.changes ->> '$.due_at' END,
    remind_at = CASE WHEN json_type(NEW.changes, '$.remind_at') IS NULL THEN remind_at ELSE NEW.changes ->> '$.remind_at' END,
    escalate_at = CASE WHEN json_type(NEW.changes, '$.escalate_at') IS NULL THEN escalate_at ELSE NEW.changes ->> '$.escalate_at' END,
    overdue_level = coalesce(NEW.changes ->> '$.overdue_level', overdue_level),
    promised_at = coalesce(NEW.changes ->> '$.promised_at', promised_at),
    promised_provisional = coalesce(NEW.changes ->> '$.promised_provisional', promised_provisional),
    waiting_since = CASE WHEN json_type(NEW.changes, '$.waiting_since') IS NULL THEN waiting_since ELSE NEW.changes ->> '$.waiting_since' END,
    bounces = coalesce(NEW.changes ->> '$.bounces', bounces),
    adjudicated = coalesce(NEW.changes ->> '$.adjudicated', adjudicated),
    declined_by = CASE WHEN json_type(NEW.changes, '$.declined_by') IS NULL THEN declined_by ELSE NEW.changes ->> '$.declined_by' END,
    appealed = coalesce(NEW.changes ->> '$.appealed', appealed),
    finished_by = CASE WHEN json_type(NEW.changes, '$.finished_by') IS NULL THEN finished_by ELSE NEW.changes ->> '$.finished_by' END,
    escalated = coalesce(NEW.changes ->> '$.escalated', escalated),
    lead_number = CASE WHEN json_type(NEW.changes, '$.lead_number') IS NULL THEN lead_number ELSE NEW.changes ->> '$.lead_number' END,
    merged_from = CASE WHEN json_type(NEW.changes, '$.merged_from') IS NULL THEN merged_from ELSE NEW.changes ->> '$.merged_from' END,
    extension = coalesce(NEW.changes ->> '$.extension', extension),
    extension_days = CASE WHEN json_type(NEW.changes, '$.extension_days') IS NULL THEN extension_days ELSE NEW.changes ->> '$.extension_days' END,
    supervision = coalesce(NEW.changes ->> '$.supervision', supervision),
    order_text = CASE WHEN json_type(NEW.changes, '$.order_text') IS NULL THEN order_text ELSE NEW.changes ->> '$.order_text' END,
    order_due_at = CASE WHEN json_type(NEW.changes, '$.order_due_at') IS NULL THEN order_due_at ELSE NEW.changes ->> '$.order_due_at' END,
    is_public = coalesce(NEW.changes ->> '$.is_public', is_public),
    public_text = CASE WHEN json_type(NEW.changes, '$.public_text') IS NULL THEN public_text ELSE NEW.changes ->> '$.public_text' END,
    rated_answered = CASE WHEN json_type(NEW.changes, '$.rated_answered') IS NULL THEN rated_answered ELSE NEW.changes ->> '$.rated_answered' END,
    rated_solved = CASE WHEN json_type(NEW.changes, '$.rated_solved') IS NULL THEN rated_solved ELSE NEW.changes ->> '$.rated_solved' END,
    rated_satisfied = CASE WHEN json_type(NEW.changes, '$.rated_satisfied') IS NULL THEN rated_satisfied ELSE NEW.changes ->> '$.rated_satisfied' END,
    answered_at = CASE WHEN NEW.to_state = 'answered' AND NEW.from_state <> 'answered' THEN NEW.at ELSE answered_at END
  WHERE id = NEW.report_id;

  INSERT INTO report_photo (photo_id, report_id, seq, ordinal)
  SELECT photo.value, NEW.report_id, NEW.seq, photo.key FROM json_each(NEW.photo_ids) AS photo;

  DELETE FROM report_co_body WHERE report_id = NEW.report_id AND json_type(NEW.changes, '$.co_body_codes') IS NOT NULL;
  INSERT INTO report_co_body (body_code, report_id)
  SELECT co_body.value, NEW.report_id FROM json_each(coalesce(NEW.changes -> '$.co_body_codes', '[]')) AS co_body;

  -- Publication names the photos that a person has looked at; without it none is public.
  UPDATE report_photo
  SET is_public = photo_id IN (
    SELECT value FROM json_each(iif(json_type(NEW.data, '$.photoIds') = 'array', NEW.data -> '$.photoIds', '[]'))
  )
  WHERE report_id = NEW.report_id
    AND (NEW.action IN ('publish', 'unpublish') OR (NEW.action = 'redact' AND json_type(NEW.data, '$.photoIds') = 'array'));
END;
