-- Who is told of what: offices as well as the reporter, reminders as well as events, channels besides the inbox.

-- A notice is for one account, or for an office: whoever serves there when it is delivered.
CREATE TABLE outbox_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id),
  -- The event it speaks of; for a reminder the last one that everybody may see.
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('event', 'reminder')),
  recipient_kind TEXT NOT NULL CHECK (recipient_kind IN ('account', 'station', 'body', 'deputy', 'desk')),
  -- Account id, station number, body code, deputy id, or the district whose supervisors are meant.
  recipient_code TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  delivered_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  -- Since when nobody tries any more: a dead letter.
  dead_at INTEGER,
  UNIQUE (report_id, seq, kind, recipient_kind, recipient_code)
) STRICT;
INSERT INTO outbox_new (id, report_id, seq, kind, recipient_kind, recipient_code, created_at, delivered_at)
SELECT id, report_id, seq, 'event', 'account', account_id, created_at, delivered_at FROM outbox;

-- The in-app inbox, which is the record. Whoever is meant twice, as an office and in person, is told once.
CREATE TABLE notification_new (
  account_id TEXT NOT NULL REFERENCES account (id),
  id INTEGER NOT NULL REFERENCES outbox_new (id),
  kind TEXT NOT NULL CHECK (kind IN ('event', 'reminder')),
  report_number TEXT NOT NULL,
  seq INTEGER NOT NULL,
  action TEXT NOT NULL,
  to_state TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  read_at INTEGER,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, report_number, seq, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO notification_new (account_id, id, kind, report_number, seq, action, to_state, actor_name, at, read_at)
SELECT account_id, id, 'event', report_number, seq, action, to_state, actor_name, at, read_at FROM notification;

-- The new tables refer to each other by the names they get here.
DROP TABLE notification;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
ALTER TABLE notification_new RENAME TO notification;

CREATE INDEX outbox_waiting ON outbox (next_attempt_at, id) WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_dead ON outbox (dead_at) WHERE dead_at IS NOT NULL;
CREATE INDEX notification_by_notice ON notification (id);

-- Who serves in an office. Residents' devices are accounts too: without these each notice would read them all.
CREATE INDEX account_of_station ON account (station_number) WHERE role = 'station';
CREATE INDEX account_of_body ON account (body_code) WHERE role = 'body';
CREATE INDEX account_of_deputy ON account (deputy_id) WHERE role = 'deputy';
CREATE INDEX account_of_desk ON account (district_code) WHERE role = 'supervisor';

-- What goes out beside the inbox, once a channel and notification. A dead gateway delays only its own rows.
CREATE TABLE channel_delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  account_id TEXT NOT NULL,
  notification_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  delivered_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  dead_at INTEGER,
  UNIQUE (account_id, notification_id, channel),
  FOREIGN KEY (account_id, notification_id) REFERENCES notification (account_id, id)
) STRICT;
CREATE INDEX channel_delivery_waiting ON channel_delivery (channel, next_attempt_at, id)
  WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX channel_delivery_dead ON channel_delivery (dead_at) WHERE dead_at IS NOT NULL;

-- What could not be delivered, wherever it was to go.
CREATE VIEW dead_letter AS
SELECT 'inbox-' || outbox.id AS id, 'inbox' AS channel, report.number AS report_number,
  outbox.recipient_kind || ':' || outbox.recipient_code AS recipient,
  outbox.attempts, outbox.last_error, outbox.created_at, outbox.dead_at
FROM outbox JOIN report ON report.id = outbox.report_id
WHERE outbox.dead_at IS NOT NULL
UNION ALL
SELECT 'channel-' || delivery.id, delivery.channel, notification.report_number,
  'account:' || delivery.account_id,
  delivery.attempts, delivery.last_error, delivery.created_at, delivery.dead_at
FROM channel_delivery AS delivery
JOIN notification
  ON notification.account_id = delivery.account_id AND notification.id = delivery.notification_id
WHERE delivery.dead_at IS NOT NULL;

