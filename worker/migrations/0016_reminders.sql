-- Steps that begin on one weekend are all due on the same day: a reminder is known by whom it is for as well, or the
-- second of two holders would never get theirs.
CREATE TABLE report_reminder_new (
  report_id INTEGER NOT NULL REFERENCES report (id),
  remind_at INTEGER NOT NULL,
  -- Kind and code of the holder.
  holder TEXT NOT NULL,
  reminded_at INTEGER NOT NULL,
  PRIMARY KEY (report_id, remind_at, holder)
) STRICT, WITHOUT ROWID;
INSERT INTO report_reminder_new (report_id, remind_at, holder, reminded_at)
SELECT report_id, report_reminder.remind_at, coalesce(holder_type || ':' || coalesce(holder_code, ''), ''), reminded_at
FROM report_reminder JOIN report ON report.id = report_reminder.report_id;
DROP TABLE report_reminder;
ALTER TABLE report_reminder_new RENAME TO report_reminder;

-- As before; dropping the table has taken it along.
CREATE TRIGGER report_reminder_is_told AFTER INSERT ON report_reminder
BEGIN
  INSERT OR IGNORE INTO outbox (report_id, seq, kind, recipient_kind, recipient_code, created_at)
  SELECT report.id, (SELECT max(seq) FROM report_event WHERE report_id = report.id AND internal = 0), 'reminder',
    CASE report.holder_type WHEN 'reporter' THEN 'account' WHEN 'supervisor' THEN 'desk' ELSE report.holder_type END,
    iif(report.holder_type = 'reporter', report.reporter_id, report.holder_code), NEW.reminded_at
  FROM report
  WHERE report.id = NEW.report_id
    AND iif(report.holder_type = 'reporter', report.reporter_id, report.holder_code) IS NOT NULL;
END;
