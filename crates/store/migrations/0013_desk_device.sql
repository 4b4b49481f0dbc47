-- Phones that hand coupons out: the organisation one is limited to; 0 for those that accept coupons, and for a
-- coordinator's, which does both.
ALTER TABLE device ADD COLUMN partner {int} NOT NULL DEFAULT 0;
