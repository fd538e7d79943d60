-- How often a printed code was scanned, a day and station: a poster that nobody sees is noticed. Nothing of who did it.
CREATE TABLE station_scan (
  station_number TEXT NOT NULL REFERENCES station (number),
  -- YYYY-MM-DD in Asia/Shanghai
  day TEXT NOT NULL,
  scans INTEGER NOT NULL,
  PRIMARY KEY (station_number, day)
) STRICT, WITHOUT ROWID;
