-- By which the controller finds a branch of a company again, as `party_hash` the company. Empty for what was begun for the company as a whole.
ALTER TABLE draft ADD COLUMN vestiging_hash {{bytes}};
