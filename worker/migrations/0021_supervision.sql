-- What supervisors look for: reports on which somebody still has to act, in the order of their due times; those that a
-- review has sent back. Without them a list of the few that are stuck would read everything that was ever filed.
CREATE INDEX report_open_due ON report (due_at, id) WHERE holder_type IS NOT NULL;
CREATE INDEX report_open_of_district ON report (district_code, due_at, id) WHERE holder_type IS NOT NULL;
CREATE INDEX report_event_sent_back ON report_event (report_id) WHERE action = 'send_back';

-- What a supervisor proposes to the offices about a common problem (共性问题建议书): one more fact of a topic.
ALTER TABLE topic ADD COLUMN proposal_text TEXT;

INSERT INTO topic_transition (action, from_state, to_state) VALUES
  ('propose', 'open', 'open'),
  ('propose', 'in_review', 'in_review'),
  ('propose', 'answered', 'answered');

DROP TRIGGER topic_event_projects;
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
    answered_by = CASE WHEN json_type(NEW.changes, '$.answered_by') IS NULL THEN answered_by ELSE NEW.changes ->> '$.answered_by' END,
    proposal_text = CASE WHEN json_type(NEW.changes, '$.proposal_text') IS NULL THEN proposal_text ELSE NEW.changes ->> '$.proposal_text' END
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
