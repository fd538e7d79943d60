-- Doors for other systems: keys that apps file reports with, and addresses that are told of what happens.

-- Whoever files with a key is an account of a resident's kind that nobody can sign in to: its reports are its own.
CREATE TABLE api_key (
  id TEXT PRIMARY KEY,
  -- SHA-256 of the key, which is shown once and kept nowhere.
  key_hash TEXT NOT NULL UNIQUE,
  -- Its first letters, by which people tell keys apart.
  prefix TEXT NOT NULL,
  name TEXT NOT NULL,
  contact TEXT NOT NULL,
  -- Reports a day of the city.
  per_day INTEGER NOT NULL CHECK (per_day >= 1),
  -- The app asks its users whether what they file may be published.
  asks_consent INTEGER NOT NULL,
  account_id TEXT NOT NULL UNIQUE REFERENCES account (id),
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE api_key_day (
  account_id TEXT NOT NULL REFERENCES api_key (account_id),
  -- As the city counts days, `2026-11-29`.
  day TEXT NOT NULL,
  uses INTEGER NOT NULL,
  PRIMARY KEY (account_id, day)
) STRICT, WITHOUT ROWID;

-- In the transaction of the report itself: of a hundred racing requests no one passes the limit, or a key just revoked.
CREATE TRIGGER report_counts_for_its_key AFTER INSERT ON report
WHEN EXISTS (SELECT 1 FROM api_key WHERE account_id = NEW.reporter_id)
BEGIN
  SELECT RAISE (ABORT, 'api key is revoked')
  WHERE EXISTS (SELECT 1 FROM api_key WHERE account_id = NEW.reporter_id AND revoked_at IS NOT NULL);
  INSERT INTO api_key_day (account_id, day, uses)
  VALUES (NEW.reporter_id, date(NEW.created_at / 1000, 'unixepoch', '+8 hours'), 1)
  ON CONFLICT (account_id, day) DO UPDATE SET uses = uses + 1;
  SELECT RAISE (ABORT, 'api key is used up')
  FROM api_key JOIN api_key_day ON api_key_day.account_id = api_key.account_id
    AND api_key_day.day = date(NEW.created_at / 1000, 'unixepoch', '+8 hours')
  WHERE api_key.account_id = NEW.reporter_id AND api_key_day.uses > api_key.per_day;
END;

-- Open311 asks for days, not for pages.
CREATE INDEX report_public_by_time ON report (created_at, id) WHERE is_public = 1;

CREATE INDEX report_public_by_update ON report (updated_at) WHERE is_public = 1;

-- Open311 clients keep the list of services until this has moved.
INSERT INTO setting (key, value) VALUES ('services-changed-at', CAST(unixepoch() * 1000 AS TEXT))
ON CONFLICT (key) DO NOTHING;
CREATE TRIGGER category_added_is_noted AFTER INSERT ON category
BEGIN
  UPDATE setting SET value = CAST(unixepoch() * 1000 AS TEXT) WHERE key = 'services-changed-at';
END;
CREATE TRIGGER category_changed_is_noted AFTER UPDATE ON category
BEGIN
  UPDATE setting SET value = CAST(unixepoch() * 1000 AS TEXT) WHERE key = 'services-changed-at';
END;

CREATE TABLE webhook (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  -- What deliveries are signed with, encrypted under a data key.
  secret_sealed TEXT NOT NULL,
  -- JSON: the actions it wants to hear of.
  events TEXT NOT NULL CHECK (json_valid(events)),
  -- Of which district's and which body's reports; null for all.
  district_code TEXT REFERENCES district (code),
  body_code TEXT REFERENCES body (code),
  created_at INTEGER NOT NULL,
  paused_at INTEGER,
  last_delivered_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  webhook_id TEXT NOT NULL REFERENCES webhook (id),
  report_id INTEGER NOT NULL REFERENCES report (id),
  seq INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  delivered_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL DEFAULT 0,
  -- The run that takes it to its address.
  claim TEXT,
  last_error TEXT,
  dead_at INTEGER,
  UNIQUE (webhook_id, report_id, seq)
) STRICT;
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (webhook_id, next_attempt_at, id)
  WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX webhook_delivery_dead ON webhook_delivery (webhook_id, id) WHERE dead_at IS NOT NULL;
CREATE INDEX webhook_delivery_claimed ON webhook_delivery (claim) WHERE claim IS NOT NULL;
CREATE INDEX webhook_delivery_done ON webhook_delivery (delivered_at) WHERE delivered_at IS NOT NULL;

-- Puts an event in line for whoever wants to hear of it, in its own transaction. Internal notes go nowhere.
CREATE TRIGGER report_event_is_told_to_systems AFTER UPDATE OF version ON report
WHEN EXISTS (SELECT 1 FROM webhook)
BEGIN
  INSERT OR IGNORE INTO webhook_delivery (webhook_id, report_id, seq, created_at)
  SELECT webhook.id, NEW.id, NEW.version, event.at
  FROM report_event AS event JOIN webhook ON webhook.paused_at IS NULL
    AND EXISTS (SELECT 1 FROM json_each(webhook.events) WHERE value = event.action)
    AND (webhook.district_code IS NULL OR webhook.district_code = NEW.district_code)
    AND (webhook.body_code IS NULL OR webhook.body_code = NEW.body_code OR webhook.body_code = OLD.body_code
      OR EXISTS (SELECT 1 FROM json_each(NEW.co_body_codes) WHERE value = webhook.body_code))
  WHERE event.report_id = NEW.id AND event.seq = NEW.version AND event.internal = 0;
END;

-- What could not be delivered, wherever it was to go.
DROP VIEW dead_letter;
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
WHERE delivery.dead_at IS NOT NULL
UNION ALL
SELECT 'webhook-' || delivery.id, 'webhook', report.number, 'webhook:' || delivery.webhook_id,
  delivery.attempts, delivery.last_error, delivery.created_at, delivery.dead_at
FROM webhook_delivery AS delivery JOIN report ON report.id = delivery.report_id
WHERE delivery.dead_at IS NOT NULL;
