-- A request to correct a register is a question of its own kind (`soort`: vraag, correctie): `onderwerp` says which value of which register
-- (`brp/naam`), `uiterlijk_op` is the last day the law gives to decide.
ALTER TABLE vraag ADD COLUMN soort TEXT NOT NULL DEFAULT 'vraag';
ALTER TABLE vraag ADD COLUMN onderwerp TEXT;
ALTER TABLE vraag ADD COLUMN uiterlijk_op {{date}};
