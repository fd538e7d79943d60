-- A resident known by WeChat finds their reports on any telephone. What is kept is a keyed hash: WeChat's own id of a
-- person cannot be read from it, nor compared with another city's.
ALTER TABLE account ADD COLUMN wechat_hash TEXT;
CREATE UNIQUE INDEX account_by_wechat ON account (wechat_hash) WHERE wechat_hash IS NOT NULL;
