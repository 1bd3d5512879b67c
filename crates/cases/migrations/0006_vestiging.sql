-- By which the organisation of the zaak finds a branch of a company again, as `betrokkene_hash` the company: who acts for one branch only
-- sees what was begun for that one. Empty for what was begun for the company as a whole.
ALTER TABLE rol ADD COLUMN vestiging_hash {{bytes}};
CREATE INDEX rol_vestiging ON rol (vestiging_hash, zaak) WHERE vestiging_hash IS NOT NULL;