-- Who hears of which action; `*` is every action. A party is what somebody is to the report:
--   reporter     whoever filed it; never hears of internal notes
--   holder       whose turn it is now; `new_holder` and `old_holder` only when the turn has passed on
--   answerer     the body, or the deputy who answers in person
--   co_bodies    the bodies that help
--   station      its station
--   overdue      the office an overdue step was brought to: the station, then the supervisors
-- Nobody hears of what they, or a colleague in the same office, did themselves.
CREATE TABLE notice_rule (
  action TEXT NOT NULL,
  party TEXT NOT NULL,
  PRIMARY KEY (action, party)
) STRICT, WITHOUT ROWID;
INSERT INTO notice_rule (action, party) VALUES
  ('*', 'reporter'),
  -- Hand-over, bounce, appeal, review, a second round: whoever must act next is told.
  ('*', 'new_holder'),
  -- Withdrawn, merged, settled, decided by the supervisor in one's place: no need to act any more.
  ('*', 'old_holder'),
  ('assign', 'co_bodies'),
  ('supplement', 'holder'),
  ('supplement', 'answerer'),
  ('extend', 'station'),
  ('grant', 'answerer'),
  ('refuse', 'answerer'),
  ('rate', 'answerer'),
  ('order', 'holder'),
  ('order', 'answerer'),
  ('lift', 'holder'),
  ('lift', 'answerer'),
  ('escalate', 'overdue'),
  ('escalate', 'holder'),
  ('note', 'holder'),
  ('note', 'answerer'),
  ('note', 'station');

-- Writes the notices of an event into its own transaction. By now the event is there and projected: OLD is the
-- report before it, NEW after it.
CREATE TRIGGER report_event_is_told AFTER UPDATE OF version ON report
BEGIN
  INSERT OR IGNORE INTO outbox (report_id, seq, kind, recipient_kind, recipient_code, created_at)
  SELECT NEW.id, NEW.version, 'event', told.kind, told.code, told.at
  FROM (
    SELECT party.value ->> 0 AS kind, party.value ->> 1 AS code, event.at, event.internal, event.actor_id,
      iif(actor.role = 'supervisor', 'desk', actor.role) AS actor_kind,
      CASE actor.role
        WHEN 'station' THEN actor.station_number
        WHEN 'body' THEN actor.body_code
        WHEN 'deputy' THEN actor.deputy_id
        WHEN 'supervisor' THEN NEW.district_code
      END AS actor_code
    FROM report_event AS event
    JOIN notice_rule AS rule ON rule.action IN ('*', event.action)
    -- The supervisor of a district is its desk. The reporter has no code as a holder: they are told as the reporter.
    JOIN json_each(json_object(
      'reporter', json_array('account', NEW.reporter_id),
      'holder', json_array(iif(NEW.holder_type = 'supervisor', 'desk', NEW.holder_type), NEW.holder_code),
      'new_holder', json_array(iif(NEW.holder_type = 'supervisor', 'desk', NEW.holder_type), NEW.holder_code),
      'old_holder', json_array(iif(OLD.holder_type = 'supervisor', 'desk', OLD.holder_type), OLD.holder_code),
      'answerer', json_array(iif(NEW.deputy_id IS NULL, 'body', 'deputy'), coalesce(NEW.deputy_id, NEW.body_code)),
      'station', json_array('station', NEW.station_number),
      'overdue', json_array(iif(NEW.overdue_level = 'station', 'station', 'desk'),
        iif(NEW.overdue_level = 'station', NEW.station_number, NEW.district_code))
    )) AS party ON party.key = rule.party
    -- Whoever acts on their own report acts for no office.
    LEFT JOIN account AS actor
      ON actor.id = event.actor_id AND event.action <> 'submit' AND event.data ->> '$.asReporter' IS NULL
    WHERE event.report_id = NEW.id AND event.seq = NEW.version
      AND (rule.party NOT IN ('new_holder', 'old_holder')
        OR (NEW.holder_type, NEW.holder_code) IS NOT (OLD.holder_type, OLD.holder_code))
  ) AS told
  WHERE told.code IS NOT NULL
    AND (told.kind, told.code) IS NOT (told.actor_kind, told.actor_code)
    AND (told.kind <> 'account' OR (told.internal = 0 AND told.code IS NOT told.actor_id));

  INSERT OR IGNORE INTO outbox (report_id, seq, kind, recipient_kind, recipient_code, created_at)
  SELECT NEW.id, NEW.version, 'event', 'body', helper.value, event.at
  FROM report_event AS event
  JOIN notice_rule AS rule ON rule.action IN ('*', event.action) AND rule.party = 'co_bodies'
  JOIN json_each(NEW.co_body_codes) AS helper
  WHERE event.report_id = NEW.id AND event.seq = NEW.version;
END;

-- Which reminders were given: one a step, since every step has a moment of its own.
CREATE TABLE report_reminder (
  report_id INTEGER NOT NULL REFERENCES report (id),
  remind_at INTEGER NOT NULL,
  reminded_at INTEGER NOT NULL,
  PRIMARY KEY (report_id, remind_at)
) STRICT, WITHOUT ROWID;

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
