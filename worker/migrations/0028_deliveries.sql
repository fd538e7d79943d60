-- Administrators read the deliveries to one address, latest first.
CREATE INDEX webhook_delivery_of ON webhook_delivery (webhook_id, id);
