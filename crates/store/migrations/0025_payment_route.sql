-- Payments that go through a market: who takes them for the merchant, and when the merchant said that they had theirs.
ALTER TABLE payment ADD COLUMN through {int};
ALTER TABLE payment ADD COLUMN acknowledged_at {int};
