-- By which the organisation of the zaak finds a party again: a keyed hash of its number that differs per organisation
-- (`access::Party::hash`). The number itself is sealed in `betrokkene_sealed`. Empty for who did not sign in.
ALTER TABLE rol ADD COLUMN betrokkene_hash {{bytes}};
CREATE INDEX rol_betrokkene ON rol (betrokkene_hash, zaak) WHERE betrokkene_hash IS NOT NULL;
