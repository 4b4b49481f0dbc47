-- Money that somebody asked to move out of a fund, and what came of it. `to_fund` 0 is back to its funder.
CREATE TABLE fund_move (
    programme {int} NOT NULL,
    seq {int} NOT NULL,
    from_fund {int} NOT NULL,
    to_fund {int} NOT NULL CHECK (to_fund <> from_fund),
    amount {int} NOT NULL CHECK (amount > 0),
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    state TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (programme, seq)
) {table};
-- The days that money came in are in the log alone: there are few of them among very many other commands.
CREATE INDEX command_of_receipts ON command (programme, seq) WHERE kind = 'receive_money';
