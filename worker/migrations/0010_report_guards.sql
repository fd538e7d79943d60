-- The rules that must hold whoever writes: none of them rests on the application alone.

-- A report begins empty and is there to stay; what becomes of it, only its events say.
CREATE TRIGGER report_begins_empty BEFORE INSERT ON report WHEN NEW.version <> 0 OR NEW.state <> '' OR NEW.head_hash <> ''
BEGIN
  SELECT RAISE (ABORT, 'a report begins with its first event');
END;

-- `INSERT OR REPLACE` removes the row it replaces without asking the triggers of DELETE.
CREATE TRIGGER report_is_not_replaced BEFORE INSERT ON report
BEGIN
  SELECT RAISE (ABORT, 'UNIQUE constraint failed: report.number')
  WHERE EXISTS (SELECT 1 FROM report WHERE number = NEW.number OR id = NEW.id);
END;

CREATE TRIGGER report_event_is_not_replaced BEFORE INSERT ON report_event
BEGIN
  SELECT RAISE (ABORT, 'UNIQUE constraint failed: report_event.id')
  WHERE EXISTS (SELECT 1 FROM report_event WHERE id = NEW.id);
END;

CREATE TRIGGER report_is_forever BEFORE DELETE ON report
BEGIN
  SELECT RAISE (ABORT, 'reports cannot be removed');
END;

CREATE TRIGGER report_follows_its_events BEFORE UPDATE OF
  number, version, head_hash, state, updated_at, round, body_code, co_body_codes, deputy_id, complexity, holder_type,
  holder_code, due_at, remind_at, escalate_at, overdue_level, promised_at, promised_provisional, waiting_since, bounces,
  adjudicated, declined_by, appealed, finished_by, escalated, lead_number, merged_from, extension, extension_days,
  supervision, order_text, order_due_at, is_public, public_text, rated_answered, rated_solved, rated_satisfied, answered_at
ON report
BEGIN
  SELECT RAISE (ABORT, 'a report changes only through its events')
  WHERE NEW.number <> OLD.number OR NEW.version <> OLD.version + 1 OR NOT EXISTS (
    SELECT 1 FROM report_event
    WHERE report_id = NEW.id AND seq = NEW.version AND hash = NEW.head_hash AND to_state = NEW.state
  );
END;

-- Every open report is somebody's turn until a certain time; nobody waits for one that is over.
CREATE TRIGGER report_is_somebodys BEFORE UPDATE OF version ON report
WHEN (NEW.state IN ('closed', 'declined', 'merged', 'withdrawn')) = (NEW.holder_type IS NOT NULL)
  OR (NEW.holder_type IS NULL) <> (NEW.due_at IS NULL)
BEGIN
  SELECT RAISE (ABORT, 'an open report has one holder and one due time');
END;

-- Nobody marks their own work.
CREATE TRIGGER report_event_by_another BEFORE INSERT ON report_event
WHEN NEW.action IN ('approve', 'send_back') AND NEW.actor_id IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'the finisher cannot review')
  FROM report WHERE id = NEW.report_id AND finished_by = NEW.actor_id;
END;

-- A promise moves only with its arithmetic beside it.
CREATE TRIGGER report_event_promises BEFORE INSERT ON report_event
WHEN json_type(NEW.changes, '$.promised_at') IS NOT NULL AND json_type(NEW.data, '$.promise') IS NOT 'object'
BEGIN
  SELECT RAISE (ABORT, 'a promise moves only with its arithmetic');
END;
