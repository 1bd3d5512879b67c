-- Lines that wait for the sealer, by an index that nothing competes with: for `seq IS NULL` SQLite takes the one that keeps numbers
-- unique, and sorts all that waits anew for each batch.
DROP INDEX journal_line_unsealed;
CREATE INDEX journal_line_waiting ON journal_line (id) WHERE hash IS NULL;
