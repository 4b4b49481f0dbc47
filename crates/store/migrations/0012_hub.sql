-- A device that is a market's own hub: the address at which phones reach it there. Empty for a phone.
ALTER TABLE device ADD COLUMN hub TEXT NOT NULL DEFAULT '';
