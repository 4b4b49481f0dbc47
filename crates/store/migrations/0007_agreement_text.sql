-- Digest of the text that both sides of an agreement read and signed.
ALTER TABLE agreement ADD COLUMN text_digest TEXT;
