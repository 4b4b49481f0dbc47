-- Documents of a notebook that were signed: kept as they were, for ever.
CREATE TABLE notebook_paper (
    notebook {int} NOT NULL,
    number {int} NOT NULL,
    request {blob} NOT NULL,
    document TEXT NOT NULL,
    language TEXT NOT NULL,
    -- The version of the notebook that it was written from.
    version {int} NOT NULL,
    -- Who signed, as written down by whoever kept it.
    signed_by TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    author {int} NOT NULL,
    kept_at {int} NOT NULL,
    pdf {blob} NOT NULL,
    -- Digest of what it says, and of the file.
    text_digest TEXT NOT NULL,
    pdf_digest TEXT NOT NULL,
    PRIMARY KEY (notebook, number),
    UNIQUE (notebook, request)
) {table};
