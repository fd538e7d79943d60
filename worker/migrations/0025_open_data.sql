-- Open data: whether anything has changed since somebody last asked, in one row, so that "nothing new" costs nothing.
CREATE TABLE open_data_stamp (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  changes INTEGER NOT NULL,
  -- Milliseconds, of the latest event.
  changed_at INTEGER NOT NULL
) STRICT;
INSERT INTO open_data_stamp (only, changes, changed_at)
SELECT 1, count(*), coalesce(max(at), 0) FROM report_event;

CREATE TRIGGER open_data_changes_with_a_report AFTER INSERT ON report_event
BEGIN
  UPDATE open_data_stamp SET changes = changes + 1, changed_at = max(changed_at, NEW.at);
END;

-- Names stand in the files too.
CREATE TRIGGER open_data_changes_with_a_district AFTER UPDATE ON district
BEGIN
  UPDATE open_data_stamp SET changes = changes + 1;
END;
CREATE TRIGGER open_data_changes_with_a_category AFTER UPDATE ON category
BEGIN
  UPDATE open_data_stamp SET changes = changes + 1;
END;
CREATE TRIGGER open_data_changes_with_a_station AFTER UPDATE ON station
BEGIN
  UPDATE open_data_stamp SET changes = changes + 1;
END;
