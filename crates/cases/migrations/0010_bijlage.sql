-- Which paper it is that a person added to a running zaak, and what is in it: a keyed hash, so that the same one is kept once. Empty for what
-- came with the form.
ALTER TABLE enkelvoudiginformatieobject ADD COLUMN inhoud_hash {{bytes}};
