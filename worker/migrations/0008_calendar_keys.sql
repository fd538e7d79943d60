-- The calendar becomes data that an administrator extends. Every promise is counted by it, so the database itself
-- refuses a day that is none, a day of an unpublished year, and a working day that is one anyway.

CREATE TABLE calendar_day_new (
  date TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')),
  name TEXT NOT NULL,
  -- A day belongs to the list of its own year, whichever notice it was announced in.
  year INTEGER NOT NULL GENERATED ALWAYS AS (CAST(substr(date, 1, 4) AS INTEGER)) STORED REFERENCES calendar_year (year)
) STRICT, WITHOUT ROWID;
INSERT INTO calendar_day_new (date, kind, name) SELECT date, kind, name FROM calendar_day;
DROP TABLE calendar_day;
ALTER TABLE calendar_day_new RENAME TO calendar_day;
CREATE INDEX calendar_day_by_year ON calendar_day (year, date);

CREATE TRIGGER calendar_day_is_one BEFORE INSERT ON calendar_day
BEGIN
  SELECT RAISE (ABORT, 'no such date') WHERE date(NEW.date) IS NOT NEW.date;
  SELECT RAISE (ABORT, 'a working day anyway')
  WHERE NEW.kind = 'workday' AND strftime('%w', NEW.date) NOT IN ('0', '6');
END;
