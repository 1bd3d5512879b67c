-- Written authority (Awb 2:1) of one natural person to another, kept by the organisation that runs the door. Who they are is found by a
-- keyed hash (`access::Party::hash`); their numbers and names, and for which services it is, are sealed under a key of its own.
-- The words of the offer are known until they are used.
CREATE TABLE machtiging (
    id {{uuid}} PRIMARY KEY,
    organisatie TEXT NOT NULL,
    gever_hash {{bytes}} NOT NULL,
    gemachtigde_hash {{bytes}},
    code_hash {{bytes}} UNIQUE,
    code_tot {{ts}} NOT NULL,
    geldig_tot {{date}} NOT NULL,
    gegeven_op {{ts}} NOT NULL,
    aangenomen_op {{ts}},
    geeindigd_op {{ts}},
    data_key {{uuid}} NOT NULL,
    sealed {{bytes}} NOT NULL
) {{strict}};
CREATE INDEX machtiging_gever ON machtiging (gever_hash, id);
CREATE INDEX machtiging_gemachtigde ON machtiging (gemachtigde_hash, id) WHERE gemachtigde_hash IS NOT NULL;
CREATE INDEX machtiging_geldig ON machtiging (geldig_tot, id);
