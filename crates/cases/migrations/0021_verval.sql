-- How long what was granted holds at most, where the law says so: then its decision says its last day.
ALTER TABLE resultaattype ADD COLUMN geldt_hoogstens TEXT;
-- Until when a decision holds. `geldig_tot` is what the decision itself says, and stays; `vervaldatum` and `vervalreden` (VNG Besluiten 1.1) are its last day
-- and why that is, as it is now. The term of keeping runs from that day, where what was granted holds on after the zaak.
ALTER TABLE besluit ADD COLUMN geldig_tot {{date}};
ALTER TABLE besluit ADD COLUMN vervaldatum {{date}};
ALTER TABLE besluit ADD COLUMN vervalreden TEXT;
